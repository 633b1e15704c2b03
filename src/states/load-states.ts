import { basename } from 'node:path';
import { z } from 'zod';
import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Queries } from '../database/database.ts';
import { readText } from '../facts/read-file.ts';
import type { Day } from '../text/partial-day.ts';
import { InvalidRowError, readTable } from './read-table.ts';
import { insertJudgements, listRecordedStates, setRisks } from './state-queries.ts';

export { listRecordedStates } from './state-queries.ts';

/** None is open by a file: that needs a source and a day (`npm run risk`). */
const inFiles = ['warn', 'closed'] as const;

const RiskRow = z.strictObject({
  iso3: z.string().regex(/^[A-Z]{3}$/),
  level: z.enum(inFiles),
  reason: z.string().regex(/\S/),
});

type RiskRow = z.infer<typeof RiskRow>;

/** The lines of a file of risks, one a state at the most. @throws InvalidRowError, UnreadableCsvError */
export function readRisks(file: string, text: string): RiskRow[] {
  const rows = readTable(file, text, RiskRow);
  const twice = rows.find(({ iso3 }, at) => rows.findIndex((other) => other.iso3 === iso3) < at);
  if (twice) throw new InvalidRowError(`${file}: ${twice.iso3} stands twice`);
  return rows;
}

/**
 * Sets the risk by state as a file says it and somebody judged it on a day, whole: states that are not in it fall back to `warn`, so
 * that none may be in it under a code that is nobody's. Within a transaction of the caller's.
 * @throws InvalidRowError, UnreadableCsvError, UnreadableFileError
 */
export async function loadRisks(queries: Queries, file: string, by: ActorId, on: Day): Promise<number> {
  const rows = readRisks(file, await readText(file));
  const known = new Set(await listRecordedStates(queries));
  const strange = rows.filter(({ iso3 }) => !known.has(iso3)).map(({ iso3 }) => iso3);
  if (strange.length > 0) throw new InvalidRowError(`${file}: no state has the code ${strange.join(', ')}`);
  const judgements = rows.map(({ iso3, level, reason }) => ({ state: iso3, level, because: reason, source: null, on }));
  await setRisks(queries, judgements);
  await insertJudgements(queries, judgements, by);
  const after = Object.fromEntries(rows.map(({ iso3, level }) => [iso3, level]));
  await writeAudit(queries, { by, operation: 'states.import-risks', item: ['file', basename(file)], after });
  return rows.length;
}
