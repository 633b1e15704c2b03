import { accountOfActor } from '../accounts/accounts.ts';
import {
  type ChangeKind,
  type ChangeRow,
  changesOf,
  makeConfirmLink,
  makeStopLink,
  newAddressOf,
} from '../accounts/changes.ts';
import { makeRecoveryLink } from '../accounts/links.ts';
import type { ActorId } from '../actors/actors.ts';
import type { App } from '../http/app.ts';
import { moment } from '../locales/format.ts';
import { words } from '../locales/words.ts';
import { sendAutomatic } from '../mail/automatic-mail.ts';
import type { MailGateway } from '../mail/mail-gateway.ts';
import { enqueue } from '../work/enqueue.ts';
import { officeAddresses } from './addresses.ts';
import { runs, send } from './mail-staff.ts';
import { staffMail } from './mails/staff-mails.tsx';

declare module '../work/enqueue.ts' {
  interface Tasks {
    'mail-coming-change': { actor: string; kind: ChangeKind };
    'mail-new-address': { actor: string };
    'mail-recovery-link': { actor: string };
  }
}

interface Whose {
  readonly actor: string;
}

async function changeOf(app: App, { actor, kind }: Whose & { kind: ChangeKind }): Promise<ChangeRow | undefined> {
  return (await changesOf(app.database, actor as ActorId)).find((one) => one.kind === kind);
}

/** To the address that they have: what was asked, when it takes effect, and a link that stops it. */
export async function mailComingChange(
  app: App,
  post: MailGateway,
  whose: Whose & { kind: ChangeKind },
): Promise<void> {
  const { kind } = whose;
  const account = await accountOfActor(app.database, whose.actor as ActorId);
  const change = await changeOf(app, whose);
  const token = account && change && (await makeStopLink(app.database, account.actor_id, kind));
  if (!token) return;
  const { lang } = account;
  const { t } = words(lang);
  const at = moment(lang, change.due_at, app.settings.TIME_ZONE);
  const link = `${app.settings.PUBLIC_URL}${officeAddresses.stop(lang, token)}`;
  const parts = [t(`office.stop.${kind}.text`, { at }), t('office.mail.change.stop'), { link }, runs(app, lang)];
  await send(app, post, account, lang, staffMail(lang, t(`office.stop.${kind}.title`), parts));
  if (kind === 'address') await enqueue(app.database, 'mail-new-address', { actor: account.actor_id });
}

/** To the address to which codes are to go: its link, opened by whoever asked for it, says that it is theirs. */
export async function mailNewAddress(app: App, post: MailGateway, { actor }: Whose): Promise<void> {
  const account = await accountOfActor(app.database, actor as ActorId);
  const change = await changeOf(app, { actor, kind: 'address' });
  const token = account && change && (await makeConfirmLink(app.database, account.actor_id));
  if (!token) return;
  const { lang } = account;
  const { t } = words(lang);
  const at = moment(lang, change.due_at, app.settings.TIME_ZONE);
  const link = `${app.settings.PUBLIC_URL}${officeAddresses.confirmAddress(lang, token)}`;
  const text = t('office.mail.newAddress.text', { at });
  const parts = [text, { link }, t('office.mail.invited.ignore'), runs(app, lang)];
  const mail = staffMail(lang, t('office.mail.newAddress.subject'), parts);
  const { outcome } = await sendAutomatic(app, post, { to: newAddressOf(app, change), lang, ...mail });
  if (outcome === 'deferred') throw new Error('a mail to somebody who runs this was deferred');
}

/** Nobody stopped it: what they sign in with is set up anew by this link. */
export async function mailRecoveryLink(app: App, post: MailGateway, { actor }: Whose): Promise<void> {
  const account = await accountOfActor(app.database, actor as ActorId);
  if (!account) return;
  const { lang } = account;
  const { t } = words(lang);
  const token = await makeRecoveryLink(app.database, account.actor_id);
  const link = `${app.settings.PUBLIC_URL}${officeAddresses.begin(lang, token)}`;
  const parts = [t('office.mail.recovery.text'), { link }, runs(app, lang)];
  await send(app, post, account, lang, staffMail(lang, t('office.mail.recovery.subject'), parts));
}
