import { randomUUIDv7 } from 'node:crypto';
import { CampaignClosedError } from '../campaigns/campaign-closed-error.ts';
import { campaignById } from '../campaigns/campaigns.ts';
import type { Lang } from '../config/langs.ts';
import { consentText, type Purpose } from '../consents/consent-texts.ts';
import type { App } from '../http/app.ts';
import { ourselves } from '../publications/audience.ts';
import { readSealed, UNREADABLE } from '../sealing/read-sealed.ts';
import { seal, supporterKey } from '../sealing/sealing.ts';
import type { Mailbox } from '../text/mailbox.ts';
import { type NewLetter, replaceAddress } from './accept-queries.ts';
import { insertAction } from './batch-inserts.ts';
import { limitKeys } from './mail-limit.ts';

/** What is sealed of an action: everything that says who did it, or that only this action needs. */
export interface ActionDetails {
  readonly name: string;
  readonly locality?: string;
  readonly organisation?: string;
  readonly supporterKind?: string;
  /** The writer wants a copy of each letter. */
  readonly copy?: boolean;
}

/** A letter with its text, which is sealed when the action is taken. */
export type OfferedLetter = Omit<NewLetter, 'textSealed'> & { readonly text: string };

export interface OfferedAction {
  readonly kind: 'letter' | 'pledge';
  readonly mailbox: Mailbox;
  readonly campaignId: string;
  readonly lang: Lang;
  /** ISO 3166 alpha-3. */
  readonly country: string;
  readonly details: ActionDetails;
  /** What was ticked beside the action itself. */
  readonly consents: readonly Exclude<Purpose, 'act'>[];
  readonly letters: readonly OfferedLetter[];
}

/**
 * Takes an action, unconfirmed, in one round trip; it is durable when this returns. Whether the supporter is known already makes no
 * difference that anybody could see. Whoever calls has seen that everybody may see the campaign; who acted in the moment before it was
 * hidden is taken, and mailed once it is shown again.
 * @returns the action's id
 * @throws CampaignClosedError for a campaign that is not open
 */
export async function acceptAction(app: App, action: OfferedAction): Promise<string> {
  const campaign = await campaignById(app.database, action.campaignId, action.lang, ourselves);
  if (!campaign) throw new Error('an action needs a campaign that is there');
  if (campaign.state !== 'open') throw new CampaignClosedError(campaign.slug);
  const { name: controller } = campaign.controller;
  const who = supporterKey(app.keys, action.mailbox.comparable);
  const id = randomUUIDv7();
  const addressSealed = seal(app.keys, 'supporters.address_sealed', [who], action.mailbox.address);
  const known = await insertAction(app.pool, {
    who,
    limit: limitKeys(app.keys, action.mailbox.comparable, who),
    addressSealed,
    id,
    campaignId: action.campaignId,
    kind: action.kind,
    lang: action.lang,
    country: action.country,
    detailsSealed: seal(app.keys, 'actions.details_sealed', [who, id], JSON.stringify(action.details)),
    consents: action.consents.map((purpose) => {
      const text = consentText(action.lang, purpose, controller);
      return { purpose, wording: text.id.toString('hex'), words: text.words, controller };
    }),
    letters: action.letters.map(({ text, ...letter }) => ({
      ...letter,
      textSealed: seal(app.keys, 'letters.text_sealed', [who, letter.id], text),
    })),
  });
  // The action's own mail could not leave either.
  if (known && readSealed(app, 'supporters.address_sealed', [who], known) === UNREADABLE)
    await replaceAddress(app.database, who, known, addressSealed);
  return id;
}
