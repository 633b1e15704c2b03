import { writerOf } from '../actions/writer.ts';
import { campaignKnown } from '../campaigns/campaigns.ts';
import { throughWhom } from '../controllers/who-answers.ts';
import type { App } from '../http/app.ts';
import { stateName } from '../states/state-names.ts';
import { stateOf } from '../states/states.ts';
import type { ClaimedLetter } from './delivery-queries.ts';
import { openText } from './letter-text.ts';

export type ReadyLetter = NonNullable<Awaited<ReturnType<typeof readyToSend>>>;

/**
 * A letter with everything that its mail needs, also where its campaign is not to be seen any more: it is its writer's. Undefined once
 * they are forgotten.
 */
export async function readyToSend(app: App, letter: Omit<ClaimedLetter, 'claim' | 'attempts'>) {
  const writer = await writerOf(app, letter.supporter_key, letter.action_id);
  const text = openText(app.keys, letter, letter.text_sealed);
  const campaign = await campaignKnown(app.database, letter.campaign_id, text.lang);
  if (!writer || !campaign) return undefined;
  const state = await stateOf(app.database, writer.country);
  const named = { ...writer, country: state ? stateName(text.lang, state) : writer.country };
  return {
    text,
    writer: named,
    copy: writer.copy,
    campaign: {
      id: letter.campaign_id,
      name: campaign.text.name,
      slug: campaign.slug,
      through: throughWhom(text.lang, campaign.controller, app.settings.operator),
    },
    representativeId: letter.representative_id,
    to: letter.address,
    channelId: letter.channel_id,
  };
}
