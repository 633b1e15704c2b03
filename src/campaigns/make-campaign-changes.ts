import { DEMONSTRATION } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import { unpublishWithin, withdrawWithin } from '../publications/publications.ts';
import type { Change, ContentContext } from '../starting-content/content-unit.ts';
import { putAskFacts, selectAskText } from './ask-queries.ts';
import { askIdOf, campaignIdOf, putTimes, updateCampaignRow } from './campaign-queries.ts';
import type { AskFacts, AskText, CampaignFacts, CampaignText } from './campaign-text.ts';
import { setAskWords, setCampaignWords } from './change-words.ts';
import { timesIn } from './changed-times.ts';
import { keys, type Part, partOf } from './content-keys.ts';
import type { TimesRow } from './content-rows.ts';

/** Makes changes of campaigns row by row; what is new is published, what the operator has set of what is known stays. */
export async function makeCampaignChanges(
  trx: Queries,
  changes: readonly Change[],
  context: ContentContext,
): Promise<void> {
  const all = new Map(changes.map(({ key, after }) => [key, after]));
  for (const [key, after] of all) {
    const part = partOf(key);
    if (isOfWords(part)) await putAskWords(trx, part, all, context);
    else if (after === undefined) await takeAway(trx, part, context);
    else await put(trx, part, after, context);
  }
}

type OfWords = Extract<Part, { kind: 'ask-words' | 'conditional' }>;
type OfMore = Exclude<Part, OfWords>;

function isOfWords(part: Part): part is OfWords {
  return part.kind === 'ask-words' || part.kind === 'conditional';
}

async function put(trx: Queries, part: OfMore, after: unknown, { zone, by }: ContentContext): Promise<void> {
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
      await setCampaignWords(trx, id, [{ lang: part.lang, text: after as CampaignText }], { by, brought: true });
      return;
    default: {
      const { place, ...facts } = after as AskFacts & { place: number };
      await putAskFacts(trx, { campaignId: id, slug: part.ask, position: place, facts });
      return;
    }
  }
}

/** The words of an ask in one language; what changes of its plain and of its conditional ones at once is one version. */
async function putAskWords(
  trx: Queries,
  { campaign, ask, lang, kind }: OfWords,
  all: ReadonlyMap<string, unknown>,
  { by }: ContentContext,
): Promise<void> {
  const [plain, conditional] = [keys.askWords(campaign, ask, lang), keys.conditional(campaign, ask, lang)];
  if (kind === 'conditional' && all.has(plain)) return;
  const id = await askIdOf(trx, await campaignIdOf(trx, campaign), ask);
  if (all.has(plain) && all.get(plain) === undefined) return unpublishWithin(trx, id, [lang], by);
  const stands = await selectAskText(trx, id, lang);
  const text = {
    ...((all.get(plain) ?? stands) as AskText),
    conditional: (all.has(conditional) ? all.get(conditional) : stands?.conditional) as AskText['conditional'],
  };
  await setAskWords(trx, id, [{ lang, text }], { by, brought: true });
}

/** Nothing of a campaign is deleted: letters name it. Readers don't see it any more. */
async function takeAway(trx: Queries, part: OfMore, { by, why }: ContentContext): Promise<void> {
  const id = await campaignIdOf(trx, part.campaign);
  switch (part.kind) {
    case 'facts':
      return withdrawWithin(trx, id, by, why);
    case 'words':
      return unpublishWithin(trx, id, [part.lang], by);
    case 'ask':
      return withdrawWithin(trx, await askIdOf(trx, id, part.ask), by, why);
    default:
  }
}
