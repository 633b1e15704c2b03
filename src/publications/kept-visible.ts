import type { Queries } from '../database/database.ts';
import { cachedInMemory } from '../database/memory-cache.ts';
import { endAt, momentOf } from '../http/moment.ts';
import { changesAt, type End, earlier, hasCome } from '../http/page-end.ts';
import { type Audience, everybody } from './audience.ts';
import { type Gate, visibleTo } from './visible-to.ts';

/** By which it is told what follows from the time of day. */
export interface Clock {
  /** The database's, when it was looked. */
  readonly now: Date;
  /** Says that what follows is another from a later moment on. */
  changesAt(later: Date | undefined): void;
}

type Assemble<Whole> = (gate: Gate, clock: Clock) => Whole;

interface Looked<Whole> {
  readonly whole: Whole;
  readonly end: End | undefined;
}

/**
 * Rows that are kept in memory until a tag is dropped, and what each audience may see of them, assembled: once, and again at the moment
 * at which it changes by itself. A page that shows it ends then too.
 */
export function keptVisible<Rows extends object, Whole>(
  tag: string,
  read: (queries: Queries) => Promise<Rows>,
  assemble: (rows: Rows, gate: Gate, clock: Clock) => Whole,
): (queries: Queries, audience?: Audience) => Promise<Whole> {
  const rowsOf = cachedInMemory(tag, read);
  const lookedAt = new WeakMap<Rows, Map<Audience, Promise<Looked<Whole>>>>();
  return async (queries, audience = everybody) => {
    const rows = await rowsOf(queries);
    const looked = lookedAt.get(rows) ?? new Map<Audience, Promise<Looked<Whole>>>();
    lookedAt.set(rows, looked);
    const { whole, end } = await latest(looked, audience, () =>
      look(queries, audience, (gate, clock) => assemble(rows, gate, clock)),
    );
    changesAt(end);
    return whole;
  };
}

/** What an audience may see of what is read for this one answer. */
export async function seenNow<Whole>(queries: Queries, assemble: Assemble<Whole>): Promise<Looked<Whole>> {
  const looked = await look(queries, everybody, assemble);
  changesAt(looked.end);
  return looked;
}

async function look<Whole>(queries: Queries, audience: Audience, assemble: Assemble<Whole>) {
  const moment = await momentOf(queries);
  const gate = visibleTo(audience, moment);
  let end: End | undefined;
  const changesAt = (later: Date | undefined) => {
    end = earlier(end, endAt(moment, later));
  };
  const whole = assemble(gate, { now: moment.at, changesAt });
  return { whole, end: earlier(gate.end, end) };
}

/** Whoever finds it over looks again, together with whoever else does. */
async function latest<Whole>(
  looked: Map<Audience, Promise<Looked<Whole>>>,
  audience: Audience,
  lookAgain: () => Promise<Looked<Whole>>,
): Promise<Looked<Whole>> {
  const known = looked.get(audience);
  const last = await known;
  if (last && !hasCome(last.end)) return last;
  const under = looked.get(audience);
  if (under && under !== known) return under;
  const looking = lookAgain();
  looked.set(audience, looking);
  looking.catch(() => looked.delete(audience));
  return looking;
}
