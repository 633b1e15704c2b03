import type { Queries } from '../database/database.ts';
import { cachedInMemory } from '../database/memory-cache.ts';
import { endAt, momentOf } from '../http/moment.ts';
import { changesAt, type End, earlier, hasCome } from '../http/page-end.ts';
import type { Visible } from '../http/visible.ts';
import { type Audience, everybody, type Preview } from './audience.ts';
import { readersNow } from './previewing.ts';
import { type Gate, madeOf, visibleTo } from './visible-to.ts';

/** By which it is told what follows from the time of day. */
export interface Clock {
  /** The database's, when it was looked. */
  readonly now: Date;
  /** Says that what follows is another from a later moment on. */
  changesAt(later: Date | undefined): void;
}

/** What everybody may see; another audience’s is no such thing, and must not be shown to readers. */
export interface CachedVisible<Whole> {
  (queries: Queries): Promise<Visible<Whole>>;
  (queries: Queries, audience: Audience): Promise<Whole>;
}

interface Looked<Whole> {
  readonly whole: Visible<Whole>;
  readonly end: End | undefined;
}

/**
 * Rows that are kept in memory until a tag is dropped, and what each audience may see of them, assembled: once, and again at the moment
 * at which it changes by itself. A page that shows it ends then too.
 * @param pass hands the rows to the gate
 * @param assemble makes one whole of what the gate let through, and of nothing else
 * @param previewed the rows as they will be, for a preview; what it sees is kept nowhere
 */
export function cachedVisible<Rows extends object, Parts, Whole extends object>(
  tag: string,
  read: (queries: Queries) => Promise<Rows>,
  pass: (rows: Rows, gate: Gate, clock: Clock) => Visible<Parts>,
  assemble: (parts: Visible<Parts>, now: Date) => Whole,
  previewed: (queries: Queries, rows: Rows, preview: Preview) => Promise<Rows> = async (_, rows) => rows,
): CachedVisible<Whole> {
  const rowsOf = cachedInMemory(tag, read);
  const lookedAt = new WeakMap<Rows, Map<Audience, Promise<Looked<Whole>>>>();
  return async (queries: Queries, whose: Audience = everybody) => {
    const audience = whose === everybody ? readersNow() : whose;
    const rows = await rowsOf(queries);
    const seen = (of: Rows) =>
      look(queries, audience, (gate, clock) => madeOf(pass(of, gate, clock), (parts) => assemble(parts, clock.now)));
    if (audience.kind === 'preview') return (await seen(await previewed(queries, rows, audience))).whole;
    const looked = lookedAt.get(rows) ?? new Map<Audience, Promise<Looked<Whole>>>();
    lookedAt.set(rows, looked);
    const { whole, end } = await latest(looked, audience, () => seen(rows));
    changesAt(end);
    return whole;
  };
}

/** What everybody may see of what is read for this one answer. */
export async function seenNow<Whole>(queries: Queries, pass: (gate: Gate) => Visible<Whole>): Promise<Looked<Whole>> {
  const looked = await look(queries, readersNow(), pass);
  changesAt(looked.end);
  return looked;
}

async function look<Whole>(
  queries: Queries,
  audience: Audience,
  pass: (gate: Gate, clock: Clock) => Visible<Whole>,
): Promise<Looked<Whole>> {
  const now = await momentOf(queries);
  const moment = audience.kind === 'preview' ? { ...now, at: audience.at } : now;
  // Whoever asks for another audience is given no `Visible` (KeptVisible).
  const gate = visibleTo(audience, moment) as Gate;
  let end: End | undefined;
  const changesAt = (later: Date | undefined) => {
    end = earlier(end, endAt(moment, later));
  };
  const whole = pass(gate, { now: moment.at, changesAt });
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
