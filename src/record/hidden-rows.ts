import type { Fields } from '../facts/shapes.ts';
import type { FieldsByFile, HiddenFields } from '../facts/visible-fields.ts';
import { isEmbargoed } from '../publications/visible-to.ts';

type DatedRows = readonly Fields[];

/**
 * Events that are not yet public, and whatever only they tell of: a case, a person, a situation, charges, trials, notes. What has no
 * event of its own is seen with what it belongs to.
 */
export const hiddenRows: HiddenFields = (files, today) => {
  const dated = [...rows(files, 'events'), ...rows(files, 'scheduled')];
  const hidden = new Set(dated.filter((row) => isEmbargoed(row, today)));
  if (hidden.size === 0) return hidden;
  const allHidden = (some: DatedRows) => some.length > 0 && some.every((row) => hidden.has(row));
  const hide = (file: string, isHidden: (row: Fields) => boolean) => {
    for (const row of rows(files, file)) if (isHidden(row)) hidden.add(row);
  };
  hide('situations', ({ slug }) => allHidden(dated.filter(({ situation }) => situation === slug)));
  hide('cases', ({ slug }) => allHidden(dated.filter((row) => row.case === slug)));
  const cases = slugsOf(files, 'cases', hidden);
  hide('participants', (row) => cases.has(row.case) || allHidden(dated.filter((one) => isOf(one, row))));
  const out = rows(files, 'participants').filter((row) => hidden.has(row));
  hide('people', ({ slug }) => allHidden(rows(files, 'participants').filter(({ person }) => person === slug)));
  const events = new Set(dated.flatMap((row) => (hidden.has(row) ? [row.id] : [])));
  hide('charges', (row) => events.has(row.event) || out.some((one) => isOf(row, one)));
  hide('corrections', (row) => events.has(row.event));
  hide('summaries', (row) => (row.events ?? '').split(' ').some((id) => events.has(id)));
  // A hearing whose outcome is not public yet names it.
  hide('scheduled', ({ happened }) => events.has(happened));
  hide('trials', (row) => allHidden(dated.filter((one) => opens(one, row))) || out.some((one) => isOf(row, one)));
  const gone = new Set([...slugsOf(files, 'situations', hidden), ...cases]);
  hide('coverage', ({ subject }) => gone.has(subject));
  const people = slugsOf(files, 'people', hidden);
  hide('summaries', (row) => gone.has(row.situation) || gone.has(row.case));
  hide('corrections', (row) => gone.has(row.situation) || gone.has(row.case) || people.has(row.person));
  hideWords(files, hidden);
  return hidden;
};

function rows(files: FieldsByFile, file: string): DatedRows {
  return files[file] ?? [];
}

function slugsOf(files: FieldsByFile, file: string, hidden: ReadonlySet<Fields>): ReadonlySet<unknown> {
  return new Set(rows(files, file).flatMap((row) => (hidden.has(row) ? [row.slug] : [])));
}

const isOf = (row: Fields, { case: of, person }: Fields) => row.case === of && row.person === person;

/** Whether an event opens a trial for one of its members; without a person it does for all in the case. */
function opens({ type, case: of, person }: Fields, member: Fields): boolean {
  return type === 'trial-opened' && of === member.case && (person === '' || person === member.person);
}

/** The translations of words that only hidden rows say. */
function hideWords(files: FieldsByFile, hidden: Set<Fields>): void {
  const everything = Object.values(files).flat();
  const said = new Set(everything.filter((row) => !hidden.has(row)).map(({ note }) => note));
  const hiddenNotes = new Set([...hidden].map(({ note }) => note).filter((note) => note !== '' && !said.has(note)));
  for (const row of [...rows(files, 'notes'), ...rows(files, 'people-notes')])
    if (hiddenNotes.has(row.en)) hidden.add(row);
}
