import { join } from 'node:path';
import type { Database, Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { beginLedger } from './begin-ledger.ts';
import { type Comparison, compareContent, type Proposal } from './compare.ts';
import { contentHash } from './content-hash.ts';
import type { Change, ContentContext, ContentUnit, RoomWithContent, StoredContent } from './content-unit.ts';
import { digestOf, digestOfFiles } from './digest.ts';
import {
  countWaiting,
  deleteLedger,
  lockContent,
  putDigest,
  putLedger,
  putProposals,
  selectDigests,
  selectLedger,
} from './ledger-queries.ts';

/** What a pass brought. */
export interface Brought {
  /** Rows that were not there. */
  readonly added: number;
  /** Rows that nobody had edited. */
  readonly changed: number;
  /** Whether the database was empty of a unit before. */
  readonly first: boolean;
}

export interface ContentReport extends Brought {
  /** All that wait for an operator, also from earlier passes. */
  readonly waiting: number;
  /** What is wrong with files of rooms that were brought before: they go on with what stands. */
  readonly wrong?: readonly string[];
}

/** Files that can't be read as what they should be. */
class UnreadableContentError extends Error {
  override readonly name = 'UnreadableContentError';
}

export interface Pass extends ContentContext {
  /** The folder that the units' folders are in. */
  readonly root: string;
  /** The program's. */
  readonly version: string;
}

const NOTHING: Brought = { added: 0, changed: 0, first: false };

/**
 * Brings what content/ has and this database has not, room by room, each in one transaction: new rows, rows that changed in the files and
 * that nobody edited here; what somebody edited becomes a proposal. Whatever the files have no more stays. Compares nothing where the files
 * are those of the last time.
 * @throws what is wrong with the files of a room that was never brought; what lower rooms have brought stays then
 */
export async function bringContent(
  database: Database,
  rooms: readonly RoomWithContent[],
  pass: Pass,
): Promise<ContentReport> {
  const total = { ...NOTHING };
  const digests: string[] = [];
  const wrong: string[] = [];
  for (const room of rooms) {
    if (!room.content) continue;
    const own = await digestsOf(room, pass);
    digests.push(...own.values());
    if (room.content.follow) own.set('', digestOf(digests));
    const brought = await bringRoom(database, room, own, pass).catch(async (error: Error) => {
      if (!(error instanceof UnreadableContentError) || !(await wasBrought(database, room))) throw error;
      wrong.push(...error.message.split('\n'));
      return NOTHING;
    });
    total.added += brought.added;
    total.changed += brought.changed;
    total.first ||= brought.first;
  }
  return { ...total, waiting: await countWaiting(database), ...(wrong.length > 0 && { wrong }) };
}

/** Whether a room has all that it starts with, of whatever version. */
async function wasBrought(database: Database, { name, content }: RoomWithContent): Promise<boolean> {
  const known = await selectDigests(database);
  return content?.units?.every((unit) => known.has(`${name}/${unit.name}`)) ?? true;
}

/** Of the files of each unit, and of this version, which may read them otherwise. */
async function digestsOf({ content }: RoomWithContent, { root, version }: Pass): Promise<Map<string, string>> {
  const units = (content?.units ?? []).map(
    async (unit) => [unit.name, digestOf([version, await digestOfFiles(join(root, unit.folder), unit.files)])] as const,
  );
  return new Map(await Promise.all(units));
}

async function bringRoom(
  database: Database,
  { name: room, content }: RoomWithContent,
  digests: ReadonlyMap<string, string>,
  pass: Pass,
): Promise<Brought> {
  const isNew = (known: ReadonlyMap<string, string>, unit: string) =>
    known.get(`${room}/${unit}`) !== digests.get(unit);
  const before = await selectDigests(database);
  if (![...digests.keys()].some((unit) => isNew(before, unit))) return NOTHING;
  return database.transaction().execute(async (trx) => {
    await lockContent(trx);
    // Another process may have done it meanwhile.
    const known = await selectDigests(trx);
    const total = { ...NOTHING };
    for (const unit of content?.units ?? []) {
      if (!isNew(known, unit.name)) continue;
      const brought = await bringUnit(trx, { room, unit, first: !known.has(`${room}/${unit.name}`) }, pass);
      total.added += brought.added;
      total.changed += brought.changed;
      total.first ||= brought.first;
    }
    if (digests.has('') && isNew(known, '')) await content?.follow?.(trx);
    for (const [unit, digest] of digests) await putDigest(trx, { room, unit }, digest);
    return total;
  });
}

interface Unit {
  readonly room: string;
  readonly unit: ContentUnit;
  /** Whether it has no ledger yet. */
  readonly first: boolean;
}

async function bringUnit(trx: Queries, { room, unit, first }: Unit, pass: Pass): Promise<Brought> {
  const of = { room, unit: unit.name };
  const stored = await unit.stored(trx, pass);
  const files = await unit.read(join(pass.root, unit.folder), pass).catch((error: Error) => {
    throw new UnreadableContentError(error.message, { cause: error });
  });
  const ledger = first
    ? await beginLedger(trx, { root: pass.root, room, unit, files, stored })
    : await selectLedger(trx, of);
  const compared = compareContent({ files, stored, ledger, nested: unit.nested });
  const { changes, proposals } = await withoutRefused(trx, unit, { ...compared, stored }, pass);
  const completed = completions(unit, proposals, stored);
  if (changes.length + completed.length > 0) {
    await unit.make(trx, [...changes, ...completed], pass);
    await dropPages(trx, unit.tags, 'refresh');
  }
  const settled = [...compared.settled, ...changes.map(({ key, after }) => ({ key, value: after }))];
  const entries = settled.map(({ key, value }) => [key, contentHash(value)] as const);
  await putLedger(trx, of, pass.version, new Map([...(first ? ledger : []), ...entries]));
  await deleteLedger(trx, of, compared.forgotten);
  await putProposals(trx, of, pass.version, proposals.map(hashed));
  const added = changes.filter(({ before }) => before === undefined).length;
  return { added, changed: changes.length - added, first: first && stored.size === 0 };
}

async function withoutRefused(
  trx: Queries,
  unit: ContentUnit,
  { changes, proposals, stored }: Comparison & { readonly stored: StoredContent },
  pass: Pass,
): Promise<Pick<Comparison, 'changes' | 'proposals'>> {
  const refused = changes.length > 0 ? await unit.refused?.(trx, changes, stored, pass) : undefined;
  if (!refused || refused.size === 0) return { changes, proposals };
  const more = changes.flatMap(({ key, after }) => {
    const because = refused.get(key);
    return because === undefined ? [] : [{ key, offered: after, because }];
  });
  return { changes: changes.filter(({ key }) => !refused.has(key)), proposals: [...proposals, ...more] };
}

/** What somebody edited keeps what they wrote, and gets what this version needs beside it. */
function completions(unit: ContentUnit, proposals: readonly Proposal[], stored: StoredContent): Change[] {
  return proposals.flatMap(({ key, offered }) => {
    const stands = stored.get(key);
    if (!stands || offered === undefined) return [];
    const after = unit.completed?.(key, stands.value, offered);
    return after === undefined ? [] : [{ key, before: stands.value, after }];
  });
}

function hashed(proposal: Proposal) {
  return { ...proposal, hash: proposal.offered === undefined ? undefined : contentHash(proposal.offered) };
}
