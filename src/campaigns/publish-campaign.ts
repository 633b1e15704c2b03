import { createHash } from 'node:crypto';
import type { ActorId } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Publication } from '../publications/publication.ts';
import { lockedStates, publicationsOf, publishWithin } from '../publications/publications.ts';
import { type RuledAsk, selectRuledAsks } from './ask-rules-queries.ts';
import { selectSettingRow, waitForContent } from './campaign-queries.ts';
import { type ItemRow, selectItems } from './office/item-queries.ts';

/** What is published: with the languages in which its words stand, and those in which readers have it, or will. */
export interface Publishable {
  readonly id: string;
  readonly kind: 'campaign' | 'ask';
  /** As an operator knows it. */
  readonly name: string;
  readonly written: readonly Lang[];
  readonly shown: readonly Lang[];
}

/** A campaign with its asks, and what stands between them and readers. */
export interface Publishing {
  /** The campaign, then its asks. */
  readonly rows: readonly ItemRow[];
  readonly asks: readonly RuledAsk[];
  readonly publications: ReadonlyMap<string, Publication>;
}

/** In which languages something can be published. */
export function unpublished({ written, shown }: Publishable): readonly Lang[] {
  return written.filter((lang) => !shown.includes(lang));
}

/** As it is published. */
export function publishable(row: ItemRow, { publications }: Publishing): Publishable {
  const { id, kind, slug, ask } = row;
  const shown = [...(publications.get(id)?.publicFrom.keys() ?? [])];
  return { id, kind, name: ask === null ? slug : `${slug}/${ask}`, written: row.texts.map(({ lang }) => lang), shown };
}

/** Whether an ask is made, as far as it is published: nobody withdrew or hid it. */
export function isMade(asks: readonly RuledAsk[], id: string): boolean {
  return asks.some((ask) => ask.id === id && !ask.barred);
}

/** A campaign as it is now. */
export async function readPublishing(queries: Queries, slug: string): Promise<Publishing> {
  const rows = await selectItems(queries, slug);
  const asks = rows[0] ? await selectRuledAsks(queries, rows[0].id) : [];
  return { rows, asks, publications: await publicationsOf(queries, 'campaign', 'ask') };
}

/** What was shown of a campaign and each of its asks before it was published: by their ids, the same as long as they are as they were. */
export function seenOf({ rows, asks, publications }: Publishing): ReadonlyMap<string, string> {
  return new Map(
    rows.map((row, place) => {
      const { publicFrom, withdrawnAt, hidden } = publications.get(row.id) ?? {};
      const texts = row.texts.map(({ lang, version }) => `${lang} ${version}`).sort();
      const rules = asks.find((ask) => ask.id === row.id)?.number;
      const all = [place, texts, rules, [...(publicFrom ?? [])].sort(), withdrawnAt, hidden];
      return [row.id, createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16)];
    }),
  );
}

/** What of it differs from what was seen; nothing was seen of what is new. */
export function changedSince(publishing: Publishing, seen: ReadonlyMap<string, string>): readonly ItemRow[] {
  const now = seenOf(publishing);
  return publishing.rows.filter(({ id }) => now.get(id) !== seen.get(id));
}

interface Wanted {
  readonly slug: string;
  /** The campaign, or an ask of it. */
  readonly item: string;
  readonly langs: readonly Lang[];
  /** Of a campaign: with the asks that are made. */
  readonly withAsks: boolean;
  readonly seen: ReadonlyMap<string, string>;
}

/** `moved`: it is not what was seen any more; `unreached`: in one of the languages nothing would be asked of every state. */
export type Published = 'done' | 'moved' | 'unreached';

/**
 * Publishes a campaign, with its asks where that is wanted, or an ask, in those of some languages in which its words stand and readers
 * don't have it: all of what was seen or nothing, in one transaction, in which nobody else changes it.
 * @throws NotAllowedError
 */
export function publishSeen(database: Database, wanted: Wanted, by: ActorId): Promise<Published> {
  return database.transaction().execute(async (trx): Promise<Published> => {
    await waitForContent(trx);
    await selectSettingRow(trx, wanted.slug, true);
    for (const { id } of await selectItems(trx, wanted.slug)) await lockedStates(trx, id);
    const publishing = await readPublishing(trx, wanted.slug);
    const row = publishing.rows.find(({ id }) => id === wanted.item);
    if (!row || changedSince(publishing, wanted.seen).length > 0) return 'moved';
    if (row.kind === 'campaign' && !wanted.langs.every((lang) => reachesEveryState(publishing, lang, wanted.withAsks)))
      return 'unreached';
    await publishAll(
      trx,
      [...(wanted.withAsks ? comingAlong(publishing, row) : []), row],
      publishing,
      wanted.langs,
      by,
    );
    return 'done';
  });
}

/** Asks before their campaign, so that nobody meets it without them. */
async function publishAll(
  trx: Queries,
  rows: readonly ItemRow[],
  publishing: Publishing,
  wanted: readonly Lang[],
  by: ActorId,
): Promise<void> {
  for (const one of rows.map((row) => publishable(row, publishing))) {
    const langs = unpublished(one).filter((lang) => wanted.includes(lang));
    const { id, kind, name } = one;
    if (langs.length > 0) await publishWithin(trx, { id, kind, name, tags: ['campaigns'] }, langs, by);
  }
}

/** With a campaign, its asks that are made; with an ask, nothing. */
function comingAlong({ rows, asks }: Publishing, row: ItemRow): readonly ItemRow[] {
  return row.kind === 'campaign' ? rows.filter(({ id, kind }) => kind === 'ask' && isMade(asks, id)) : [];
}

/** Whether something is asked of every state in a language, once this is done. */
function reachesEveryState(publishing: Publishing, lang: Lang, withAsks: boolean): boolean {
  const always = publishing.asks.find(({ barred, rules }) => !barred && rules.when === 'always');
  const row = publishing.rows.find(({ id }) => id === always?.id);
  if (!row) return false;
  const { written, shown } = publishable(row, publishing);
  return shown.includes(lang) || (withAsks && written.includes(lang));
}
