import { campaignOfAction } from '../campaigns/campaigns.ts';
import { isLang, type Lang } from '../config/langs.ts';
import { type Controller, controllerOf } from '../controllers/controllers.ts';
import { whoAnswers, whoRunsSite } from '../controllers/who-answers.ts';
import type { App } from '../http/app.ts';
import { sendAutomatic } from '../mail/automatic-mail.ts';
import type { MailGateway } from '../mail/mail-gateway.ts';
import { type LinkPurpose, sealLink } from '../sealing/mailed-link.ts';
import type { Tasks } from '../work/enqueue.ts';
import { findAction } from './action.ts';
import { endOfLink } from './lasting-link.ts';
import { takeMail } from './mail-allowance.ts';
import { renewedLinkMail } from './mails/renewed-link-mail.ts';
import { writersAddress } from './writer.ts';

declare module '../work/enqueue.ts' {
  interface Tasks {
    /** `act` is the action as processes of the version before write it, and look for it. */
    'mail-renewed-link': { to: LinkPurpose; key: string; lang: string; action?: string; act?: string };
  }
}

/**
 * Mails somebody a new link to an action of theirs; nothing, where the action was never confirmed or is forgotten, or one left within
 * the hour.
 * @throws where the mail could not leave for now, so that the job is tried again
 */
export async function mailRenewedLink(
  app: App,
  post: MailGateway,
  payload: Tasks['mail-renewed-link'],
  now = new Date(),
): Promise<void> {
  const key = Buffer.from(payload.key, 'hex');
  const id = payload.action ?? payload.act;
  const action = id === undefined ? undefined : await findAction(app, key, id);
  if (!action || action.state === 'unconfirmed') return;
  const to = await writersAddress(app, action);
  if (!to) return;
  const lang = isLang(payload.lang) ? payload.lang : action.lang;
  const leads = app.handed.lastingLinks.get(payload.to)?.address;
  if (!leads) return;
  const address = leads(lang, sealLink(app.keys, payload.to, key, action.id, now));
  const campaign = await campaignOfAction(app.database, action, lang);
  const controller = await controllerOf(app.database, action.controllerId, lang);
  const of = campaign && { campaign: campaign.text.name, controller };
  await sendRenewed(app, post, { to, lang, address, of }, now);
}

interface RenewedLink {
  readonly to: string;
  readonly lang: Lang;
  readonly address: string;
  readonly of?: { readonly campaign: string; readonly controller: Controller } | undefined;
}

/**
 * Mails a new link to a mailbox, at most one an hour.
 * @param mail.address of the link, without the site's own
 * @param mail.of the campaign that it is of, and who answers for the action; left out: it is of none
 * @throws where the mail could not leave for now
 */
export async function sendRenewed(app: App, post: MailGateway, mail: RenewedLink, now: Date): Promise<void> {
  const { to, lang, of } = mail;
  const allowance = await takeMail(app, app.database, 'renewed-link', to, now);
  if (!allowance) return;
  const link = {
    address: `${app.settings.PUBLIC_URL}${mail.address}`,
    until: endOfLink(app, now),
    zone: app.settings.TIME_ZONE,
    campaign: of?.campaign,
  };
  const { operator } = app.settings;
  const answers = of ? whoAnswers(lang, of.controller, operator) : whoRunsSite(lang, operator);
  const result = await sendAutomatic(app, post, {
    to,
    lang,
    ...renewedLinkMail(lang, link, answers),
    ...(of && { controller: of.controller }),
  });
  if (result.outcome !== 'deferred') return;
  await allowance.giveBack();
  throw new Error('the mail with a new link was deferred');
}
