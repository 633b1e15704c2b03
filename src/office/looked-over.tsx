import type { AccountRow } from '../accounts/accounts.ts';
import { lookOver } from '../accounts/look-over.ts';
import { seeOther } from '../http/answer.ts';
import { officeAddresses } from './addresses.ts';
import type { StaffRequest } from './office-route.ts';
import { OfficeForm } from './parts.tsx';

type Whose = Pick<AccountRow, 'restored_as_of'> | undefined;

/** On the first page: that a backup was put back, and what somebody has to look at. */
export function LookOverFirst({ request: { view, lang }, account }: { request: StaffRequest; account: Whose }) {
  if (!account?.restored_as_of) return null;
  return (
    <p className="note">
      {view.t('office.restored.text', { at: view.moment(account.restored_as_of) })}{' '}
      <a href={officeAddresses.account(lang)}>{view.t('office.restored.look')}</a>
    </p>
  );
}

/** In one's own account: what to do about it, and that it is done. */
export function LookOver({ request: { view, lang, token }, account }: { request: StaffRequest; account: Whose }) {
  if (!account?.restored_as_of) return null;
  return (
    <section aria-labelledby="restored">
      <h2 id="restored">{view.t('office.restored.title')}</h2>
      <p>{view.t('office.restored.text', { at: view.moment(account.restored_as_of) })}</p>
      <p>{view.t('office.restored.what')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.lookedOver(lang)}
        button={view.t('office.restored.done')}
        outlined={true}
      />
    </section>
  );
}

/** Somebody says that what came back of theirs is theirs. */
export async function lookedOver({ app, session, lang }: StaffRequest) {
  await lookOver(app.database, session.actor_id);
  return seeOther(officeAddresses.account(lang));
}
