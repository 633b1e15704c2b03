import type { Campaign } from '../campaigns/campaign.ts';
import { campaignOfAction } from '../campaigns/campaigns.ts';
import { isLang, type Lang } from '../config/langs.ts';
import { whoAnswers } from '../controllers/who-answers.ts';
import type { App } from '../http/app.ts';
import { sendAutomatic } from '../mail/automatic-mail.ts';
import type { HandOver } from '../mail/mail.ts';
import { domainOf, type MailGateway } from '../mail/mail-gateway.ts';
import { newBounceId } from '../mail/return-path.ts';
import { sealLink } from '../sealing/mailed-link.ts';
import { unseal } from '../sealing/sealing.ts';
import { withoutMessage } from '../work/run-duties.ts';
import { workThrough } from '../work/worker-pool.ts';
import { kindOf } from './action-kind.ts';
import { actionAddresses } from './addresses.ts';
import { confirmationMail } from './mails/confirmation-mail.ts';
import { type DueConfirmation, putOffConfirmation, setMailState, takeConfirmations } from './outgoing-queries.ts';

/** Milliseconds: after a mail server's first no for now, each further one later by as much; and where it was nobody's no. */
const PAUSE = 300_000;
const A_MOMENT = 60_000;

interface Confirmation {
  readonly action: DueConfirmation;
  readonly to: string;
}

/** Mails the links by which actions are confirmed: at least once each, those that wait longest first. @returns how many were tried */
export function sendConfirmations(
  app: App,
  post: MailGateway,
  signal?: AbortSignal,
  lookEvery?: number,
): Promise<number> {
  return workThrough<Confirmation>(
    {
      workers: () => post.workers(),
      take: (atMost) => take(app, atMost),
      lane: ({ to }) => domainOf(to),
      do: (confirmation) => sendOne(app, post, confirmation),
      giveBack: async (left) => {
        for (const { action } of left) await putOff(app, action);
      },
    },
    { ...(signal ? { signal } : {}), ...(lookEvery ? { lookEvery } : {}) },
  );
}

/** One that can't be read keeps no other from leaving; it stays put off until its action expires. */
async function take(app: App, atMost: number): Promise<Confirmation[]> {
  const due = await takeConfirmations(app.database, atMost);
  return due.flatMap((action) => {
    try {
      return [
        { action, to: unseal(app.keys, 'supporters.address_sealed', [action.supporter_key], action.address_sealed) },
      ];
    } catch (error) {
      app.log.error(withoutMessage('confirmation', error as Error), 'a confirmation could not be made ready');
      return [];
    }
  });
}

type Sent = HandOver & { readonly bounceId: Buffer };

/** While a campaign is hidden nobody is mailed of it: the action waits, and may expire. */
async function sendOne(app: App, post: MailGateway, confirmation: Confirmation): Promise<void> {
  const { action } = confirmation;
  const lang = isLang(action.lang) ? action.lang : 'en';
  const campaign = await campaignOfAction(app.database, { campaignId: action.campaign_id, lang }, lang);
  if (!campaign || campaign.langs.length === 0) return putOff(app, action);
  await record(app, action, await mail(app, post, confirmation, lang, campaign));
}

async function mail(
  app: App,
  post: MailGateway,
  { action, to }: Confirmation,
  lang: Lang,
  campaign: Campaign,
): Promise<Sent> {
  const link = `${app.settings.PUBLIC_URL}${actionAddresses.confirm(lang, sealLink(app.keys, 'confirm', action.supporter_key, action.id))}`;
  const words = confirmationMail(
    {
      says: kindOf(app, action).says,
      lang,
      campaign: campaign.text.name,
      link,
      until: action.expires_at,
      zone: app.settings.TIME_ZONE,
    },
    whoAnswers(lang, campaign.controller, app.settings.operator),
  );
  const bounceId = newBounceId();
  const { controller } = campaign;
  return { ...(await sendAutomatic(app, post, { to, lang, ...words, controller }, bounceId)), bounceId };
}

async function record(app: App, action: DueConfirmation, sent: Sent): Promise<void> {
  if (sent.outcome === 'refused') return setMailState(app.database, action, { mail_state: 'refused' });
  if (sent.outcome !== 'deferred')
    return setMailState(app.database, action, { mail_state: 'sent', bounce_id: sent.bounceId });
  if (sent.because !== 'receiver') return putOff(app, action);
  await setMailState(app.database, action, { mail_due_at: new Date(Date.now() + action.mail_attempts * PAUSE) });
}

/** As if it had not been tried. */
function putOff(app: App, action: DueConfirmation): Promise<void> {
  return putOffConfirmation(app.database, action, new Date(Date.now() + A_MOMENT));
}
