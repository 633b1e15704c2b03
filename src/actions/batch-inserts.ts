import pg from 'pg';
import { isTransient } from '../database/transient-errors.ts';
import { insertActions, type NewAction } from './accept-queries.ts';

/** So many statements of accepted actions are under way at once; what arrives meanwhile goes with the next. */
const STATEMENTS = 2;
/** So many actions share a statement at most. */
const TOGETHER = 32;

interface Waiting {
  readonly action: NewAction;
  readonly taken: (known: Buffer | null) => void;
  readonly failed: (error: unknown) => void;
}

interface Gathering {
  waiting: Waiting[];
  underWay: number;
}

const gatherings = new WeakMap<pg.Pool, Gathering>();

/**
 * Stores an action; it is durable when this returns. An action that comes alone goes at once; those that come while others are being stored
 * share the next statement, and one that can't be stored never takes another with it.
 * @returns the sealed address that was known of its supporter before
 */
export function insertAction(pool: pg.Pool, action: NewAction): Promise<Buffer | null> {
  const gathering = gatherings.get(pool) ?? { waiting: [], underWay: 0 };
  gatherings.set(pool, gathering);
  return new Promise((taken, failed) => {
    gathering.waiting.push({ action, taken, failed });
    sendNext(pool, gathering);
  });
}

function sendNext(pool: pg.Pool, gathering: Gathering): void {
  if (gathering.underWay >= STATEMENTS || gathering.waiting.length === 0) return;
  const batch = takeBatch(gathering);
  gathering.underWay += 1;
  void store(pool, batch).then((failure) => {
    gathering.underWay -= 1;
    if (isAway(failure)) failAll(gathering, failure);
    sendNext(pool, gathering);
  });
}

/** What waits would find the same, one statement after the other, while people wait: nothing of it was sent. */
function failAll(gathering: Gathering, failure: unknown): void {
  for (const { failed } of gathering.waiting.splice(0)) failed(failure);
}

/** A second action on one mailbox waits for the next statement, which sees the first. */
function takeBatch(gathering: Gathering): readonly Waiting[] {
  const batch = new Map<string, Waiting>();
  const later: Waiting[] = [];
  for (const one of gathering.waiting) {
    const mailbox = one.action.limit.mailbox.toString('latin1');
    if (batch.size < TOGETHER && !batch.has(mailbox)) batch.set(mailbox, one);
    else later.push(one);
  }
  gathering.waiting = later;
  return [...batch.values()];
}

/** @returns what went wrong for all of them alike */
async function store(pool: pg.Pool, batch: readonly Waiting[]): Promise<unknown> {
  try {
    const known = await insertActions(
      pool,
      batch.map(({ action }) => action),
    );
    for (const [at, { taken }] of batch.entries()) taken(known[at] ?? null);
    return undefined;
  } catch (error) {
    if (batch.length > 1 && isRefusal(error)) return storeEach(pool, batch);
    for (const { failed } of batch) failed(error);
    return error;
  }
}

async function storeEach(pool: pg.Pool, batch: readonly Waiting[]): Promise<unknown> {
  const waiting = [...batch];
  for (let one = waiting.shift(); one; one = waiting.shift()) {
    const failure = await store(pool, [one]);
    if (!isAway(failure)) continue;
    for (const { failed } of waiting) failed(failure);
    return failure;
  }
  return undefined;
}

/** The database is not there, or has no room; unlike actions that were in each other's way, of which the next may pass. */
function isAway(error: unknown): boolean {
  return error instanceof Error && isTransient(error) && !/^(40|55)/.test((error as { code?: string }).code ?? '');
}

/** The database refused a value (SQLSTATE classes 22 and 23), so that nothing was stored; after any other failure that is not sure. */
function isRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '');
}
