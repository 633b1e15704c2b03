import { accountOfActor } from '../accounts/accounts.ts';
import { dailyMailsDue } from '../accounts/daily-mail.ts';
import type { ActorId } from '../actors/actors.ts';
import type { App } from '../http/app.ts';
import { type View, viewFor } from '../http/view.ts';
import type { MailGateway } from '../mail/mail-gateway.ts';
import { lastAt } from '../text/time-zone.ts';
import { enqueue } from '../work/enqueue.ts';
import { officeAddresses } from './addresses.ts';
import { runs, send } from './mail-staff.ts';
import { staffMail } from './mails/staff-mails.tsx';
import { type Found, waitsFor } from './waits.ts';
import { labelOf, numberOf, whenOf } from './waits-words.ts';

declare module '../work/enqueue.ts' {
  interface Tasks {
    /** `due`: of which morning it is, as ISO 8601. */
    'mail-what-waits': { actor: string; due: string };
  }
}

/** Each morning, in the organisation's zone. */
const TURN = { hour: 6, minute: 30 };

/** The duty: whoever wants what waits by mail gets it once a morning; a morning that the machine slept through, when it wakes. */
export function askDailyMails(app: App, now = new Date()): Promise<void> {
  const due = lastAt(app.settings.TIME_ZONE, TURN, now);
  return dailyMailsDue(app.database, { due, now }, (trx, actor) =>
    enqueue(trx, 'mail-what-waits', { actor, due: due.toISOString() }),
  );
}

/** Mails somebody what waits for them now; nothing where nothing does, or where it is no more that morning. */
export async function mailWhatWaits(
  app: App,
  post: MailGateway,
  { actor, due }: { actor: string; due: string },
): Promise<void> {
  if (lastAt(app.settings.TIME_ZONE, TURN, new Date()) > new Date(due)) return;
  const account = await accountOfActor(app.database, actor as ActorId);
  if (!account?.daily_mail_at) return;
  const found = await waitsFor(app, account);
  if (found.length === 0) return;
  const { lang } = account;
  const view = viewFor(app, lang, '');
  const { PUBLIC_URL } = app.settings;
  const parts = [
    view.t('office.mail.waits.text'),
    ...found.map((one) => itemOf(view, one)),
    view.t('office.mail.waits.all'),
    { link: `${PUBLIC_URL}${officeAddresses.home(lang)}` },
    view.t('office.mail.waits.stop'),
    { link: `${PUBLIC_URL}${officeAddresses.account(lang)}` },
    runs(app, lang),
  ];
  await send(app, post, account, lang, staffMail(lang, view.t('office.mail.waits.subject'), parts));
}

function itemOf(view: View, { waits, waiting }: Found) {
  const [number, label, when] = [numberOf(view, waiting), labelOf(view, { waits, waiting }), whenOf(view, waiting)];
  const item = number ? `${number} · ${label}` : label;
  const more = when ? [when] : [];
  if ('link' in waits.way) return { item, more, way: `${view.publicUrl}${waits.way.link(view.lang)}` };
  return { item, more: [...more, view.t('office.waits.command')], command: waits.way.command };
}
