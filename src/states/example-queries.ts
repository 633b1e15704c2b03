import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Day } from '../text/partial-day.ts';

/** Where such a judgement says that it is from. */
const SOURCE = 'An example of a demonstration';

/** Has some states be open in a demonstration, of which nobody has judged anything. */
export async function openExamples(trx: Queries, states: readonly string[], on: Day): Promise<void> {
  await sql`UPDATE states SET risk = 'open', risk_source = ${SOURCE}, risk_judged_on = ${on}
    WHERE iso3 = ANY (${[...states]}::text[]) AND risk = 'warn' AND risk_judged_on IS NULL`.execute(trx);
}

/** As if nobody had looked, which is so. @returns whether there was any */
export async function endExamples(trx: Queries): Promise<boolean> {
  const { numAffectedRows = 0n } =
    await sql`UPDATE states SET risk = 'warn', risk_source = NULL, risk_judged_on = NULL WHERE risk_source = ${SOURCE}`.execute(
      trx,
    );
  return numAffectedRows > 0n;
}
