import type { Queries } from '../database/database.ts';
import { momentOf } from '../http/moment.ts';
import { publicZone } from '../publications/public-zone.ts';
import { dayIn } from '../text/time-zone.ts';
import { type Fact, selectFacts } from './facts-queries.ts';
import { type DatasetName, type Fields, type Files, type Line, NO_LINE } from './shapes.ts';
import type { HiddenFields } from './visible-fields.ts';

/**
 * Some files with the rows that stand, are not public yet, and are missing from them. What is given out leaves such rows out, so a folder
 * made from it says nothing of them.
 * @returns also how many those are
 */
export async function withEmbargoed(
  trx: Queries,
  { name, hidden }: { readonly name: DatasetName; readonly hidden: HiddenFields },
  files: Files,
): Promise<{ files: Files; heldBack: number }> {
  const current = await selectFacts(trx, name);
  const out = await embargoedNow(trx, current, hidden);
  const said = new Set(Object.entries(files).flatMap(([file, lines]) => lines.map(({ key }) => `${file}\n${key}`)));
  const missing = current.filter(({ file, key, fields }) => out.has(fields) && !said.has(`${file}\n${key}`));
  const added = Map.groupBy(missing, ({ file }) => file);
  const whole = Object.entries(files).map(([file, lines]) => [file, [...lines, ...asLines(added.get(file))]] as const);
  return { files: Object.fromEntries(whole), heldBack: missing.length };
}

/** The fields of those that are not public yet by the database's clock, and of what only they tell of. */
export async function embargoedNow(
  queries: Queries,
  current: readonly Fact[],
  hidden: HiddenFields,
): Promise<ReadonlySet<Fields>> {
  const byFile = Map.groupBy(current, ({ file }) => file);
  const rows = Object.fromEntries([...byFile].map(([file, facts]) => [file, facts.map(({ fields }) => fields)]));
  const { at } = await momentOf(queries);
  return hidden(rows, dayIn(publicZone(), at));
}

function asLines(facts: readonly Fact[] = []): Line[] {
  return facts.map(({ key, fields }) => ({ line: NO_LINE, key, fields }));
}
