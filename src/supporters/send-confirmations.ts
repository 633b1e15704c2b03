import type { App } from '../app.ts';
import { campaignById } from '../campaigns/campaigns.ts';
import { sendAutomatic } from '../delivery/automatic-mail.ts';
import type { PostRoom } from '../delivery/post-room.ts';
import { newBounceId } from '../delivery/return-path.ts';
import { isLang } from '../locales/langs.ts';
import { links } from '../site/links.ts';
import { sealLink } from './mailed-link.ts';
import { confirmationMail } from './mails/confirmation-mail.ts';
import { type DueConfirmation, setMailState, takeConfirmations } from './outgoing-queries.ts';
import { unseal } from './sealing.ts';

const AT_ONCE = 20;

/** Mails the links by which acts are confirmed: at least once each, those that wait longest first. @returns how many were tried */
export async function sendConfirmations(app: App, post: PostRoom, signal?: AbortSignal): Promise<number> {
  let tried = 0;
  while (!signal?.aborted) {
    const due = await takeConfirmations(app.database, AT_ONCE);
    if (due.length === 0) break;
    const open = await Promise.all(due.map((act) => sendOne(app, post, act)));
    tried += due.length;
    if (open.includes(false)) break;
  }
  return tried;
}

/** @returns false where our own way out is closed */
async function sendOne(app: App, post: PostRoom, act: DueConfirmation): Promise<boolean> {
  const lang = isLang(act.lang) ? act.lang : 'en';
  const campaign = await campaignById(app.database, act.campaign_id, lang);
  const link = `${app.settings.PUBLIC_URL}${links.confirm(lang, sealLink(app.keys, 'confirm', act.supporter_key, act.id))}`;
  const words = confirmationMail(
    { kind: act.kind, lang, campaign: campaign?.text.name ?? '', link, until: act.expires_at },
    app.settings.operator?.name,
  );
  const bounceId = newBounceId();
  const result = await sendAutomatic(app, post, { to: unseal(app.keys, act.address_sealed), lang, ...words }, bounceId);
  if (result.outcome === 'accepted' || result.outcome === 'unknown')
    await setMailState(app.database, act, { mail_state: 'sent', bounce_id: bounceId });
  if (result.outcome === 'refused') await setMailState(app.database, act, { mail_state: 'refused' });
  if (result.outcome === 'deferred')
    await setMailState(app.database, act, { mail_due_at: new Date(Date.now() + act.mail_attempts * 300_000) });
  return !(result.outcome === 'deferred' && result.ours);
}
