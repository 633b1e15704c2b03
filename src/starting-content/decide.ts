import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database, Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import type { Change, ContentContext, ContentUnit, RoomWithContent, StoredContent, Value } from './content-unit.ts';
import {
  decideProposals,
  deleteLedger,
  lockContent,
  putLedger,
  selectWaiting,
  type UnitName,
  type WaitingProposal,
} from './ledger-queries.ts';

export { countProposals } from './ledger-queries.ts';

/** What can become of a proposal. */
export const decisions = ['accepted', 'kept'] as const;
type Decision = (typeof decisions)[number];

/** What an operator typed can't be done; the message says what can. */
export class WrongDecisionError extends Error {
  override readonly name = 'WrongDecisionError';
}

export interface ShownProposal extends WaitingProposal {
  /** Undefined: nothing stands. */
  readonly stored: Value | undefined;
}

type Rooms = readonly RoomWithContent[];

/** Some proposals, each beside what stands now. @param ids none: all that wait @throws WrongDecisionError where one does not wait */
export async function showProposals(
  database: Database,
  rooms: Rooms,
  ids: readonly number[],
  context: ContentContext,
): Promise<ShownProposal[]> {
  return database.transaction().execute(async (trx) => {
    const shown = await Promise.all(
      [...byUnit(await waiting(trx, ids)).values()].map(async (proposals) => {
        const stored = await unitOf(rooms, proposals)?.stored(trx, context);
        return proposals.map((one) => ({ ...one, stored: stored?.get(one.key)?.value }));
      }),
    );
    return shown.flat();
  });
}

/**
 * Makes what stands what the files say, for some proposals together: all of them or none.
 * @throws WrongDecisionError saying what can't be made and why
 */
export async function acceptProposals(
  database: Database,
  rooms: Rooms,
  ids: readonly number[],
  context: ContentContext,
): Promise<number> {
  return decide(database, ids, 'accepted', context.by, async (trx, of, proposals) => {
    const unit = unitOf(rooms, proposals);
    if (!unit) throw new WrongDecisionError(`${of.room}: this version has no ${of.unit}; they can only be kept`);
    const stored = await unit.stored(trx, context);
    const changes = proposals.map((one) => changeOf(one, stored));
    const refused = await unit.refused?.(trx, changes, stored, context);
    if (refused && refused.size > 0)
      throw new WrongDecisionError([...refused].map(([key, why]) => `${of.room} ${key}: ${why}`).join('\n'));
    await unit.make(trx, changes, context);
    await dropPages(trx, unit.tags, changes.some(({ after }) => after === undefined) ? 'remove' : 'refresh');
    for (const { content } of rooms) await content?.follow?.(trx);
  });
}

/** Leaves what stands as it is; the files are not proposed again before they change. @throws WrongDecisionError */
export async function keepStored(database: Database, ids: readonly number[], by: ActorId): Promise<number> {
  return decide(database, ids, 'kept', by, async () => {});
}

type Carry = (trx: Queries, of: UnitName, proposals: readonly WaitingProposal[]) => Promise<void>;

async function decide(
  database: Database,
  ids: readonly number[],
  decision: Decision,
  by: ActorId,
  carryOut: Carry,
): Promise<number> {
  return database.transaction().execute(async (trx) => {
    await lockContent(trx);
    const proposals = await waiting(trx, ids);
    if (proposals.length === 0) return 0;
    for (const group of byUnit(proposals).values()) {
      const [first] = group;
      if (!first) continue;
      await carryOut(trx, first, group);
      await settle(trx, first, group);
    }
    await decideProposals(
      trx,
      proposals.map(({ id }) => id),
      decision,
      by,
    );
    for (const [unit, group] of byUnit(proposals))
      await writeAudit(trx, {
        by,
        operation: decision === 'accepted' ? 'starting-content.accept' : 'starting-content.keep',
        item: ['content', unit],
        after: { proposals: group.map(({ id, key }) => `${id} ${key}`).slice(0, 500), count: group.length },
      });
    return proposals.length;
  });
}

/** From now on the ledger says what the files do, whatever stands. */
async function settle(trx: Queries, of: UnitName, proposals: readonly WaitingProposal[]): Promise<void> {
  for (const [version, group] of Map.groupBy(proposals, (one) => one.version)) {
    const hashes = group.flatMap(({ key, hash }) => (hash === null ? [] : [[key, hash] as const]));
    await putLedger(trx, of, version, new Map(hashes));
  }
  await deleteLedger(
    trx,
    of,
    proposals.flatMap(({ key, hash }) => (hash === null ? [key] : [])),
  );
}

async function waiting(trx: Queries, ids: readonly number[]): Promise<WaitingProposal[]> {
  const all = await selectWaiting(trx);
  const missing = ids.find((id) => !all.some((one) => one.id === id));
  if (missing !== undefined) throw new WrongDecisionError(`no proposal ${missing} waits; “list” says which do`);
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
}

function byUnit(proposals: readonly WaitingProposal[]): Map<string, WaitingProposal[]> {
  return Map.groupBy(proposals, ({ room, unit }) => `${room}/${unit}`);
}

function unitOf(rooms: Rooms, [first]: readonly UnitName[]): ContentUnit | undefined {
  return rooms.find(({ name }) => name === first?.room)?.content?.units?.find(({ name }) => name === first?.unit);
}

function changeOf({ key, hash, offered }: WaitingProposal, stored: StoredContent): Change {
  return { key, before: stored.get(key)?.value, after: hash === null ? undefined : offered };
}
