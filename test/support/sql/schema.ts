import type { Columns } from './statement.ts';

/** The columns of every table, from the types that `npm run schema` writes. */
export function columnsIn(schema: string): Columns {
  const types = new Map(
    [...schema.matchAll(/\binterface (\w+) \{([^}]*)\}/g)].map(([, name = '', body = '']) => [name, body]),
  );
  const tables = [...(types.get('DB') ?? '').matchAll(/^\s*(\w+): (\w+);/gm)];
  return new Map(
    tables.map(([, table = '', type = '']) => [
      table,
      new Set([...(types.get(type) ?? '').matchAll(/^\s*(\w+):/gm)].map(([, column = '']) => column)),
    ]),
  );
}
