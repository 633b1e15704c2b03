import { randomUUIDv7 } from 'node:crypto';
import { CampaignClosedError } from '../campaigns/campaign-closed-error.ts';
import { campaignById } from '../campaigns/campaigns.ts';
import { consentText } from '../consents/consent-texts.ts';
import type { App } from '../http/app.ts';
import { ourselves } from '../publications/audience.ts';
import { readSealed, UNREADABLE } from '../sealing/read-sealed.ts';
import { seal, supporterKey } from '../sealing/sealing.ts';
import { type NewLetter, replaceAddress } from './accept-queries.ts';
import { kindOf } from './action-kind.ts';
import { insertAction } from './batch-inserts.ts';
import { limitKeys } from './mail-limit.ts';
import type { OfferedAction } from './offered-action.ts';

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
    letters: sealedLetters(app, who, action),
  });
  // The action's own mail could not leave either.
  if (known && readSealed(app, 'supporters.address_sealed', [who], known) === UNREADABLE)
    await replaceAddress(app.database, who, known, addressSealed);
  return id;
}

/** @throws Error for letters of a kind whose room seals none: what people type is never stored open */
function sealedLetters(app: App, who: Buffer, { kind, letters }: OfferedAction): readonly NewLetter[] {
  const { seal: sealText } = kindOf(app, { kind });
  return letters.map(({ text, ...letter }) => {
    if (!sealText) throw new Error(`nothing seals what goes with ${kind}`);
    return { ...letter, textSealed: sealText(app, who, letter.id, text) };
  });
}
