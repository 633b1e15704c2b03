import { randomUUIDv7 } from 'node:crypto';
import { acceptAction } from '../../src/actions/accept-action.ts';
import { type Action, actionsOf } from '../../src/actions/action.ts';
import type { ActionKindName } from '../../src/actions/action-kind-name.ts';
import type { ActionDetails } from '../../src/actions/offered-action.ts';
import type { Lang } from '../../src/config/langs.ts';
import type { App } from '../../src/http/app.ts';
import { supporterKey } from '../../src/sealing/sealing.ts';
import { type Mailbox, readMailbox } from '../../src/text/mailbox.ts';

export interface Offer {
  readonly kind?: ActionKindName;
  readonly details?: ActionDetails;
  readonly consents?: readonly ('news' | 'public-name')[];
  readonly country?: string;
  readonly lang?: Lang;
  /** The text of a letter to a minister of justice whose address is known. */
  readonly body?: string;
  readonly subject?: string;
  /** In which that is written. */
  readonly letterLang?: Lang;
  /** Why it waits for a look once it is confirmed. */
  readonly held?: 'link' | 'threat' | 'unlike-campaign';
}

/** @throws where it is no address */
export function mailboxOf(email: string): Mailbox {
  const mailbox = readMailbox(email);
  if (!mailbox) throw new Error(`${email} is no address`);
  return mailbox;
}

/** Somebody types this address and sends; nothing is confirmed. */
export async function offer(app: App, campaignId: string, email: string, how: Offer): Promise<Action> {
  const { kind = 'pledge', details = { name: 'Amina K.' }, consents = [], country = 'KEN', lang = 'en' } = how;
  const mailbox = mailboxOf(email);
  const letters = kind === 'letter' ? [await letterTo(app, campaignId, how)] : [];
  await acceptAction(app, { kind, mailbox, campaignId, lang, country, details, consents, letters });
  const action = (await actionsOf(app, supporterKey(app.keys, mailbox.comparable))).at(-1);
  if (!action) throw new Error('nothing was taken');
  return action;
}

async function letterTo(app: App, campaignId: string, how: Offer) {
  const { database } = app;
  const ask = await database
    .selectFrom('asks')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const minister = await database
    .selectFrom('representatives')
    .select('id')
    .where('state', '=', how.country ?? 'KEN')
    .where('office', '=', 'justice-minister')
    .executeTakeFirstOrThrow();
  await database
    .insertInto('channels')
    .values({ representative_id: minister.id, kind: 'email', value: 'minister@justice.gov.example' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const channel = await database
    .selectFrom('channels')
    .select('id')
    .where('representative_id', '=', minister.id)
    .executeTakeFirstOrThrow();
  const { subject = 'Justice', body = 'Dear Minister, …', letterLang = 'en', held = null } = how;
  const text = JSON.stringify({ subject, body, lang: letterLang });
  return { id: randomUUIDv7(), askId: ask.id, representativeId: minister.id, channelId: channel.id, text, held };
}
