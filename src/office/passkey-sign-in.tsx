import { askToProve, askToSignIn, proveByPasskey, signInByPasskey } from '../accounts/passkeys.ts';
import { type FileAnswer, NotFoundError, seeOther } from '../http/answer.ts';
import { chosen, type Fields, secret } from '../http/fields.ts';
import { enqueue } from '../work/enqueue.ts';
import type { OfficeRequest, StaffRequest } from './office-route.ts';
import { partyHere } from './passkey-form.tsx';
import { provingPage } from './prove-page.tsx';
import { signInPageWith } from './sign-in-page.tsx';
import { wayBack } from './way-back.ts';

/** As JSON: what signs has a few hundred bytes of each kind. */
export const answerFields: Fields = { to: chosen(300), answer: secret(chosen(8_000)) };

/** What operations with passkeys need. @throws NotFoundError where passkeys don't work */
export function asking(request: OfficeRequest) {
  const party = partyHere(request);
  if (!party) throw new NotFoundError('passkeys at this address');
  return { database: request.app.database, browser: request.browser, party };
}

export function asJson(value: object): FileAnswer {
  return { kind: 'file', type: 'application/json; charset=utf-8', body: JSON.stringify(value), noindex: true };
}

/** What any passkey of this site is asked to sign. */
export async function askPasskey(request: OfficeRequest) {
  return asJson(await askToSignIn(asking(request)));
}

/** A passkey signs in by itself. */
export async function passkeySignIn(request: OfficeRequest) {
  const { app, form, browser, view, keep } = request;
  const signedIn = await signInByPasskey(asking(request), form.get('answer') ?? '');
  if (!signedIn) return signInPageWith(request, new Map([['email', view.t('office.passkey.no')]]));
  keep('office', signedIn.token);
  const { actor } = signedIn;
  if (signedIn.newBrowser) await enqueue(app.database, 'mail-new-browser', { actor, browser: browser.words });
  if (signedIn.wentBack) await enqueue(app.database, 'mail-passkey-went-back', { actor });
  return seeOther(wayBack(request));
}

/** What one of somebody's own passkeys is asked to sign. */
export async function askProof(request: StaffRequest) {
  return asJson(await askToProve(asking(request), request.session.actor_id));
}

/** A passkey as the factor that something dangerous needs afresh. */
export async function passkeyProof(request: StaffRequest) {
  const { app, form, session, view } = request;
  const proved = await proveByPasskey(asking(request), session, form.get('answer') ?? '');
  if (!proved) return provingPage(request, view.t('office.passkey.no'));
  if (proved.wentBack) await enqueue(app.database, 'mail-passkey-went-back', { actor: session.actor_id });
  return seeOther(wayBack(request));
}
