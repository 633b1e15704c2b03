import type pg from 'pg';
import { until } from '../test/support/until.ts';
import type { Arrivals } from './arrivals.ts';
import type { Written } from './letters.ts';
import { type Finding, finding, none } from './part.ts';

const ON_ITS_WAY = ['waiting', 'claimed', 'handing-over'];

/**
 * Holds what writers were told against what lies in the database and what arrived, once everything that could leave has left.
 * @param atLeast letters that must have been taken for the rest to mean anything
 */
export async function judge(
  pool: pg.Pool,
  letters: readonly Written[],
  arrivals: Arrivals,
  atLeast: number,
): Promise<Finding[]> {
  const { rows } = await pool.query<{ key: string; state: string }>(
    `SELECT encode(supporter_key, 'hex') AS key, state FROM letters`,
  );
  const states = new Map(rows.map(({ key, state }) => [key, state]));
  const stateOf = ({ key }: Written) => states.get(key.toString('hex')) ?? 'gone';
  const name = (one: Written) => `${one.email} ${stateOf(one)}, came ${arrivals.of(one.email).length} times`;
  const those = (wrong: (one: Written) => boolean) => letters.filter(wrong).map(name);
  const taken = letters.filter((one) => one.taken);
  return [
    finding('letters accepted', taken.length, atLeast),
    finding('of them taken back', taken.filter(({ takenBack }) => takenBack).length),
    none(
      'accepted and lost',
      those((one) => one.taken && isLost(one, stateOf(one), arrivals)),
    ),
    none(
      'sent twice',
      those(({ email }) => arrivals.of(email).length > 1),
    ),
    none(
      'sent after it was taken back',
      those((one) => isSentAfter(one, stateOf(one), arrivals)),
    ),
  ];
}

/** Fulfilled once no letter is on its way, or after two minutes: what still is then counts as lost. */
export async function nothingMoves(pool: pg.Pool): Promise<void> {
  const moving = 'SELECT 1 FROM letters WHERE state = ANY ($1) LIMIT 1';
  await until('nothing moves', async () => (await pool.query(moving, [ON_ITS_WAY])).rowCount === 0, 120).catch(
    () => {},
  );
}

/** Not there, still on its way though nothing moves any more, or said to be handed over and never arrived. */
function isLost(one: Written, state: string, arrivals: Arrivals): boolean {
  if (state === 'gone' || ON_ITS_WAY.includes(state)) return true;
  if (state === 'handed-over') return arrivals.of(one.email).length === 0;
  return !['unknown', 'withdrawn'].includes(state) || (state === 'withdrawn' && !one.takingBack);
}

/** Came in after its writer had read that nothing more is sent, or came in at all although we say that it did not leave. */
function isSentAfter({ email, takenBack }: Written, state: string, arrivals: Arrivals): boolean {
  const times = arrivals.of(email);
  if (state === 'withdrawn') return times.length > 0;
  return takenBack !== undefined && !takenBack.leaving && times.some((at) => at > takenBack.at);
}
