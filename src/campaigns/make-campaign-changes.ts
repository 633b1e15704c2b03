import { DEMONSTRATION } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import { unpublishWithin, withdrawWithin } from '../publications/publications.ts';
import type { Change, ContentContext } from '../starting-content/content-unit.ts';
import { putAskFacts, putAskTexts, setConditional } from './ask-queries.ts';
import { askIdOf, campaignIdOf, putCampaignTexts, putTimes, updateCampaignRow } from './campaign-queries.ts';
import type { AskFacts, AskText, CampaignFacts, CampaignText } from './campaign-text.ts';
import { timesIn } from './changed-times.ts';
import { type Part, partOf } from './content-keys.ts';
import type { TimesRow } from './content-rows.ts';

/** Makes changes of campaigns row by row; what is new is published, what the operator has set of what is known stays. */
export async function makeCampaignChanges(
  trx: Queries,
  changes: readonly Change[],
  context: ContentContext,
): Promise<void> {
  for (const { key, after } of changes) {
    const part = partOf(key);
    if (after === undefined) await takeAway(trx, part, context);
    else await put(trx, part, after, context);
  }
}

async function put(trx: Queries, part: Part, after: unknown, { zone }: ContentContext): Promise<void> {
  if (part.kind === 'times') {
    const { opensOn, closesOn } = after as TimesRow;
    // Whose it is by then is settled after what is new was brought (settle-controllers.ts).
    return putTimes(trx, part.campaign, timesIn(zone, opensOn, closesOn), DEMONSTRATION);
  }
  const id = await campaignIdOf(trx, part.campaign);
  switch (part.kind) {
    case 'facts':
      return updateCampaignRow(trx, id, after as Pick<CampaignFacts, 'letterLimit' | 'hashtags' | 'video'>);
    case 'place':
      return updateCampaignRow(trx, id, { position: after as number | null });
    case 'plain-for':
      return updateCampaignRow(trx, id, { plainForMonths: after as number });
    case 'words':
      return putCampaignTexts(trx, id, [{ lang: part.lang, text: after as CampaignText }]);
    case 'ask': {
      const { place, ...facts } = after as AskFacts & { place: number };
      await putAskFacts(trx, { campaignId: id, slug: part.ask, position: place, facts });
      return;
    }
    default:
      return putAskWords(trx, await askIdOf(trx, id, part.ask), part, after);
  }
}

type OfWords = Extract<Part, { kind: 'ask-words' | 'conditional' }>;

async function putAskWords(trx: Queries, ask: string, { kind, lang }: OfWords, after: unknown): Promise<void> {
  if (kind === 'ask-words') await putAskTexts(trx, ask, [{ lang, text: after as Omit<AskText, 'conditional'> }]);
  else await setConditional(trx, ask, lang, after as AskText['conditional']);
}

/** Nothing of a campaign is deleted: letters name it. Readers don't see it any more. */
async function takeAway(trx: Queries, part: Part, { by, why }: ContentContext): Promise<void> {
  const id = await campaignIdOf(trx, part.campaign);
  switch (part.kind) {
    case 'facts':
      return withdrawWithin(trx, id, by, why);
    case 'words':
      return unpublishWithin(trx, id, [part.lang], by);
    case 'ask':
      return withdrawWithin(trx, await askIdOf(trx, id, part.ask), by, why);
    case 'ask-words':
      return unpublishWithin(trx, await askIdOf(trx, id, part.ask), [part.lang], by);
    case 'conditional':
      return setConditional(trx, await askIdOf(trx, id, part.ask), part.lang, undefined);
    default:
  }
}
