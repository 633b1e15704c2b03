import { createHash } from 'node:crypto';
import { type ActorId, SYSTEM } from '../actors/actors.ts';
import type { Database } from '../database/database.ts';
import { addresseesPrint } from './import-queries.ts';
import {
  AddresseesChangedError,
  doubtfulState,
  type ImportReport,
  importRepresentatives,
} from './import-representatives.ts';
import type { ReadList } from './typed-list.ts';

/** What a list would change, or has changed. */
export interface Looked {
  readonly report: ImportReport;
  /** The columns in which something is wrong, of each of the refused rows. */
  readonly columns: readonly (readonly string[])[];
  /** Of whom it adds, changes or ends. */
  readonly changes: number;
  /** What has to be confirmed: many would leave, or the list seems to be another state's. */
  readonly doubts: readonly ('halted' | 'state')[];
  /** Whether it can be brought in as it stands. */
  readonly may: boolean;
  /** The same as long as the list and those who are known stay as they are. */
  readonly print: string;
}

/** Says what would change; nothing is written. */
export async function lookAt(database: Database, list: ReadList): Promise<Looked> {
  const print = await addresseesPrint(database, list.state);
  const report = await run(database, list, { dryRun: true, sure: false, by: SYSTEM });
  const doubt = await doubtfulState(database, list.reading, list.state);
  const doubts = [
    ...(report.halted === null ? [] : ['halted' as const]),
    ...(doubt === null ? [] : ['state' as const]),
  ];
  return lookedOf(list, report, doubts, print);
}

/**
 * Brings in what was looked at.
 * @returns elsewhere: the list, or those who are known, are not what was looked at any more, and nothing was written; what has to be
 * confirmed is told again where it was not
 */
export async function bringIn(
  database: Database,
  list: ReadList,
  { looked, by }: { readonly looked: string; readonly by: ActorId },
): Promise<Looked | 'elsewhere'> {
  const now = await lookAt(database, list);
  if (now.print !== looked) return 'elsewhere';
  const sure = list.given.sure === '1';
  if (!now.may || (now.doubts.length > 0 && !sure)) return now;
  const print = await addresseesPrint(database, list.state);
  if (printOf(list, print) !== looked) return 'elsewhere';
  try {
    const report = await run(database, list, { dryRun: false, sure, by, looked: print });
    return lookedOf(list, report, [], print);
  } catch (error) {
    if (error instanceof AddresseesChangedError) return 'elsewhere';
    throw error;
  }
}

type How = Pick<Parameters<typeof importRepresentatives>[2], 'dryRun' | 'sure' | 'by' | 'looked'>;

function run(database: Database, { reading, state, source, day, given }: ReadList, how: How): Promise<ImportReport> {
  const options = { state, source, day, kind: 'csv' as const, skipBad: given.skip === '1' };
  return importRepresentatives(database, reading, { ...options, ...how });
}

function lookedOf(list: ReadList, report: ImportReport, doubts: Looked['doubts'], print: string): Looked {
  const { entries, refused, columns } = list.reading;
  const changes = report.added.length + report.changed.length + report.ended.length;
  const readable = entries.length > 0 && (refused.length === 0 || list.given.skip === '1');
  return { report, columns, changes, doubts, may: readable && !report.written, print: printOf(list, print) };
}

function printOf({ state, source, day, given }: ReadList, known: string): string {
  const all = [known, state, source ?? '', day, given.list, given.skip];
  return createHash('sha256').update(JSON.stringify(all)).digest('base64url');
}
