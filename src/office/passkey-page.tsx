import { isPasskeyName, type PasskeyRow, passkeysOf, renamePasskey } from '../accounts/passkeys.ts';
import { relyingParty } from '../accounts/relying-party.ts';
import { removePasskey } from '../accounts/remove-factor.ts';
import { isId } from '../database/is-id.ts';
import { NotFoundError, seeOther } from '../http/answer.ts';
import { type Fields, typed } from '../http/fields.ts';
import type { View } from '../http/view.ts';
import { isolated } from '../locales/isolated.ts';
import { Field } from '../site/components/field.tsx';
import { noProblems, type Problems } from '../site/components/form.tsx';
import { officeAddresses } from './addresses.ts';
import type { StaffRequest } from './office-route.ts';
import { OfficeForm } from './parts.tsx';
import { screen } from './screen.tsx';
import { behindHome } from './way-back.ts';

export const nameFields: Fields = { name: typed('office.passkeys.name', 80) };

/** One of one's own passkeys: renamed, or removed. */
export async function passkeyPage(request: StaffRequest) {
  return onePage(request, await ownPasskey(request), noProblems);
}

async function ownPasskey({ app, session, params }: StaffRequest): Promise<PasskeyRow> {
  const own = await passkeysOf(app.database, session.actor_id);
  const one = own.find(({ id }) => id === params.id);
  if (!one) throw new NotFoundError('a passkey');
  return one;
}

function onePage(request: StaffRequest, passkey: PasskeyRow, problems: Problems) {
  const { view, lang, token, form } = request;
  return screen(
    { ...request, path: behindHome(lang, officeAddresses.passkey(lang, passkey.id)) },
    passkey.name,
    <>
      <p className="lead">{whenUsed(view, passkey)}</p>
      {passkey.rp_id !== relyingParty(request.app.settings)?.id && (
        <p>{view.t('office.passkeys.elsewhere', { host: isolated(passkey.rp_id) })}</p>
      )}
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.passkey(lang, passkey.id)}
        button={view.t('office.passkeys.rename')}
        problems={problems}
      >
        <PasskeyName view={view} problems={problems} value={form.get('name') ?? passkey.name} />
      </OfficeForm>
      <h2 id="remove">{view.t('office.passkeys.remove')}</h2>
      <p>{view.t('office.passkeys.remove.text')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.removePasskey(lang, passkey.id)}
        button={view.t('office.passkeys.remove')}
        destroys={true}
      />
      <p>
        <a href={officeAddresses.account(lang)}>{view.t('office.account')}</a>
      </p>
    </>,
    { status: problems.size > 0 ? 422 : 200 },
  );
}

/** When it was added, and last used. */
export function whenUsed(view: View, { added_at, last_used_at }: PasskeyRow): string {
  const added = view.moment(added_at);
  return last_used_at
    ? view.t('office.passkeys.used', { added, used: view.moment(last_used_at) })
    : view.t('office.passkeys.unused', { added });
}

export function PasskeyName({ view, problems, value }: { view: View; problems: Problems; value: string }) {
  return (
    <Field
      name="name"
      label={view.t('office.passkeys.name')}
      hint={view.t('office.passkeys.name.hint')}
      error={problems.get('name')}
      defaultValue={value}
      autoComplete="off"
      maxLength={80}
    />
  );
}

export async function changePasskeyName(request: StaffRequest) {
  const { app, session, form, lang, view } = request;
  const passkey = await ownPasskey(request);
  const name = (form.get('name') ?? '').trim();
  if (!isPasskeyName(name)) return onePage(request, passkey, new Map([['name', view.t('office.passkeys.name.wrong')]]));
  await renamePasskey(app.database, session.actor_id, passkey.id, name);
  return seeOther(officeAddresses.account(lang));
}

export async function takePasskeyAway(request: StaffRequest) {
  const { app, session, lang, params, view } = request;
  if (!isId(params.id ?? '')) throw new NotFoundError('a passkey');
  const removing = { database: app.database, party: relyingParty(app.settings) };
  const removed = await removePasskey(removing, session.actor_id, params.id ?? '');
  if (removed === 'none') throw new NotFoundError('a passkey');
  if (removed === 'removed') return seeOther(officeAddresses.account(lang));
  return onePage(request, await ownPasskey(request), new Map([['remove', view.t('office.factors.last')]]));
}
