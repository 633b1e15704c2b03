import type { FreshDatabase } from './database.ts';

/** SQL that gives a database a clock which a test can set: connections made afterwards have its `now()` before PostgreSQL's own. */
export const SETTABLE_CLOCK = `
  CREATE TABLE clock_of_test (ahead interval NOT NULL);
  INSERT INTO clock_of_test VALUES ('0');
  CREATE FUNCTION public.now() RETURNS timestamptz LANGUAGE sql STABLE AS
    'SELECT pg_catalog.now() + (SELECT ahead FROM public.clock_of_test)';
  DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, pg_catalog', current_database()); END $$`;

/** Sets the clock; it goes on from there. */
export async function setDatabaseClock({ pool }: FreshDatabase, moment: Date): Promise<void> {
  await pool.query('UPDATE public.clock_of_test SET ahead = $1::timestamptz - pg_catalog.now()', [moment]);
}
