import { randomUUIDv7 } from 'node:crypto';
import type { ActorId } from '../actors/actors.ts';
import { daysBefore } from '../database/batches.ts';
import type { Database, Queries } from '../database/database.ts';
import { type Opening, readSealed, UNREADABLE } from '../sealing/read-sealed.ts';
import { seal } from '../sealing/sealing.ts';
import { UNSENT_FORM_DAYS } from './retention.ts';
import {
  deleteOldest,
  deleteUnsent,
  deleteUnsentBefore,
  deleteUnsentTo,
  insertUnsent,
  lockAccount,
  selectUnsent,
  selectUnsentTimes,
  type UnsentRow,
} from './unsent-form-queries.ts';

/** Of one person: more than anybody leaves open. */
const MOST = 5;

/** What somebody sent after their session had ended, and what was not done. */
export interface UnsentForm {
  readonly id: string;
  /** Where it was sent, behind the language. */
  readonly path: string;
  /** Without secrets. */
  readonly fields: URLSearchParams;
  readonly sentAt: Date;
}

type Keeping = Opening & { readonly database: Database };

/**
 * @param fields without secrets
 * @param again of what was sent once more: the newer stands for it, as for one that says the same
 * @returns by what it is found again; undefined where the account is gone
 */
export async function keepForm(
  holding: Keeping,
  actor: ActorId,
  { path, fields }: Pick<UnsentForm, 'path' | 'fields'>,
  again?: string,
): Promise<string | undefined> {
  const { database, keys } = holding;
  return database.transaction().execute(async (trx) => {
    if (!(await lockAccount(trx, actor))) return undefined;
    const own = await unsentFormsOf({ ...holding, database: trx }, actor);
    const same = own.filter((one) => one.id === again || (one.path === path && String(one.fields) === String(fields)));
    for (const one of same) await deleteUnsent(trx, actor, one.id);
    await deleteOldest(trx, actor, MOST);
    const id = randomUUIDv7();
    const fields_sealed = seal(keys, 'unsent_forms.fields_sealed', [id], String(fields));
    await insertUnsent(trx, { id, actor_id: actor, path, fields_sealed });
    return id;
  });
}

/** What is kept of one person, the newest first; what no key of ours opens is left out. */
export async function unsentFormsOf(holding: Opening & { readonly database: Queries }, actor: ActorId) {
  const rows = await selectUnsent(holding.database, actor);
  return rows.flatMap((row) => opened(holding, row) ?? []);
}

/** When those were sent; nothing of them is opened. */
export function unsentTimes(queries: Queries, actor: ActorId): Promise<Pick<UnsentForm, 'id' | 'sentAt'>[]> {
  return selectUnsentTimes(queries, actor);
}

function opened(opening: Opening, { id, path, fields_sealed, sent_at }: UnsentRow): UnsentForm | undefined {
  const fields = readSealed(opening, 'unsent_forms.fields_sealed', [id], fields_sealed);
  return fields === UNREADABLE ? undefined : { id, path, fields: new URLSearchParams(fields), sentAt: sent_at };
}

/** Once it was sent again, or thrown away. */
export function forgetUnsentForm(queries: Queries, actor: ActorId, id: string): Promise<void> {
  return deleteUnsent(queries, actor, id);
}

/** The duty. @returns how many went */
export function forgetUnsentForms(queries: Queries, now: Date): Promise<number> {
  return deleteUnsentBefore(queries, daysBefore(now, UNSENT_FORM_DAYS));
}

/** What people had written of a thing that is taken away for safety. @param id of the thing, as addresses have it */
export function forgetUnsentAbout(trx: Queries, id: string): Promise<void> {
  return deleteUnsentTo(trx, id);
}
