import { addPasskey, askToAdd, isPasskeyName } from '../accounts/passkeys.ts';
import { relyingParty } from '../accounts/relying-party.ts';
import { removeApp } from '../accounts/remove-factor.ts';
import { setUpFirstPasskey } from '../accounts/set-up.ts';
import { seeOther } from '../http/answer.ts';
import { chosen, type Fields, secret, typed } from '../http/fields.ts';
import { accountPageWith } from './account-page.tsx';
import { officeAddresses } from './addresses.ts';
import type { StaffRequest } from './office-route.ts';
import { asJson, asking } from './passkey-sign-in.tsx';
import { newlySetUp, setUpPageWith } from './set-up-page.tsx';

export const newPasskeyFields: Fields = { name: typed('office.passkeys.name', 80), answer: secret(chosen(12_000)) };

/** By what a browser makes a passkey. */
export async function askNewPasskey(request: StaffRequest) {
  const { app, session, view } = request;
  const site = app.settings.operator?.name ?? view.t('site.name');
  return asJson(await askToAdd(asking(request), session, site));
}

/** For whoever came by a link it is what they sign in with from now on; for others, one more. */
export async function addOwnPasskey(request: StaffRequest) {
  const { app, session, form, lang, browser, view } = request;
  const typed = { name: (form.get('name') ?? '').trim(), answer: form.get('answer') ?? '' };
  const sorry = session.stage === 'setting-up' ? setUpPageWith : accountPageWith;
  const wrong = (words: string) => sorry(request, new Map([['name', words]]));
  if (!isPasskeyName(typed.name)) return wrong(view.t('office.passkeys.name.wrong'));
  if (session.stage === 'setting-up') {
    const done = await setUpFirstPasskey(asking(request), session, browser, typed);
    return done ? newlySetUp(request, done) : wrong(view.t('office.passkey.no'));
  }
  const { party } = asking(request);
  const add = app.database.transaction();
  const added = await add.execute((trx) => addPasskey(trx, { party, browser }, session.actor_id, typed));
  return added === 'added' ? seeOther(officeAddresses.account(lang)) : wrong(view.t(`office.passkey.${added}`));
}

/** Whoever has a passkey may do without an app. */
export async function removeOwnApp(request: StaffRequest) {
  const { app, session, lang, view } = request;
  const removing = { database: app.database, party: relyingParty(app.settings) };
  const removed = await removeApp(removing, session.actor_id);
  if (removed !== 'last') return seeOther(officeAddresses.account(lang));
  return accountPageWith(request, new Map([['app', view.t('office.factors.last')]]));
}
