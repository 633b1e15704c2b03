import type { Fields } from '../facts/shapes.ts';
import { type FieldsByFile, type Hidden, isEmbargoed } from '../facts/visible.ts';

type Told = readonly Fields[];

/**
 * Events that are not yet public, and whatever only they tell of: a case, a person, a situation, charges, trials, notes. What has no event of its own
 * is seen with what it belongs to.
 */
export const hiddenRows: Hidden = (files, today) => {
  const told = [...rows(files, 'events'), ...rows(files, 'scheduled')];
  const hidden = new Set(told.filter((row) => isEmbargoed(row, today)));
  if (hidden.size === 0) return hidden;
  const allHidden = (some: Told) => some.length > 0 && some.every((row) => hidden.has(row));
  const hide = (file: string, isHidden: (row: Fields) => boolean) => {
    for (const row of rows(files, file)) if (isHidden(row)) hidden.add(row);
  };
  hide('situations', ({ slug }) => allHidden(told.filter(({ situation }) => situation === slug)));
  hide('cases', ({ slug }) => allHidden(told.filter((row) => row.case === slug)));
  const cases = slugsOf(files, 'cases', hidden);
  hide('participants', (row) => cases.has(row.case) || allHidden(told.filter((one) => isOf(one, row))));
  const out = rows(files, 'participants').filter((row) => hidden.has(row));
  hide('people', ({ slug }) => allHidden(rows(files, 'participants').filter(({ person }) => person === slug)));
  for (const file of ['charges', 'trials']) hide(file, (row) => out.some((one) => isOf(row, one)));
  hideWords(files, hidden);
  return hidden;
};

function rows(files: FieldsByFile, file: string): Told {
  return files[file] ?? [];
}

function slugsOf(files: FieldsByFile, file: string, hidden: ReadonlySet<Fields>): ReadonlySet<unknown> {
  return new Set(rows(files, file).flatMap((row) => (hidden.has(row) ? [row.slug] : [])));
}

const isOf = (row: Fields, { case: of, person }: Fields) => row.case === of && row.person === person;

/** The translations of words that only hidden rows say. */
function hideWords(files: FieldsByFile, hidden: Set<Fields>): void {
  const everything = Object.values(files).flat();
  const said = new Set(everything.filter((row) => !hidden.has(row)).map(({ note }) => note));
  const kept = new Set([...hidden].map(({ note }) => note).filter((note) => note !== '' && !said.has(note)));
  for (const row of [...rows(files, 'notes'), ...rows(files, 'people-notes')]) if (kept.has(row.en)) hidden.add(row);
}
