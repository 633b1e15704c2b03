import { randomUUIDv7 } from 'node:crypto';
import type { ActorId } from '../actors/actors.ts';
import { daysBefore } from '../database/batches.ts';
import type { Database, Queries } from '../database/database.ts';
import { type Opening, readSealed, UNREADABLE } from '../sealing/read-sealed.ts';
import { seal } from '../sealing/sealing.ts';
import { WORKING_COPY_DAYS } from './retention.ts';
import { lockAccount } from './unsent-form-queries.ts';
import {
  countCopies,
  deleteCopiesBefore,
  deleteCopy,
  type MarkedRow,
  selectCopies,
  selectCopyMark,
  upsertCopy,
} from './working-copy-queries.ts';

/** Of one person: more than anybody works on in two weeks. */
const MOST = 100;

/** Milliseconds between two: six a minute, less what a clock may be off. */
const APART = 9_000;

/** Which copy something goes on from: nobody else's, and no earlier state of it. */
export interface CopyMark {
  readonly id: string;
  readonly number: number;
}

/** That there is a working copy; nothing of it is opened. */
export interface CopyThere extends CopyMark {
  /** Which version of its item the form began with. */
  readonly version: string;
  readonly typedAt: Date;
}

/** What somebody typed into a form and has not saved. */
export interface WorkingCopy extends CopyThere {
  /** Where the form is sent, behind the language. */
  readonly path: string;
  /** Without secrets. */
  readonly fields: URLSearchParams;
}

interface Typed extends Pick<WorkingCopy, 'path' | 'version' | 'fields'> {
  /** What it goes on from; undefined: it begins one. */
  readonly from: CopyMark | undefined;
}

/**
 * What became of it: kept; or not, as another one stands there, or the one that it went on from does no more, or it comes too soon, or
 * there are too many.
 */
export type CopyOutcome =
  | { readonly is: 'kept' | 'elsewhere'; readonly copy: CopyThere }
  | { readonly is: 'gone' | 'soon' | 'full' };

type Keeping = Opening & { readonly database: Database };

/** Keeps what somebody has typed so far, in place of what it goes on from and of nothing else. @param fields without secrets */
export async function keepCopy(
  { database, keys }: Keeping,
  actor: ActorId,
  { path, version, fields, from }: Typed,
  now = new Date(),
): Promise<CopyOutcome> {
  return database.transaction().execute(async (trx) => {
    if (!(await lockAccount(trx, actor))) return { is: 'gone' };
    const there = await selectCopyMark(trx, actor, path);
    const refused = there ? refusedBeside(there, from, now) : await refusedAlone(trx, actor, from);
    if (refused) return refused;
    const id = there?.id ?? randomUUIDv7();
    const fields_sealed = seal(keys, 'working_copies.fields_sealed', [id], String(fields));
    const row = { id, actor_id: actor, path, version, number: (there?.number ?? 0) + 1, fields_sealed, typed_at: now };
    await upsertCopy(trx, row);
    return { is: 'kept', copy: asThere(row) };
  });
}

function refusedBeside(there: MarkedRow, from: CopyMark | undefined, now: Date): CopyOutcome | undefined {
  if (!isSame(there, from)) return { is: 'elsewhere', copy: asThere(there) };
  return now.getTime() - there.typed_at.getTime() < APART ? { is: 'soon' } : undefined;
}

async function refusedAlone(
  trx: Queries,
  actor: ActorId,
  from: CopyMark | undefined,
): Promise<CopyOutcome | undefined> {
  if (from) return { is: 'gone' };
  return (await countCopies(trx, actor)) >= MOST ? { is: 'full' } : undefined;
}

function isSame(one: CopyMark, other: CopyMark | undefined): boolean {
  return one.id === other?.id && one.number === other.number;
}

function asThere({ id, number, version, typed_at }: MarkedRow): CopyThere {
  return { id, number, version, typedAt: typed_at };
}

/** Whether somebody has a working copy of a form. */
export async function copyThere(queries: Queries, actor: ActorId, path: string): Promise<CopyThere | undefined> {
  const row = await selectCopyMark(queries, actor, path);
  return row && asThere(row);
}

/** What is kept of one person, the newest first; what no key of ours opens is left out. */
export async function copiesOf(
  { database, ...opening }: Opening & { readonly database: Queries },
  actor: ActorId,
): Promise<WorkingCopy[]> {
  const rows = await selectCopies(database, actor);
  return rows.flatMap((row) => {
    const fields = readSealed(opening, 'working_copies.fields_sealed', [row.id], row.fields_sealed);
    return fields === UNREADABLE ? [] : [{ ...asThere(row), path: row.path, fields: new URLSearchParams(fields) }];
  });
}

/** Once it was saved, or thrown away. @param mark with its number: unless more was kept since */
export function forgetCopy(
  queries: Queries,
  actor: ActorId,
  mark: Pick<CopyMark, 'id'> & Partial<CopyMark>,
): Promise<void> {
  return deleteCopy(queries, actor, mark);
}

/** The duty. @returns how many went */
export function forgetCopies(queries: Queries, now: Date): Promise<number> {
  return deleteCopiesBefore(queries, daysBefore(now, WORKING_COPY_DAYS));
}
