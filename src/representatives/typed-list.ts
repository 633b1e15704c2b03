import type { Queries } from '../database/database.ts';
import type { View } from '../http/view.ts';
import { isolated } from '../locales/isolated.ts';
import type { Problems } from '../site/components/form.tsx';
import { stateMeant } from '../states/state-meant.ts';
import { allStates } from '../states/states.ts';
import { type Day, isDay } from '../text/partial-day.ts';
import { NotCsvError, readCsv } from './csv.ts';
import { isId, type Reading } from './entry.ts';

/** Of a list, in UTF-16 code units: some three times a parliament of 1,000 with every column filled. */
export const MOST_CHARACTERS = 600_000;
export const MOST_ROWS = 5_000;

const names = ['state', 'source', 'as_of', 'list', 'skip', 'sure'] as const;
/** What staff types and pastes, and ticks. */
export type TypedList = Readonly<Record<(typeof names)[number], string>>;

/** Forms come with the line breaks of the web: a list is the same whichever it had. */
export function typedList(form: URLSearchParams): TypedList {
  const said = names.map((name) => [name, (form.get(name) ?? '').replaceAll('\r\n', '\n')] as const);
  return Object.fromEntries(said.map(([name, text]) => [name, name === 'list' ? text : text.trim()])) as TypedList;
}

/** A list that can be compared with what is known. */
export interface ReadList {
  readonly state: string;
  readonly source: string | undefined;
  readonly day: Day;
  readonly reading: Required<Reading>;
  readonly given: TypedList;
}

type Wrong = 'state' | 'source' | 'as_of' | 'empty' | 'binary' | 'json' | 'rows' | 'table';
export interface ListProblem {
  readonly wrong: Wrong;
  /** What the reader of tables says of it. */
  readonly detail?: string;
}

/** No text has these: somebody gave a document, a picture, an archive. */
const BINARY = /[\p{Cc}--[\t-\r]]/v;
const BEGINNINGS = ['%PDF', 'PK'];

/** Reads what was pasted. A table whose rows have mistakes is one: they stand in `reading.refused`. */
export async function readList(
  queries: Queries,
  given: TypedList,
  { today }: Pick<View, 'today'>,
): Promise<ReadList | { readonly problems: readonly ListProblem[] }> {
  const { state } = stateMeant(await allStates(queries), given.state);
  const day = given.as_of || today();
  const wrong: ListProblem[] = [];
  if (!state) wrong.push({ wrong: 'state' });
  if (given.source && !isId(given.source)) wrong.push({ wrong: 'source' });
  if (!isDay(day)) wrong.push({ wrong: 'as_of' });
  const reading = readTableOf(given.list, isDay(day) ? day : today());
  if ('wrong' in reading) wrong.push(reading);
  if (wrong.length > 0 || !state || !isDay(day) || 'wrong' in reading) return { problems: wrong };
  return { state: state.iso3, source: given.source || undefined, day, reading, given };
}

function readTableOf(list: string, day: Day): Required<Reading> | ListProblem {
  if (!list.trim()) return { wrong: 'empty' };
  if (BINARY.test(list) || BEGINNINGS.some((one) => list.startsWith(one))) return { wrong: 'binary' };
  if (/^\s*[[{<]/.test(list)) return { wrong: 'json' };
  try {
    const reading = readCsv(list, day);
    const rows = reading.entries.length + reading.refused.length;
    if (rows === 0) return { wrong: 'empty' };
    return rows > MOST_ROWS ? { wrong: 'rows' } : reading;
  } catch (error) {
    if (error instanceof NotCsvError) return { wrong: 'table', detail: error.message };
    throw error;
  }
}

const ownFields: readonly Wrong[] = ['state', 'source', 'as_of'];

/** In words, by the field that each is of. */
export function problemsIn({ t }: Pick<View, 't'>, problems: readonly ListProblem[]): Problems {
  return new Map(
    problems.map(({ wrong, detail = '' }) => [
      ownFields.includes(wrong) ? wrong : 'list',
      wrong === 'state' || wrong === 'source' || wrong === 'as_of'
        ? t(`representatives.edit.wrong.${wrong}`)
        : t(`representatives.import.wrong.${wrong}`, { detail: isolated(detail), most: MOST_ROWS }),
    ]),
  );
}
