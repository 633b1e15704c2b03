import { bare, isName, keyword, PUT_IN, type Token } from './tokens.ts';

/** A table of which a statement takes rows, or into which it puts some. */
export interface Source {
  /** Undefined: a name that is put in while the product runs. */
  readonly table: string | undefined;
  readonly alias: string;
  readonly writes: boolean;
}

export interface Sources {
  readonly sources: readonly Source[];
  /** Places of tokens that name tables and aliases, and are therefore no columns. */
  readonly consumed: ReadonlySet<number>;
}

/** What follows the list of tables. */
const ENDS = new Set(
  'WHERE GROUP ORDER LIMIT RETURNING SET UNION FOR HAVING WINDOW OFFSET VALUES SELECT DO WHEN DEFAULT'.split(' '),
);
/** What follows a table and is no name of it. */
const NO_ALIAS = new Set([
  ...ENDS,
  ...'ON USING JOIN LEFT RIGHT INNER OUTER FULL CROSS NATURAL SKIP CONFLICT IN'.split(' '),
]);
/** With what a query begins. */
export const ROWS = new Set('SELECT WITH INSERT UPDATE DELETE MERGE VALUES TABLE'.split(' '));
const BEFORE_NAME = new Set(['ONLY', 'LATERAL', 'TABLE', 'IF', 'NOT', 'EXISTS']);
/** What may stand before UPDATE where it is no statement of its own. */
const NO_UPDATE = new Set(['FOR', 'KEY', 'DO', 'ON', 'OR', 'BEFORE', 'AFTER']);

/** The tables of one statement; those of others in its brackets are not among them. */
export function sourcesOf(tokens: readonly Token[]): Sources {
  const sources: Source[] = [];
  const consumed = new Set<number>();
  let listing: Opening | undefined;
  for (const [at, token] of tokens.entries()) {
    const word = keyword(token);
    const opening = openingAt(tokens, at) ?? (word === ',' ? listing : undefined);
    if (ENDS.has(word)) listing = undefined;
    if (opening === undefined) continue;
    listing = opening;
    sources.push(...read(tokens, at + 1, opening === 'write', consumed));
  }
  return { sources, consumed };
}

type Opening = 'read' | 'write';

interface Place {
  readonly before: string;
  readonly after: string;
  readonly beforeBrackets: boolean;
}

/** After which words a table follows, and what is done with it. */
const OPENINGS: Readonly<Record<string, (place: Place) => Opening | undefined>> = {
  FROM: ({ before }) => (before === 'DISTINCT' ? undefined : before === 'DELETE' ? 'write' : 'read'),
  JOIN: () => 'read',
  USING: ({ beforeBrackets }) => (beforeBrackets ? undefined : 'read'),
  INTO: ({ before }) => (before === 'INSERT' || before === 'MERGE' ? 'write' : undefined),
  UPDATE: ({ before, after }) => (NO_UPDATE.has(before) || after === 'SET' ? undefined : 'write'),
  TRUNCATE: () => 'write',
  COPY: () => 'write',
  TABLE: ({ before }) => (['LOCK', 'ALTER', 'DROP', 'CREATE'].includes(before) ? 'write' : undefined),
};

function openingAt(tokens: readonly Token[], at: number): Opening | undefined {
  const [before, after] = [keyword(tokens[at - 1]), keyword(tokens[at + 1])];
  return OPENINGS[keyword(tokens[at])]?.({ before, after, beforeBrackets: Array.isArray(tokens[at + 1]) });
}

/** The table that stands at a place, if it is one, with the name that it goes by. */
function read(tokens: readonly Token[], from: number, writes: boolean, consumed: Set<number>): Source[] {
  let at = from;
  while (BEFORE_NAME.has(keyword(tokens[at]))) at += 1;
  const first = tokens[at];
  if (Array.isArray(first) && isName(first[0]) && !ROWS.has(keyword(first[0])))
    return [...sourcesOf(['FROM', ...first]).sources];
  if (first === PUT_IN) return [{ table: undefined, alias: aliasAt(tokens, at + 1, consumed) ?? '', writes }];
  if (!isName(first) || keyword(first) === 'STDIN') return alias(tokens, at + 1, consumed);
  consumed.add(at);
  let table = bare(first);
  if (tokens[at + 1] === '.' && isName(tokens[at + 2])) {
    consumed.add(at + 2);
    table += `.${bare(tokens[at + 2] as string)}`;
    at += 2;
  }
  const calls = Array.isArray(tokens[at + 1]) && !writes;
  if (calls) return alias(tokens, at + 2, consumed);
  return [{ table, alias: aliasAt(tokens, at + 1, consumed) ?? table, writes }];
}

/** What is a list of rows and no table still has a name that is no column. */
function alias(tokens: readonly Token[], at: number, consumed: Set<number>): Source[] {
  aliasAt(tokens, at, consumed);
  return [];
}

function aliasAt(tokens: readonly Token[], at: number, consumed: Set<number>): string | undefined {
  const place = keyword(tokens[at]) === 'AS' ? at + 1 : at;
  const name = tokens[place];
  if (!isName(name) || NO_ALIAS.has(keyword(name))) return undefined;
  consumed.add(place);
  // Names that a list of rows gets for its columns.
  if (Array.isArray(tokens[place + 1])) consumed.add(place + 1);
  return bare(name);
}
