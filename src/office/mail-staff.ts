import { type AccountRow, accountOfActor } from '../accounts/accounts.ts';
import { makeInvitation } from '../accounts/links.ts';
import { codeToMail } from '../accounts/mailed-codes.ts';
import type { ActorId } from '../actors/actors.ts';
import { isLang } from '../config/langs.ts';
import { whoRunsSite } from '../controllers/who-answers.ts';
import type { App } from '../http/app.ts';
import { moment } from '../locales/format.ts';
import { words } from '../locales/words.ts';
import { sendAutomatic } from '../mail/automatic-mail.ts';
import type { MailGateway } from '../mail/mail-gateway.ts';
import { unseal } from '../sealing/sealing.ts';
import { officeAddresses } from './addresses.ts';
import { browserName } from './browser-words.ts';
import { type StaffMail, staffMail } from './mails/staff-mails.tsx';

declare module '../work/enqueue.ts' {
  interface Tasks {
    'mail-sign-in-code': { id: string; lang: string };
    'mail-invitation': { actor: string };
    'mail-passkey-went-back': { actor: string };
    'mail-new-browser': { actor: string; browser: string };
  }
}

/** Mails a fresh code, where an account is behind what was asked for; a try that failed before makes another. */
export async function mailSignInCode(app: App, post: MailGateway, code: { id: string; lang: string }): Promise<void> {
  const found = await codeToMail(app.database, app, code.id);
  if (!found) return;
  const lang = isLang(code.lang) ? code.lang : found.account.lang;
  const { t } = words(lang);
  const parts = [{ code: found.code }, t('office.mail.code.text'), t('office.mail.code.ignore'), runs(app, lang)];
  await send(
    app,
    post,
    found.account,
    lang,
    staffMail(lang, t('office.mail.code.subject', { code: found.code }), parts),
  );
}

export async function mailInvitation(app: App, post: MailGateway, { actor }: { actor: string }): Promise<void> {
  const account = await accountOfActor(app.database, actor as ActorId);
  if (!account || account.can_sign_in) return;
  const { lang } = account;
  const { t } = words(lang);
  const token = await makeInvitation(app.database, account.actor_id);
  const link = `${app.settings.PUBLIC_URL}${officeAddresses.begin(lang, token)}`;
  const site = app.settings.operator?.name ?? t('site.name');
  const parts = [t('office.mail.invited.text'), { link }, t('office.mail.invited.ignore'), runs(app, lang)];
  await send(app, post, account, lang, staffMail(lang, t('office.mail.invited.subject', { site }), parts));
}

export async function mailNewBrowser(
  app: App,
  post: MailGateway,
  { actor, browser }: { actor: string; browser: string },
): Promise<void> {
  const account = await accountOfActor(app.database, actor as ActorId);
  if (!account) return;
  const { lang } = account;
  const { t } = words(lang);
  const at = moment(lang, new Date(), app.settings.TIME_ZONE);
  const text = t('office.mail.browser.text', { browser: browserName({ t }, browser), at });
  const link = `${app.settings.PUBLIC_URL}${officeAddresses.account(lang)}`;
  const parts = [text, t('office.mail.browser.what'), { link }, runs(app, lang)];
  await send(app, post, account, lang, staffMail(lang, t('office.mail.browser.subject'), parts));
}

/** A passkey that counts its uses counts fewer than before: there may be a copy of it. */
export async function mailPasskeyWentBack(app: App, post: MailGateway, { actor }: { actor: string }): Promise<void> {
  const account = await accountOfActor(app.database, actor as ActorId);
  if (!account) return;
  const { lang } = account;
  const { t } = words(lang);
  const link = `${app.settings.PUBLIC_URL}${officeAddresses.account(lang)}`;
  const parts = [t('office.mail.passkey.text'), { link }, runs(app, lang)];
  await send(app, post, account, lang, staffMail(lang, t('office.mail.passkey.subject'), parts));
}

/** Who runs the site, as every mail of ours says. */
export function runs({ settings }: App, lang: AccountRow['lang']): string {
  return whoRunsSite(lang, settings.operator);
}

/** @throws where it could not leave for now, so that the job is tried again */
export async function send(
  app: App,
  post: MailGateway,
  account: AccountRow,
  lang: AccountRow['lang'],
  mail: StaffMail,
) {
  const to = unseal(app.keys, 'accounts.address_sealed', [account.actor_id], account.address_sealed);
  const { outcome } = await sendAutomatic(app, post, { to, lang, ...mail });
  if (outcome === 'deferred') throw new Error('a mail to somebody who runs this was deferred');
}
