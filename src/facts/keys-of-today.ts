import type { Fact } from './facts-queries.ts';
import type { FileShape, Shapes } from './shapes.ts';

export const keyOf = ({ file, key }: Pick<Fact, 'file' | 'key'>) => `${file}/${key}`;

/**
 * Rows by the keys that they would have today, `file/key`: a version may call by another name what an older one recorded, and read both.
 * A row whose name of today another row has keeps its own.
 */
export function byKeyOfToday(facts: readonly Fact[], shapes: Shapes): ReadonlyMap<string, Fact> {
  const rows = new Map(facts.map((fact) => [keyOf(fact), fact]));
  for (const fact of facts) {
    const today = `${fact.file}/${keyOfToday(fact, shapes[fact.file])}`;
    if (rows.has(today)) continue;
    rows.delete(keyOf(fact));
    rows.set(today, fact);
  }
  return rows;
}

function keyOfToday({ key, fields }: Fact, shape: FileShape | undefined): string {
  const read = shape?.row.safeParse(fields);
  if (!shape || !read?.success) return key;
  const row = read.data as Readonly<Record<string, unknown>>;
  const names = shape.keyColumns.flatMap((column) => {
    const name = row[column];
    return typeof name === 'string' ? [[column, name] as const] : [];
  });
  return shape.key({ ...fields, ...Object.fromEntries(names) });
}
