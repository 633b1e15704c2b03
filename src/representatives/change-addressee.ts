import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database, Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import type { Day } from '../text/partial-day.ts';
import {
  endChannel,
  endChannelsOf,
  openEmail,
  putMandate,
  type Stored,
  selectAdded,
  selectStored,
  updateOwn,
} from './addressee-change-queries.ts';
import { correctAddress } from './addressee-queries.ts';
import { insertEntries } from './import-queries.ts';
import { fieldsOf, readTyped, type Typed, typedOf, versionOf } from './typed-addressee.ts';

/** Who are kept by staff, and by no list. */
const BY_HAND = 'by hand';

interface Change {
  /** Nothing wrong stands in it. */
  readonly content: Typed;
  /** What it was read at (`versionOf`). */
  readonly was: string;
  readonly by: ActorId;
  readonly day: Day;
}

/**
 * Changes somebody as staff typed it.
 * @returns elsewhere: somebody changed it meanwhile; known: they are reached at that address already. Either way nothing has changed
 */
export async function changeAddressee(
  database: Database,
  id: string,
  change: Change,
): Promise<'done' | 'elsewhere' | 'known'> {
  return database.transaction().execute(async (trx) => {
    const stored = await selectStored(trx, id, true);
    if (!stored || versionOf(typedOf(stored)) !== change.was) return 'elsewhere';
    const before = typedOf(stored);
    const changed = fieldsOf(stored).filter((name) => before[name] !== change.content[name]);
    if (changed.length === 0) return 'done';
    if (!(await write(trx, stored, change))) return 'known';
    await writeAudit(trx, {
      by: change.by,
      operation: 'representatives.change',
      item: ['representative', id],
      after: { changed },
    });
    await dropPages(trx, ['representatives'], 'remove');
    return 'done';
  });
}

/** @returns false, before anything is written, where they are reached at the address already */
async function write(trx: Queries, stored: Stored, { content, day }: Change): Promise<boolean> {
  const [first, ...others] = stored.mandates;
  const { mandate, email, name, source, as_of, ...term } = readTyped(content, others, day);
  const time = stored.office === null ? term : { endedOn: null, beginsOn: null };
  if (!(await moveEmail(trx, stored, email))) return false;
  await updateOwn(trx, stored.id, { name, source, as_of, ...time });
  if (stored.office === null) await putMandate(trx, stored.id, first?.id, mandate);
  if (time.endedOn !== null) await endChannelsOf(trx, stored.id);
  return true;
}

/** Letters that wait go where the address goes. */
async function moveEmail(trx: Queries, stored: Stored, email: string | null): Promise<boolean> {
  const before = stored.email;
  if (before?.value === email || (!before && email === null)) return true;
  if (before && email !== null) return correctAddress(trx, before.id, email);
  if (before) await endChannel(trx, before.id);
  else if (email !== null) await openEmail(trx, stored.id, email);
  return true;
}

/** Adds somebody. @param key made with the form, so that a form that is sent twice adds one. @returns their id */
export async function addAddressee(
  database: Database,
  key: string,
  { state, content, by, day }: Omit<Change, 'was'> & { readonly state: string },
): Promise<string> {
  return database.transaction().execute(async (trx) => {
    const added = await selectAdded(trx, BY_HAND, key);
    if (added) return added;
    const { mandate, email, name, source, as_of, endedOn, beginsOn } = readTyped(content, [], day);
    const entry = {
      ...{ at: key, externalId: key, office: null, languages: [], links: [] },
      ...{ name, source, asOf: as_of, endedOn, beginsOn },
      mandates: [{ ...mandate, body_kind: 'legislature' as const, term: null }],
      channels: email === null ? [] : [{ kind: 'email' as const, value: email }],
    };
    await insertEntries(trx, state, BY_HAND, [entry], day);
    const id = (await selectAdded(trx, BY_HAND, key)) ?? '';
    await writeAudit(trx, { by, operation: 'representatives.add', item: ['representative', id], after: { state } });
    await dropPages(trx, ['representatives'], 'refresh');
    return id;
  });
}
