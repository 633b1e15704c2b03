import { ROWS, type Source, sourcesOf } from './sources.ts';
import { bare, isName, keyword, type Token, tokensOf } from './tokens.ts';

/** What a piece of SQL does with tables, as far as can be told from its words. */
export interface Touched {
  readonly tables: readonly { readonly name: string; readonly writes: boolean }[];
  /** Of tables; `*` where all of them are asked for. */
  readonly columns: readonly { readonly table: string; readonly column: string }[];
  /** Whether a table is named only while the product runs. */
  readonly putIn: boolean;
  /** Everything that is called like a function. */
  readonly calls: readonly string[];
}

/** The columns of each table. */
export type Columns = ReadonlyMap<string, ReadonlySet<string>>;

type Scope = readonly Source[];
const SETS = new Set(['UNION', 'INTERSECT', 'EXCEPT', ';']);

/** @param given names by which tables are known in a piece that names none, such as `r` in a rule */
export function touchedBy(text: string, columns: Columns, given: Readonly<Record<string, string>> = {}): Touched {
  const tokens = tokensOf(text);
  const reader = new Reader(columns, namedQueries(tokens));
  const outer = Object.entries(given).map(([alias, table]) => ({ alias, table, writes: false }));
  reader.read(tokens, outer);
  return reader;
}

/** Names that WITH gives to queries. A table's name is never one of them, so that none hides behind it. */
function namedQueries(tokens: readonly Token[]): ReadonlySet<string> {
  const found = tokens.flatMap((token, at) => {
    if (Array.isArray(token)) return [...namedQueries(token)];
    const next = Array.isArray(tokens[at + 1]) ? at + 2 : at + 1;
    const as = keyword(tokens[next]) === 'AS' ? next + 1 : -1;
    const body = ['NOT', 'MATERIALIZED'].reduce(
      (place, word) => (keyword(tokens[place]) === word ? place + 1 : place),
      as,
    );
    return as > 0 && isName(token) && isQuery(tokens[body]) ? [bare(token)] : [];
  });
  return new Set(found);
}

function isQuery(token: Token | undefined): boolean {
  if (!Array.isArray(token)) return false;
  return ROWS.has(keyword(token[0])) || isQuery(token[0]);
}

class Reader implements Touched {
  readonly tables: { name: string; writes: boolean }[] = [];
  readonly columns: { table: string; column: string }[] = [];
  readonly calls: string[] = [];
  putIn = false;
  readonly #known: Columns;
  readonly #named: ReadonlySet<string>;

  constructor(known: Columns, named: ReadonlySet<string>) {
    this.#known = known;
    this.#named = new Set([...named].filter((name) => !known.has(name)));
  }

  read(tokens: readonly Token[], outer: Scope): void {
    for (const part of statements(tokens)) this.#statement(part, outer);
  }

  #statement(tokens: readonly Token[], outer: Scope): void {
    const { sources, consumed } = sourcesOf(tokens);
    for (const source of sources) this.#source(source);
    const scope = [...sources, ...outer];
    for (const [at, token] of tokens.entries()) {
      if (consumed.has(at)) continue;
      // A query that WITH names does not see what is around it.
      if (Array.isArray(token)) this.#brackets(token, isNamed(tokens, at) ? outer : scope);
      else if (token === '*') this.#star(tokens, at, sources, scope);
      else this.#word(tokens, at, scope);
    }
  }

  #source({ table, writes }: Source): void {
    if (table === undefined) this.putIn = true;
    else if (!this.#named.has(table)) this.tables.push({ name: table, writes });
  }

  /** Brackets that are no statement see what is around them. */
  #brackets(tokens: readonly Token[], scope: Scope): void {
    if (isQuery(tokens)) this.read(tokens, scope);
    else this.#words(tokens, scope);
  }

  #words(tokens: readonly Token[], scope: Scope): void {
    for (const [at, token] of tokens.entries()) {
      if (Array.isArray(token)) this.#brackets(token, scope);
      else this.#word(tokens, at, scope);
    }
  }

  #word(tokens: readonly Token[], at: number, scope: Scope): void {
    const token = tokens[at];
    if (!isName(token)) return;
    const before = tokens[at - 1];
    if (Array.isArray(tokens[at + 1])) this.calls.push(bare(token));
    else if (before === '.') this.#qualified(bare(String(tokens[at - 2])), bare(token), scope);
    else if (before !== '::' && !['AS', 'OF'].includes(keyword(before)) && tokens[at + 1] !== '.' && !isKeyword(token))
      this.#alone(bare(token), scope);
  }

  #star(tokens: readonly Token[], at: number, own: Scope, scope: Scope): void {
    const before = tokens[at - 1];
    if (before === '.') this.#qualified(bare(String(tokens[at - 2])), '*', scope);
    if (before !== ',' && !['SELECT', 'DISTINCT', 'RETURNING'].includes(keyword(before))) return;
    for (const { table } of own) this.#note(table, '*');
  }

  #qualified(alias: string, column: string, scope: Scope): void {
    this.#note(scope.find((source) => source.alias === alias)?.table, column);
  }

  #alone(name: string, scope: Scope): void {
    const whole = scope.find(({ alias, table }) => alias === name && alias !== table);
    const owner = scope.find(({ table }) => table !== undefined && this.#known.get(table)?.has(name));
    if (owner) this.#note(owner.table, name);
    else if (whole) this.#note(whole.table, '*');
  }

  #note(table: string | undefined, column: string): void {
    if (table !== undefined && this.#known.has(table)) this.columns.push({ table, column });
  }
}

/** Whether the query at a place is one of those that WITH gives a name. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  return ['AS', 'MATERIALIZED'].includes(keyword(tokens[at - 1]));
}

/** Statements that stand beside each other: what one takes rows from, another does not see. */
function statements(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (SETS.has(keyword(token)) || token === ';') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** In our SQL keywords are written in capitals. */
function isKeyword(token: string): boolean {
  return /^[A-Z]+$/.test(token);
}
