import type { Room } from '../../../src/room.ts';
import type { DatabaseFunction } from './functions.ts';
import type { Columns, Touched } from './statement.ts';
import type { Use } from './uses.ts';

type Judged = Pick<Room, 'name' | 'owns' | 'lends' | 'across'>;

export interface World {
  /** The lowest layer first. */
  readonly rooms: readonly Judged[];
  readonly columns: Columns;
  readonly functions: readonly DatabaseFunction[];
  /** Files that go over tables which they know only while they run, and why. */
  readonly everyTable: Readonly<Record<string, string>>;
}

/** Tables that no room has: of PostgreSQL, of the job runner, of the migrations. */
const OTHERS: readonly (readonly [RegExp, string | undefined])[] = [
  [/^(?:pg_\w+|information_schema\.\w+)$/, undefined],
  [/^graphile_worker\.\w+$/, 'work'],
  [/^migrations$/, 'database'],
];
/** What may be read of these. */
const READABLE = ['migrations'];

/** @returns a line for everything that a room does with tables and may not */
export function problemsWith(uses: readonly Use[], world: World): string[] {
  const judge = new Judge(world);
  for (const use of uses) judge.use(use);
  for (const one of world.functions) judge.function(one);
  return [...new Set([...judge.problems, ...judge.unused()])];
}

/** Where SQL may stand: in files of queries, in rules of rows, in parts of queries, and in what runs the migrations. */
const IN_THE_OPEN = /(?:-queries|\/row-rules)\.ts$|^database\/(?:any-of|bounded-count|migrate|slice)\.ts$/;

/** @returns a line for all SQL that stands elsewhere */
export function outsideQueries(uses: readonly Use[]): string[] {
  const outside = uses.filter(({ file }) => !IN_THE_OPEN.test(file));
  return outside.map(({ file, line, within }) => `${file}:${line} ${within}`);
}

class Judge {
  readonly problems: string[] = [];
  readonly #world: World;
  readonly #needed = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  use(use: Use): void {
    const place = `${use.file}:${use.line}`;
    const room = use.file.includes('/') ? (use.file.split('/')[0] ?? '') : '';
    if (use.putIn && !(use.file in this.#world.everyTable))
      this.problems.push(`${place} names a table only while it runs`);
    this.#judge(place, room, use.within, use);
    for (const name of use.calls) this.#call(place, room, name);
  }

  function(one: DatabaseFunction): void {
    const all = this.#withCalled(one);
    // A view is a table of whoever owns it.
    const home = this.#ownerOf(one.name) ?? this.#homeOf(all);
    if (home !== undefined) this.#judge(`function ${one.name}`, home, one.name, all);
  }

  /** What is listed or lent and nobody needs. */
  unused(): string[] {
    return this.#world.rooms.flatMap(({ name, lends = {}, across = [] }) => [
      ...across
        .filter(({ sql }) => !this.#needed.has(`${name} ${sql}`))
        .map(({ sql }) => `${name} lists ${sql}, which needs it not`),
      ...Object.entries(lends).flatMap(([table, columns]) =>
        columns
          .filter((column) => !this.#needed.has(`${table}.${column}`))
          .map((column) => `${name} lends ${table}.${column}, which nobody reads`),
      ),
    ]);
  }

  #judge(place: string, room: string, within: string, { tables, columns }: Touched): void {
    const refused = new Set<string>();
    for (const { name, writes } of tables) {
      const problem = this.#table(room, within, name, writes);
      if (problem === undefined) continue;
      refused.add(name);
      this.problems.push(`${place} (${room}) ${problem} ${name}`);
    }
    for (const { table, column } of columns) {
      const owner = this.#ownerOf(table);
      if (owner === room || refused.has(table) || owner === undefined || this.#mayWrite(room, within, table)) continue;
      const lent = this.#lentOf(table);
      this.#needed.add(`${table}.${column}`);
      if (!lent.includes(column))
        this.problems.push(`${place} (${room}) reads ${table}.${column}, which ${owner} does not lend`);
    }
  }

  #table(room: string, within: string, table: string, writes: boolean): string | undefined {
    const other = OTHERS.find(([pattern]) => pattern.test(table));
    if (other) return this.#other(room, table, writes, other[1]);
    const owner = this.#ownerOf(table);
    if (owner === undefined) return 'names a table of nobody:';
    if (owner === room) return undefined;
    if (this.#level(owner) > this.#level(room)) return `reaches up to a table of ${owner}:`;
    if (this.#mayWrite(room, within, table)) return undefined;
    if (writes) return `writes to a table of ${owner}:`;
    return this.#lentOf(table).length > 0 ? undefined : `reads a table that ${owner} does not lend:`;
  }

  #other(room: string, table: string, writes: boolean, owner: string | undefined): string | undefined {
    if (owner === undefined) return writes ? 'writes to a table of PostgreSQL:' : undefined;
    return owner === room || (!writes && READABLE.includes(table)) ? undefined : `names a table of ${owner}:`;
  }

  #mayWrite(room: string, within: string, table: string): boolean {
    const listed = this.#room(room)?.across?.find(({ sql }) => sql === within);
    if (!listed?.writes.some((name) => name === table)) return false;
    this.#needed.add(`${room} ${within}`);
    return true;
  }

  #call(place: string, room: string, name: string): void {
    const called = this.#world.functions.find((one) => one.name === name);
    const home = called && this.#homeOf(this.#withCalled(called));
    if (home === undefined || this.#level(home) <= this.#level(room)) return;
    const listed = this.#room(home)?.across?.find(({ sql }) => sql === name);
    if (!listed?.calledBy?.includes(room))
      this.problems.push(`${place} (${room}) calls a function of ${home}: ${name}`);
  }

  /** A function with what those do that it calls. */
  #withCalled(one: DatabaseFunction, seen: ReadonlySet<string> = new Set()): DatabaseFunction {
    const inner = this.#world.functions.filter(
      ({ name }) => name !== one.name && one.calls.includes(name) && !seen.has(name),
    );
    const all = inner.map((called) => this.#withCalled(called, new Set([...seen, one.name])));
    return {
      ...one,
      tables: [one, ...all].flatMap(({ tables }) => tables),
      columns: [one, ...all].flatMap(({ columns }) => columns),
    };
  }

  /** The highest of the rooms whose tables it touches; undefined where it touches none. */
  #homeOf({ tables }: Touched): string | undefined {
    const owners = tables.flatMap(({ name }) => this.#ownerOf(name) ?? []);
    return owners.sort((a, b) => this.#level(a) - this.#level(b)).at(-1);
  }

  #room(name: string): Judged | undefined {
    return this.#world.rooms.find((room) => room.name === name);
  }

  #ownerOf(table: string): string | undefined {
    return this.#world.rooms.find(({ owns }) => owns?.some((name) => name === table))?.name;
  }

  #lentOf(table: string): readonly string[] {
    const lends: Readonly<Record<string, readonly string[]>> = this.#room(this.#ownerOf(table) ?? '')?.lends ?? {};
    return lends[table] ?? [];
  }

  /** Wiring, and what is below every room, is below all. */
  #level(name: string): number {
    return this.#world.rooms.findIndex((room) => room.name === name);
  }
}
