import type { Day } from '../text/partial-day.ts';
import { goesOn, partialDate, periodFrom } from './dates.ts';
import { nameOf } from './entry.ts';
import { Called, type PopoloCalled, type PopoloOtherName } from './popolo-shapes.ts';

type Parts = Pick<
  PopoloOtherName,
  'given_name' | 'additional_name' | 'patronymic_name' | 'family_name' | 'honorific_prefix' | 'honorific_suffix'
> &
  Partial<Pick<PopoloOtherName, 'lordname' | 'lordofname'>>;

/**
 * How a person is called on a day: by name, else as its parts say, else by the name among their others that holds then, one noted as
 * the main one first.
 * @throws InvalidEntryError where that is no name, or where their others decide and one has a date that is none, or ends before it begins
 */
export function personName(person: PopoloCalled, day: Day): string | null {
  return nameOf(person.name) ?? nameOf(joined(person)) ?? nameOf(otherName(person.other_names ?? [], day));
}

/** The same of a person who can't be read otherwise; undefined where that can't be read either. */
export function readableName(person: unknown, day: Day): string | undefined {
  const said = Object.entries(Object(person)).filter(
    ([key, value]) => typeof value === 'string' || key === 'other_names',
  );
  const read = Called.safeParse(Object.fromEntries(said));
  try {
    return (read.success && personName(read.data, day)) || undefined;
  } catch {
    return undefined;
  }
}

/** “Dr Ada One MP”; peers are called after a place: “Lord One of Somewhere”. */
function joined(parts: Parts): string {
  const { given_name, additional_name, patronymic_name, family_name, honorific_prefix, honorific_suffix } = parts;
  const { lordname, lordofname } = parts;
  const own = [given_name, additional_name, patronymic_name, family_name, lordname].filter(Boolean);
  const called = [...own, ...(lordofname ? [own.length > 0 || honorific_prefix ? 'of' : '', lordofname] : [])].filter(
    Boolean,
  );
  return called.length === 0 ? '' : [honorific_prefix, ...called, honorific_suffix].filter(Boolean).join(' ');
}

function otherName(names: readonly PopoloOtherName[], day: Day): string | undefined {
  const holding = names.filter((name) => holds(name, day)).sort((a, b) => since(b).localeCompare(since(a)));
  const main = holding.find(({ note }) => /^main$/i.test(note?.trim() ?? ''));
  const chosen = main ?? holding[0];
  return chosen && (chosen.name || joined(chosen));
}

function holds({ start_date, end_date }: PopoloOtherName, day: Day): boolean {
  return goesOn(periodFrom(partialDate(start_date), partialDate(end_date)), day);
}

function since({ start_date }: PopoloOtherName): string {
  return start_date ?? '';
}
