import type { Queries } from './database.ts';
import { knownMigrations } from './migrate.ts';
import { type AppliedMigration, selectApplied } from './migration-queries.ts';

export { selectDatabase as databaseSize, selectTableSizes as tableSizes, type TableSize } from './migration-queries.ts';

/** How far the database is, beside what this version brings. */
export interface MigrationState {
  readonly applied: readonly AppliedMigration[];
  /** Of this version, and the database has not had them. */
  readonly missing: readonly string[];
  /** The database has had them, and this version does not know them: a newer one is at work too. */
  readonly unknown: readonly string[];
}

export async function migrationState(queries: Queries): Promise<MigrationState> {
  const [applied, known] = await Promise.all([selectApplied(queries), knownMigrations()]);
  const names = new Set(applied.map(({ name }) => name));
  return {
    applied,
    missing: known.filter((name) => !names.has(name)),
    unknown: [...names].filter((name) => !known.includes(name)),
  };
}
