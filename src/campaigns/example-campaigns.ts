import { SYSTEM } from '../actors/actors.ts';
import { langs } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { words } from '../locales/words.ts';
import { publishNew, removePublications, showWithin, withdrawWithin } from '../publications/publications.ts';
import { deleteExamples, type ExampleCampaign, insertExample, selectPresent } from './example-queries.ts';

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
  for (const { from, until, name, ...one } of examples) {
    const named = langs.map((lang) => [lang, { name: words(lang).t(name), about: words(lang).t(`${name}.about`) }]);
    const at = (after: number) => new Date(now.getTime() + after);
    const made: ExampleCampaign = { ...one, opensAt: at(from), closesAt: at(until), words: Object.fromEntries(named) };
    if (!(await insertExample(trx, like, made))) continue;
    await publishNew(trx, { id: one.id, kind: 'campaign' }, langs, SYSTEM);
    await publishNew(trx, { id: one.askId, kind: 'ask' }, langs, SYSTEM);
  }
  await dropPages(trx, ['campaigns'], 'refresh');
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
}
