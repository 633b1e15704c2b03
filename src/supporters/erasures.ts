import { createHmac } from 'node:crypto';
import { refuseUnlessMay } from '../accounts/may.ts';
import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Keys } from '../config/keys.ts';
import { daysBefore } from '../database/batches.ts';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { supporterKey } from '../sealing/sealing.ts';
import type { Mailbox } from '../text/mailbox.ts';
import { enqueue } from '../work/enqueue.ts';
import {
  deleteErasuresBefore,
  insertErasure,
  type Proof,
  selectErasure,
  selectErasureOf,
  settleErasure,
} from './erasure-queries.ts';
import { ERASURE_DAYS } from './retention.ts';
import { takeOfStaff } from './staff-limit.ts';

declare module '../work/enqueue.ts' {
  interface Tasks {
    /** Does nothing where nothing is held: whoever confirmed it is not told. */
    'erase-supporter': { key: string };
  }
}

/** An address that was typed where it did not belong: counted, so that nobody finds out by trying whose erasure waits. */
const WRONG = 'supporters.mistake-erasure';

type Asking = Pick<App, 'database' | 'keys'>;
type Comparable = Pick<Mailbox, 'comparable'>;

/** What is wanted: whose, why, and how it was shown that it is theirs. */
export interface Wanted {
  readonly mailbox: Comparable;
  readonly proof: Proof;
  readonly reason: string;
}

/**
 * Asks another of the staff to confirm that everything held of somebody is erased. Whether anything is held is not looked at.
 * @returns the id of what waits; twice: it waits for this address already; often: they have asked enough for an hour
 */
export function requestErasure(
  { database, keys }: Asking,
  { mailbox, proof, reason }: Wanted,
  by: ActorId,
): Promise<{ readonly id: string } | 'twice' | 'often'> {
  return database.transaction().execute(async (trx) => {
    await refuseUnlessMay(trx, by, [{ deed: 'supporters.erase' }]);
    for (const operation of ['supporters.request-erasure', WRONG])
      if (!(await takeOfStaff(trx, by, operation))) return 'often';
    const about = codeOf(keys, mailbox);
    const id = await insertErasure(trx, { about, proof, reason, requested_by: by });
    if (!id) return wrong(trx, by, await selectErasureOf(trx, about), 'twice');
    await writeAudit(trx, { by, operation: 'supporters.request-erasure', item: ['erasure', id], after: { proof } });
    return { id };
  });
}

/**
 * Somebody else confirms it, who was told the address by another way than this program; a job erases what there is.
 * @returns quicker: it is decided; same: they asked for it themselves; other: this is another address; often: they have
 * typed enough other ones for an hour. Either way nothing has changed
 */
export function confirmErasure(
  { database, keys }: Asking,
  id: string,
  mailbox: Comparable,
  by: ActorId,
): Promise<'done' | 'quicker' | 'same' | 'other' | 'often'> {
  return database.transaction().execute(async (trx) => {
    await refuseUnlessMay(trx, by, [{ deed: 'supporters.erase' }]);
    const erasure = await selectErasure(trx, id, true);
    if (!erasure?.about) return 'quicker';
    if (erasure.requested_by === by) return 'same';
    if (!(await takeOfStaff(trx, by, WRONG))) return 'often';
    if (!codeOf(keys, mailbox).equals(erasure.about)) return wrong(trx, by, id, 'other');
    await settleErasure(trx, id, 'confirmed', by);
    const after = { proof: erasure.proof };
    await writeAudit(trx, { by, operation: 'supporters.confirm-erasure', item: ['erasure', id], after });
    await enqueue(trx, 'erase-supporter', { key: supporterKey(keys, mailbox.comparable).toString('hex') });
    return 'done';
  });
}

async function wrong<Why>(trx: Queries, by: ActorId, id: string, why: Why): Promise<Why> {
  await writeAudit(trx, { by, operation: WRONG, item: ['erasure', id] });
  return why;
}

/** Says no, also whoever asked for it. @returns false where it is decided already */
export function refuseErasure({ database }: Pick<App, 'database'>, id: string, by: ActorId): Promise<boolean> {
  return database.transaction().execute(async (trx) => {
    await refuseUnlessMay(trx, by, [{ deed: 'supporters.erase' }]);
    if (!(await selectErasure(trx, id, true))?.about) return false;
    await settleErasure(trx, id, 'refused', by);
    await writeAudit(trx, { by, operation: 'supporters.refuse-erasure', item: ['erasure', id] });
    return true;
  });
}

/** The duty. */
export function forgetErasures(queries: Queries, now: Date): Promise<number> {
  return deleteErasuresBefore(queries, daysBefore(now, ERASURE_DAYS));
}

/** Says nothing without the secret, and is no supporter's key: who erases their data themselves leaves no trace in what staff see. */
function codeOf({ finding }: Pick<Keys, 'finding'>, { comparable }: Comparable): Buffer {
  return createHmac('sha256', finding).update('erasure\0').update(comparable).digest().subarray(0, 16);
}
