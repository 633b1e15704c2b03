import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import {
  endFacts,
  type Fact,
  insertFacts,
  insertRevision,
  lockFacts,
  nameOf,
  selectFacts,
  selectPositions,
} from './facts-queries.ts';
import type { DatasetName, Fields, Files } from './shapes.ts';

export interface Changed {
  readonly file: string;
  readonly key: string;
  readonly before: Fields | null;
  readonly after: Fields | null;
}

/** What an import did, or would do. */
export interface FactsReport {
  /** Undefined: nothing was written. */
  readonly revision: number | undefined;
  readonly changes: readonly Changed[];
  readonly unchanged: number;
  /** How many rows stay that are not public yet and not in the files. */
  readonly heldBack: number;
}

/** By whom and why, kept for good; or only tried. */
export interface Made {
  readonly by: ActorId;
  readonly why: string;
  readonly dryRun?: boolean;
}

/** Announces a written revision in the same transaction, e.g. by drafts for staff. */
export type Announce = (trx: Queries, revision: number, changes: readonly Changed[]) => Promise<void>;

/**
 * Brings a data set to what its files say, as one revision: all of it or nothing, and the second time nothing. Within a transaction of the
 * caller's.
 * @param made by whom and why, kept for good
 */
export async function writeFacts(
  trx: Queries,
  dataset: DatasetName,
  files: Files,
  made: Made,
): Promise<Omit<FactsReport, 'heldBack'>> {
  await lockFacts(trx);
  const current = await selectFacts(trx, dataset);
  const changes = compare(current, files);
  const total = Object.values(files).reduce((sum, lines) => sum + lines.length, 0);
  const unchanged = total - changes.filter(({ after }) => after !== null).length;
  if (made.dryRun || changes.length === 0) return { revision: undefined, changes, unchanged };
  return { revision: await writeChanges(trx, dataset, changes, made, linesOf(files)), changes, unchanged };
}

/**
 * Writes changes as a revision.
 * @param lines where each row stands in its file, by file and key; left out: where it stood, new ones at its end
 * @returns the revision's number
 */
export async function writeChanges(
  trx: Queries,
  dataset: DatasetName,
  changes: readonly Changed[],
  made: { by: ActorId; why: string },
  lines?: ReadonlyMap<string, number>,
): Promise<number> {
  await lockFacts(trx);
  const positions = lines ?? (await positionsFor(trx, dataset, changes));
  const revision = await insertRevision(trx, dataset, made);
  const [ended, begun] = [changes.filter(({ before }) => before), changes.filter(({ after }) => after)];
  await endFacts(trx, dataset, revision, ended);
  await insertFacts(
    trx,
    dataset,
    revision,
    begun.flatMap(({ file, key, after }) =>
      after ? [{ file, key, position: positions.get(nameOf({ file, key })) ?? 0, fields: after }] : [],
    ),
  );
  await writeAudit(trx, {
    by: made.by,
    operation: 'facts.revise',
    item: ['revision', `${dataset} ${revision}`],
    because: made.why,
    after: { rows: changes.length, files: [...new Set(changes.map(({ file }) => file))] },
  });
  await dropPages(trx, [dataset], changes.some(takesAway) ? 'remove' : 'refresh');
  return revision;
}

/** What readers saw may be gone: the row, or it is public from another day. */
const takesAway = ({ before, after }: Changed) =>
  before !== null && (after === null || (after.public_on ?? '') !== (before.public_on ?? ''));

function linesOf(files: Files): Map<string, number> {
  const named = Object.entries(files).flatMap(([file, lines]) =>
    lines.map(({ key, line }) => [nameOf({ file, key }), line] as const),
  );
  return new Map(named);
}

async function positionsFor(trx: Queries, dataset: DatasetName, changes: readonly Changed[]) {
  const current = await selectPositions(trx, dataset);
  const last = new Map<string, number>();
  for (const { file, position } of current) last.set(file, Math.max(last.get(file) ?? 0, position));
  const positions = new Map(current.map((fact) => [nameOf(fact), fact.position]));
  for (const change of changes) {
    if (positions.has(nameOf(change))) continue;
    const next = (last.get(change.file) ?? 0) + 1;
    last.set(change.file, next);
    positions.set(nameOf(change), next);
  }
  return positions;
}

function compare(current: readonly Fact[], files: Files): Changed[] {
  const before = new Map(current.map((fact) => [nameOf(fact), fact]));
  const changes: Changed[] = [];
  for (const [file, lines] of Object.entries(files)) {
    for (const { key, fields } of lines) {
      const known = before.get(nameOf({ file, key }));
      before.delete(nameOf({ file, key }));
      // A column that the file does not have keeps what stands: what is given out leaves some out, and older files have fewer.
      const after = { ...known?.fields, ...fields };
      if (!known || !sameFields(known.fields, after)) changes.push({ file, key, before: known?.fields ?? null, after });
    }
  }
  return [
    ...changes,
    ...[...before.values()].map(({ file, key, fields }) => ({ file, key, before: fields, after: null })),
  ];
}

/** A column that is missing says the same as an empty one. */
export function sameFields(one: Fields, other: Fields): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => (one[name] ?? '') === (other[name] ?? ''),
  );
}
