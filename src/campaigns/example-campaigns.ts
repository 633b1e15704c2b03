import { SYSTEM } from '../actors/actors.ts';
import { type Lang, langs } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { words as wordsIn } from '../locales/words.ts';
import { removePublications, showWithin, withdrawWithin } from '../publications/publications.ts';
import { removeVersions } from '../texts/versions.ts';
import type { InLang } from './campaign-in-folder.ts';
import type { CampaignText } from './campaign-text.ts';
import { setAskWords, setCampaignWords } from './change-words.ts';
import { deleteExamples, insertExample, selectPresent, selectWordsLike } from './example-queries.ts';

const YEAR = 365 * 86_400_000;

const id = (number: number) => `00000000-0000-7000-8000-0000000000${number}`;
const examples = [
  {
    id: id(91),
    askId: id(92),
    slug: 'example-closed',
    from: -2 * YEAR,
    until: -YEAR,
    name: 'campaigns.example.closed',
  },
  { id: id(93), askId: id(94), slug: 'example-open', from: -15 * YEAR, until: YEAR, name: 'campaigns.example.open' },
  {
    id: id(95),
    askId: id(96),
    slug: 'example-scheduled',
    from: YEAR / 4,
    until: YEAR,
    name: 'campaigns.example.scheduled',
  },
] as const;
const ids = examples.map((one) => one.id);
const asks = examples.map(({ askId }) => askId);

/** One that is over, one that is open, since so long that it never leads, and one to come, beside the campaign of a slug. */
export async function addExampleCampaigns(trx: Queries, like: string, now: Date): Promise<void> {
  const words = await selectWordsLike(trx, like);
  for (const { from, until, name, ...one } of examples) {
    const at = (after: number) => new Date(now.getTime() + after);
    if (!(await insertExample(trx, like, { ...one, opensAt: at(from), closesAt: at(until) }))) continue;
    const named = inOrder(words.texts).map(({ lang, text }) => ({ lang, text: exampleText(text, lang, name) }));
    await setCampaignWords(trx, one.id, named, how);
    await setAskWords(trx, one.askId, inOrder(words.asks), how);
  }
  await dropPages(trx, ['campaigns'], 'refresh');
}

const how = { by: SYSTEM, brought: true };

/** As languages stand everywhere: the first is the original. */
function inOrder<Text>(texts: readonly InLang<Text>[]): InLang<Text>[] {
  return langs.flatMap((lang) => texts.filter((one) => one.lang === lang));
}

/** The other's words, with a name and a line that say what it is. */
function exampleText(
  { meaning: _, ...text }: CampaignText,
  lang: Lang,
  name: (typeof examples)[number]['name'],
): CampaignText {
  const about = wordsIn(lang).t(`${name}.about`);
  return { ...text, name: wordsIn(lang).t(name), tagline: about, summary: about };
}

/** The one that is open, and its ask. */
export const openExample = { campaignId: id(93), askId: id(94) };

/** Nobody sees them once an operator is named. */
export async function hideExampleCampaigns(trx: Queries): Promise<void> {
  for (const one of await selectPresent(trx, ids))
    await withdrawWithin(trx, one, SYSTEM, 'an example of a demonstration');
}

export async function showExampleCampaigns(trx: Queries): Promise<void> {
  for (const one of await selectPresent(trx, ids)) await showWithin(trx, one, SYSTEM);
}

export async function removeExampleCampaigns(trx: Queries): Promise<void> {
  await deleteExamples(trx, ids);
  await removePublications(trx, [...ids, ...asks]);
  await removeVersions(trx, [...ids, ...asks]);
}
