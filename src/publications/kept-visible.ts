import type { Queries } from '../database/database.ts';
import { cachedInMemory } from '../database/memory-cache.ts';
import { changesAt, type End, hasCome } from '../http/page-end.ts';
import { type Audience, everybody } from './audience.ts';
import { momentOf } from './moment.ts';
import { type Gate, visibleTo } from './visible-to.ts';

interface Looked<Whole> {
  readonly whole: Whole;
  readonly end: End | undefined;
}

/**
 * Rows that are kept in memory until a tag is dropped, and what each audience may see of them, assembled: once, and again at the moment at which
 * it changes by itself. A page that shows it ends then too.
 */
export function keptVisible<Rows extends object, Whole>(
  tag: string,
  read: (queries: Queries) => Promise<Rows>,
  assemble: (rows: Rows, gate: Gate) => Whole,
): (queries: Queries, audience?: Audience) => Promise<Whole> {
  const rowsOf = cachedInMemory(tag, read);
  const kept = new WeakMap<Rows, Map<Audience, Promise<Looked<Whole>>>>();
  return async (queries, audience = everybody) => {
    const rows = await rowsOf(queries);
    const looked = kept.get(rows) ?? new Map<Audience, Promise<Looked<Whole>>>();
    kept.set(rows, looked);
    const { whole, end } = await latest(looked, audience, () =>
      look(queries, audience, (gate) => assemble(rows, gate)),
    );
    changesAt(end);
    return whole;
  };
}

/** What an audience may see of what is read for this one answer. */
export async function seenNow<Whole>(queries: Queries, assemble: (gate: Gate) => Whole): Promise<Looked<Whole>> {
  const looked = await look(queries, everybody, assemble);
  changesAt(looked.end);
  return looked;
}

async function look<Whole>(queries: Queries, audience: Audience, assemble: (gate: Gate) => Whole) {
  const gate = visibleTo(audience, await momentOf(queries));
  return { whole: assemble(gate), end: gate.end };
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
