import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database, Queries } from '../database/database.ts';
import {
  type Note,
  type NotedFact,
  type NoteKind,
  selectLastRevision,
  selectNotPublic,
  settleNotes,
} from './note-queries.ts';

export {
  type ChangedAsk,
  countNotes,
  type Note,
  type NotedFact,
  type NoteKind,
  selectNotes as openNotes,
  selectNotesNamed as notesNamed,
} from './note-queries.ts';

const DAY = 86_400_000;

/** Somebody has dealt with notes of the record. @returns how many of them were still open */
export function putNotesAway(database: Database, kind: NoteKind, ids: readonly string[], by: ActorId): Promise<number> {
  return database.transaction().execute(async (trx) => {
    const settled = await settleNotes(trx, kind, ids, by);
    for (const id of settled) await writeAudit(trx, { by, operation: 'facts.settle-notes', item: ['note', id] });
    return settled.length;
  });
}

/** What a note tells of that is public, and how many rows it tells of that are not yet. */
export async function publicFactsOf(
  queries: Queries,
  { revision, facts }: Note,
  today: string,
): Promise<{ readonly shown: readonly NotedFact[]; readonly hidden: number }> {
  const notPublic = await selectNotPublic(queries, revision, today);
  const shown = facts.filter(({ file, key }) => !notPublic.has(`${file} ${key}`));
  return { shown, hidden: facts.length - shown.length };
}

/** For how many days nobody has changed a data set; undefined where somebody has within a week. */
export async function quietDays(queries: Queries, dataset: string, now = new Date()): Promise<number | undefined> {
  const last = await selectLastRevision(queries, dataset);
  const days = last ? Math.floor((now.getTime() - last.getTime()) / DAY) : 0;
  return days >= 7 ? days : undefined;
}
