import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/config/root.ts';
import type { Room } from '../../src/room.ts';
import { blanks, type Row } from './rows.ts';

type Said = Readonly<Record<string, string>>;

/** What tests have to know of a table, beside what its migration says. */
export interface TableForTests {
  /** A row that can be. It may refer to those of lower rooms, and of tables before its own. */
  readonly possible: Row;
  /** Tables to whose rows its own refers, where they are of higher rooms or stand after it. */
  readonly after?: readonly string[];
  /** What makes a row another one than that. */
  readonly another?: Row;
  /** Further rows that some of the impossible ones need. */
  readonly besides?: readonly Row[];
  /** By each rule of the database what it alone refuses: a change, or several, that makes the other row impossible. */
  readonly impossible?: Readonly<Record<string, Row | readonly Row[]>>;
  /** A column with a moment or a day, by which the rule `…_in_time` is tried. */
  readonly moment?: string;
  /** A column whose words must say something, by which the rule `…_says` is tried, and what has to stand beside them. */
  readonly says?: string | { readonly column: string; readonly beside: Row };
  /** By each column that the database holds to a list, the list that the code knows. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  /** The same of columns whose CHECK says of each word what goes with it. */
  readonly listsWithMore?: Readonly<Record<string, readonly string[]>>;
  /** Columns of text that are of no list and refer to no row, by what they are. */
  readonly texts?: Said;
  /** What happens to a row, in the order in which it can happen. */
  readonly order?: readonly (readonly string[])[];
  /** Somebody chooses these moments, or they are days of files: what is out of order is refused, and not written down as later. */
  readonly chosen?: true;
  /** Of the later moments, what has to be set beside them, in SQL. */
  readonly later?: string;
  /** Moments that stand in no order with others of their row, and why. */
  readonly inNoOrder?: Said;
  /** What a person decided of a row; in SQL, after what it goes by itself, and which may go as nothing refers to it. */
  readonly decided?: { readonly row: Row; readonly goes?: string; readonly where?: string };
  /** Columns of text or numbers of which nothing can be asked, and why. */
  readonly apart?: Said;
  /** Columns of JSON that hold a list, and those that hold any value. */
  readonly jsonLists?: readonly string[];
  readonly jsonValues?: readonly string[];
  /** An older database knows the table by this name alone. */
  readonly formerName?: string;
}

/** Of a room's tables, in `tables-for-tests.ts` in its folder. */
export type Tables = Readonly<Record<string, TableForTests>>;

/** Its tables are of no room. */
const GROUND = { name: 'database', owns: ['migrations'] };

/**
 * What rooms say of their tables, found by its place: in the order in which rows can be stored, each after those that it refers to.
 * @throws where a room says nothing of a table that it owns, or something of another
 */
export async function tablesIn(rooms: readonly Room[]): Promise<Tables> {
  const said: [string, TableForTests][] = [];
  for (const room of [GROUND, ...rooms]) said.push(...Object.entries(await tablesOf(room)));
  return Object.fromEntries(inOrder(said));
}

async function tablesOf({
  name,
  folder = `src/${name}`,
  owns = [],
}: Pick<Room, 'name' | 'folder'> & { owns?: readonly string[] }) {
  const file = `${folder}/tables-for-tests.ts`;
  const path = join(root, file);
  const { tables } = existsSync(path) ? ((await import(path)) as { tables: Tables }) : { tables: {} };
  const missing = owns.filter((table) => !(table in tables));
  if (missing.length > 0)
    throw new Error(`${file}: give rows of ${missing.join(', ')} (test/support/tables.ts says which)`);
  const others = Object.keys(tables).filter((table) => !owns.includes(table));
  if (others.length > 0)
    throw new Error(`${file}: ${others.join(', ')}: of no table that ${folder}/room.ts names in owns`);
  return tables;
}

function inOrder(said: readonly (readonly [string, TableForTests])[]) {
  const placed = new Map<string, TableForTests>();
  const place = (name: string, table: TableForTests) => {
    if (placed.has(name)) return;
    for (const [other, before] of said) if (table.after?.includes(other)) place(other, before);
    placed.set(name, table);
  };
  for (const [name, table] of said) place(name, table);
  return placed;
}

/** All rows that can be, and what stands beside them, in the order in which they can be stored. */
export function rowsOf(tables: Tables): readonly (readonly [table: string, row: Row])[] {
  return Object.entries(tables).flatMap(([table, { possible, besides = [] }]) =>
    [possible, ...besides].map((row) => [table, row] as const),
  );
}

/** What some rule of the database alone refuses. */
export interface Refused {
  readonly table: string;
  readonly rule: string;
  readonly change: Row;
  readonly row: Row;
}

/** The rows that can't be, by what makes them so: another row of their table, changed. */
export function refusedOf(tables: Tables): readonly Refused[] {
  return Object.entries(tables).flatMap(([table, said]) => {
    const rules = { ...neverCome(table, said), ...saysNothing(table, said), ...said.impossible };
    return Object.entries(rules).flatMap(([rule, changes]) =>
      [changes]
        .flat()
        .map((change) => ({ table, rule, change, row: { ...said.possible, ...said.another, ...change } })),
    );
  });
}

function neverCome(table: string, { moment }: TableForTests) {
  if (!moment) return {};
  return { [`${table}_in_time`]: ['infinity', '2999-01-01T00:00Z'].map((beyond) => ({ [moment]: beyond })) };
}

function saysNothing(table: string, { says }: TableForTests) {
  if (!says) return {};
  const { column, beside } = typeof says === 'string' ? { column: says, beside: {} } : says;
  return { [`${table}_says`]: blanks.map((blank) => ({ ...beside, [column]: blank })) };
}

/** What tables say of their columns, by `table.column`. */
export function byColumn<Said>(
  tables: Tables,
  of: (table: TableForTests) => Readonly<Record<string, Said>> | undefined,
): Readonly<Record<string, Said>> {
  const all = Object.entries(tables).map(([table, said]) =>
    Object.entries(of(said) ?? {}).map(([column, one]) => [`${table}.${column}`, one] as const),
  );
  return Object.fromEntries(all.flat());
}
