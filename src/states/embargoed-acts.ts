import type { Fields } from '../facts/shapes.ts';
import type { FieldsByFile, HiddenFields } from '../facts/visible-fields.ts';
import { isEmbargoed } from '../publications/visible-to.ts';
import { deposits } from './shapes.ts';
import { wordsOf } from './sources.ts';

/** What follows from an act by the treaty alone: the acts that it follows from. */
const consequences: Readonly<Record<string, readonly string[]>> = {
  'entry-into-force': deposits,
  'withdrawal-effective': ['withdrawal-notified'],
};

/**
 * Acts that are not yet public, what only follows from them, and the words that only they say; no other row of the states has such a
 * day.
 */
export const embargoedActs: HiddenFields = (files, today) => {
  const acts = files['treaty-acts'] ?? [];
  const hidden = new Set(Object.values(files).flatMap((rows) => rows.filter((row) => isEmbargoed(row, today))));
  if (hidden.size === 0) return hidden;
  for (const act of acts) if (hidden.has(causeOf(act, acts) ?? act)) hidden.add(act);
  const isOf = (act: Fields, row: Fields) =>
    act.iso3 === row.iso3 && act.treaty === row.treaty && act.act === row.act && act.date === row.now;
  for (const row of files.corrections ?? []) if ([...hidden].some((act) => isOf(act, row))) hidden.add(row);
  for (const words of onlySaidBy(files, hidden)) hidden.add(words);
  return hidden;
};

/** The last act before it from which one follows. */
function causeOf(act: Fields, acts: readonly Fields[]): Fields | undefined {
  const causes = consequences[act.act ?? ''] ?? [];
  return acts
    .filter(({ iso3, treaty }) => iso3 === act.iso3 && treaty === act.treaty)
    .filter((one) => causes.includes(one.act ?? '') && (one.date ?? '') <= (act.date ?? ''))
    .sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''))
    .at(-1);
}

const sayings = ({ source = '', other_source = '' }: Fields) => [wordsOf(source), wordsOf(other_source)];

function onlySaidBy(files: FieldsByFile, hidden: ReadonlySet<Fields>): readonly Fields[] {
  const said = Object.values(files)
    .flat()
    .filter((row) => !hidden.has(row))
    .flatMap(sayings);
  const hiddenWords = new Set([...hidden].flatMap(sayings));
  for (const words of said) hiddenWords.delete(words);
  return (files['source-words'] ?? []).filter(({ en = '' }) => hiddenWords.has(en));
}
