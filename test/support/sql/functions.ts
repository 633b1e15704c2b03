import { type Columns, type Touched, touchedBy } from './statement.ts';

/** A function of the database, what a trigger calls, or a view, as it stands after all migrations. */
export interface DatabaseFunction extends Touched {
  readonly name: string;
}

const MADE = /CREATE\s+(?:OR\s+REPLACE\s+)?FUNCTION\s+(\w+)\s*\([^;]*?\bAS\s+\$(\w*)\$([\s\S]*?)\$\2\$/gi;
const VIEW = /CREATE\s+(?:OR\s+REPLACE\s+)?(?:MATERIALIZED\s+)?VIEW\s+(\w+)[\s\S]*?\bAS\b([\s\S]*?);/gi;
const DROPPED = /DROP\s+(?:FUNCTION|VIEW)\s+(?:IF\s+EXISTS\s+)?(\w+)/gi;
const TRIGGER =
  /CREATE\s+(?:CONSTRAINT\s+)?TRIGGER\s+\w+[\s\S]*?\bON\s+(\w+)[\s\S]*?EXECUTE\s+(?:FUNCTION|PROCEDURE)\s+(\w+)/gi;
/** What a trigger of whole statements calls the rows that were written, or that were there before. */
const NEW_ROWS = /CREATE\s+TRIGGER\s+\w+\s+AFTER\s+\w+\s+ON\s+(\w+)\s+REFERENCING\s+(?:NEW|OLD)\s+TABLE\s+AS\s+(\w+)/gi;

/** @param migrations their texts, in their order. Whatever writes to a trigger's table does also what its function does. */
export function functionsIn(migrations: readonly string[], columns: Columns): DatabaseFunction[] {
  const bodies = new Map<string, string>();
  const fired = new Map<string, Set<string>>();
  const rowsOf = new Map<string, string>();
  for (const text of migrations.map(withoutComments)) {
    for (const [, name = ''] of text.matchAll(DROPPED)) bodies.delete(name);
    for (const [, name = '', , body = ''] of text.matchAll(MADE)) bodies.set(name, body);
    for (const [, name = '', body = ''] of text.matchAll(VIEW)) bodies.set(name, body);
    for (const [, table = '', name = ''] of text.matchAll(TRIGGER))
      fired.set(name, (fired.get(name) ?? new Set()).add(table));
    for (const [, table = '', name = ''] of text.matchAll(NEW_ROWS)) rowsOf.set(name, table);
  }
  return [...bodies].flatMap(([name, body]) => {
    const touched = pieces(touchedBy(withTables(body, rowsOf), columns));
    // Where triggers of several tables call it, it does what it does once for each, and of the others nothing.
    const each = [...(fired.get(name) ?? [])].map((table) => [...touched.tables, { name: table, writes: true }]);
    return (each.length > 0 ? each : [touched.tables]).map((tables) => ({ name, ...touched, tables }));
  });
}

/** Rows that were written are rows of their table. */
function withTables(body: string, rowsOf: ReadonlyMap<string, string>): string {
  return body.replaceAll(/\w+/g, (word) => rowsOf.get(word) ?? word);
}

const withoutComments = (text: string) => text.replaceAll(/--[^\n]*/g, '');
const pieces = ({ tables, columns, putIn, calls }: Touched): Touched => ({ tables, columns, putIn, calls });
