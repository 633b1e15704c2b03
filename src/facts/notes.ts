import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database, Queries } from '../database/database.ts';
import { embargoedNow } from './embargoed-facts.ts';
import { selectFacts } from './facts-queries.ts';
import {
  type ChangedAsk,
  type Note,
  type NotedFact,
  type NoteKind,
  selectLastRevision,
  settleNotes,
} from './note-queries.ts';
import type { DatasetName } from './shapes.ts';
import type { HiddenFields } from './visible-fields.ts';

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

/** What a note tells of that is public, and how much it tells of that is not yet. */
export interface PublicPart {
  readonly facts: readonly NotedFact[];
  readonly changed: readonly ChangedAsk[];
  readonly hidden: number;
}

/**
 * A note for whoever may not see what is not public yet: neither a row that is hidden now, or was when the note was left and
 * did not come out since, nor an ask that a state may have by such a row.
 * @param dataset of the note
 */
export async function publicPartOf(
  queries: Queries,
  { name, hidden }: { readonly name: DatasetName; readonly hidden: HiddenFields },
  note: Note,
): Promise<PublicPart> {
  const current = await selectFacts(queries, name);
  const notYet = await embargoedNow(queries, current, hidden);
  const isOut = new Set(current.filter(({ fields }) => !notYet.has(fields)).map(keyOf));
  const then = await selectFacts(queries, name, note.revision);
  const wasNotYet = await embargoedNow(queries, then, hidden);
  const out = [
    ...current.filter(({ fields }) => notYet.has(fields)),
    ...then.filter((fact) => wasNotYet.has(fact.fields) && !isOut.has(keyOf(fact))),
  ];
  const keys = new Set(out.map(keyOf));
  const states = new Set(out.map(({ fields }) => fields.iso3));
  const facts = note.facts.filter((fact) => !keys.has(keyOf(fact)));
  const changed = note.changed.filter(({ state }) => !states.has(state));
  return { facts, changed, hidden: note.facts.length - facts.length + note.changed.length - changed.length };
}

function keyOf({ file, key }: NotedFact): string {
  return `${file} ${key}`;
}

/** For how many days nobody has changed a data set; undefined where somebody has within a week. */
export async function quietDays(queries: Queries, dataset: string, now = new Date()): Promise<number | undefined> {
  const last = await selectLastRevision(queries, dataset);
  const days = last ? Math.floor((now.getTime() - last.getTime()) / DAY) : 0;
  return days >= 7 ? days : undefined;
}
