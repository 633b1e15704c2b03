import { momentOf } from '../http/moment.ts';
import type { Change, ContentUnit, StoredContent } from '../starting-content/content-unit.ts';
import type { TimeZone } from '../text/time-zone.ts';
import { lockCampaigns, selectCampaigns } from './campaign-queries.ts';
import { AskText, CampaignText } from './campaign-text.ts';
import { type Times, timesIn, timesRefused } from './changed-times.ts';
import { keys, partOf } from './content-keys.ts';
import { rowsInFolder, storedRows, type TimesRow } from './content-rows.ts';
import { campaignsIn } from './load-campaigns.ts';
import { makeCampaignChanges } from './make-campaign-changes.ts';

/** Campaigns, their asks and their words. Whether one is published, hidden, and whose it is, is in no row. */
export const campaignContent: ContentUnit = {
  name: 'campaigns',
  folder: 'content/campaigns',
  tags: ['campaigns'],
  nested: true,
  read: async (folder) => (await campaignsIn(folder)).flatMap(rowsInFolder),
  stored: async (trx, { zone }) => {
    await lockCampaigns(trx);
    return new Map(storedRows(await selectCampaigns(trx), zone).map(({ key, value }) => [key, { value }]));
  },
  refused: async (trx, changes, stored, { zone }) => {
    const { at: now } = await momentOf(trx);
    return new Map(
      changes.flatMap((change) => {
        const why = refusalOf(change, { changes, stored, zone, now });
        return why === undefined ? [] : [[change.key, why] as const];
      }),
    );
  },
  completed: (key, stored, offered) => {
    const { kind } = partOf(key);
    const shape = kind === 'words' ? CampaignText : kind === 'ask-words' ? AskText : undefined;
    return shape && !shape.safeParse(stored).success ? completed(shape, stored, offered) : undefined;
  },
  make: makeCampaignChanges,
};

/** Earlier versions had fewer words, which this one shows: what can be read of what stands, and the rest of what is offered. */
function completed(shape: typeof CampaignText | typeof AskText, stored: unknown, offered: unknown): unknown {
  const known = stored as Readonly<Record<string, unknown>>;
  const legible = Object.entries(shape.shape).filter(
    ([field, of]) => known[field] !== undefined && of.safeParse(known[field]).success,
  );
  return { ...(offered as object), ...Object.fromEntries(legible.map(([field]) => [field, known[field]])) };
}

interface Beside {
  readonly changes: readonly Change[];
  readonly stored: StoredContent;
  readonly zone: TimeZone;
  readonly now: Date;
}

function refusalOf({ key, before, after }: Change, beside: Beside): string | undefined {
  const part = partOf(key);
  if (after === undefined) return undefined;
  if (part.kind === 'times' && before !== undefined) {
    const [known, times] = [before, after].map((row) => momentsOf(row as TimesRow, beside.zone)) as [Times, Times];
    return timesRefused(known, times, beside.now)[0];
  }
  if (part.kind !== 'ask') return undefined;
  // What a letter begins with must be in its words, which somebody may have edited.
  const { defaults } = after as { defaults: readonly string[] };
  const words = wordsOf(keys.ask(part.campaign, part.ask), beside);
  const missing = defaults.find((id) => !words.every(({ arguments: all = [] }) => all.some((one) => one.id === id)));
  return missing && `defaults: there is no argument ${missing} in all of its words`;
}

/** The words of an ask as they will stand. */
function wordsOf(ask: string, { changes, stored }: Beside): AskText[] {
  const isWords = (key: string) => key.startsWith(`${ask}/`) && partOf(key).kind === 'ask-words';
  const will = new Map([...stored].map(([key, { value }]) => [key, value]));
  for (const { key, after } of changes) if (after !== undefined) will.set(key, after);
  return [...will].flatMap(([key, value]) => (isWords(key) ? [value as AskText] : []));
}

/** Of days, or of moments that an operator has set. */
function momentsOf({ opensOn, closesOn }: TimesRow, zone: TimeZone): Times {
  const isDay = (said: string | null) => said === null || !said.includes('T');
  const days = timesIn(zone, opensOn.slice(0, 10), closesOn?.slice(0, 10));
  return {
    opensAt: isDay(opensOn) ? days.opensAt : new Date(opensOn),
    closesAt: isDay(closesOn) ? days.closesAt : new Date(closesOn ?? ''),
  };
}
