import type { AccountRow } from '../accounts/accounts.ts';
import { type ChangeRow, newAddressOf } from '../accounts/changes.ts';
import { isFresh } from '../accounts/sessions.ts';
import { EmailField } from '../site/components/field.tsx';
import type { Problems } from '../site/components/form.tsx';
import { NetAddress } from '../site/components/net-address.tsx';
import { officeAddresses } from './addresses.ts';
import type { StaffRequest } from './office-route.ts';
import { OfficeForm } from './parts.tsx';
import { behindHome } from './way-back.ts';
import { AccountAddress } from './whose-account.tsx';

/** What of one's own account changes soon, and stops at a press. */
export function ComingChanges({ request, changes }: { request: StaffRequest; changes: readonly ChangeRow[] }) {
  const { view, lang, token, app } = request;
  return changes.map((change) => (
    <section key={change.kind} aria-labelledby={change.kind}>
      <h2 id={change.kind}>{view.t(`office.stop.${change.kind}.title`)}</h2>
      <p>{view.t(`office.stop.${change.kind}.text`, { at: view.moment(change.due_at) })}</p>
      {change.kind === 'address' && (
        <>
          <p>
            <NetAddress>{newAddressOf(app, change)}</NetAddress>
          </p>
          <p>{view.t(change.confirmed_at ? 'office.address.confirmed' : 'office.address.unconfirmed')}</p>
        </>
      )}
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.stopOwn(lang)}
        button={view.t('office.stop.button')}
        destroys={true}
      >
        <input type="hidden" name="kind" value={change.kind} />
      </OfficeForm>
    </section>
  ));
}

/** Where codes go, and where they are to go. */
export function OwnAddress({
  request,
  account,
  problems,
}: {
  request: StaffRequest;
  account: AccountRow | undefined;
  problems: Problems;
}) {
  const { view, lang, token, session, form, app } = request;
  return (
    <>
      {account && (
        <p>
          <AccountAddress app={app} view={view} account={account} />
        </p>
      )}
      {isFresh(session) ? (
        <OfficeForm
          view={view}
          token={token}
          action={officeAddresses.address(lang)}
          button={view.t('office.address.change')}
        >
          <EmailField
            name="email"
            label={view.t('office.address.new')}
            hint={view.t('office.address.hint')}
            error={problems.get('email')}
            defaultValue={form.get('email') ?? ''}
          />
        </OfficeForm>
      ) : (
        <p>
          <a href={officeAddresses.prove(lang, { to: behindHome(lang, officeAddresses.account(lang)) })}>
            {view.t('office.address.prove')}
          </a>
        </p>
      )}
    </>
  );
}
