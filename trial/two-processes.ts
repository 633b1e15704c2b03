import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { startScratchDatabase } from '../bench/product.ts';
import { openDatabase } from '../src/database/database.ts';
import { dropPages } from '../src/http/invalidation.ts';
import { LEASE_OVER } from '../test/support/letters.ts';
import { startMailSink } from '../test/support/mail.ts';
import { until } from '../test/support/until.ts';
import { type Addressee, openAddressees } from './addressees.ts';
import { Arrivals } from './arrivals.ts';
import { Install, type Process } from './install.ts';
import { judge, nothingMoves } from './judge.ts';
import { type Finding, finding, type Part, type Setting, spread, within } from './part.ts';
import type { Random } from './random.ts';

const OFFICES = 6;
const LETTERS = 12;
const TAKEN_BACK = 0.3;
/** Milliseconds in which the other process hears that a page is removed. */
const HEARD_WITHIN = 1_000;
const PAGE = '/en/campaigns/united-by-common-bonds';
const ENDED = 'no longer takes letters';

/** Two processes over one database: what one removes the other forgets, and no letter leaves through both. */
export const twoProcesses: Part = {
  what: (rounds) => `${rounds} times letters through both of two processes, one of them killed, and a page removed`,
  rounds: 6,
  run: (setting) => runTwoProcesses(setting),
};

async function runTwoProcesses({ random, rounds, say }: Setting): Promise<readonly Finding[]> {
  const [database, sink] = await Promise.all([startScratchDatabase(), startMailSink()]);
  const arrivals = new Arrivals(sink);
  const install = await Install.prepare(sink.url, { url: await database.create('trial') });
  try {
    const both = [await install.start(), await install.start()] as const;
    const pool = await install.pool();
    const offices = await openAddressees(pool, ['one.trial.internal', 'two.trial.internal'], OFFICES);
    for (const { writers } of both) await writers.prepares(offices);
    const heard: number[] = [];
    const afterBreak: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      await writeThroughBoth(both, offices, random);
      await restart(random.oneOf(both));
      const broken = random.chance(0.5);
      (broken ? afterBreak : heard).push(
        await removalHeard(both, pool, { broken, after: random.chance(0.5) ? HEARD_WITHIN + 100 : 0 }),
      );
      say(`${round} rounds`);
    }
    for (const { product } of both) await product.killed();
    await pool.query(`UPDATE letters SET ${LEASE_OVER}`);
    for (const one of both) await one.start();
    const letters = both.flatMap(({ writers }) => writers.all);
    for (const { writers } of both) await writers.confirmTheRest();
    await nothingMoves(pool);
    return [
      ...(await judge(pool, letters, arrivals, rounds * 2)),
      finding('pages removed', heard.length + afterBreak.length, rounds),
      within('the old page served last, after its removal', Math.max(0, ...heard), HEARD_WITHIN),
      within(
        'the same, where the connection that hears broke just before',
        Math.max(0, spread(afterBreak).worst || 0),
        5_000,
      ),
    ];
  } finally {
    await install.end();
    await sink.stop();
    await database.stop();
  }
}

/** Letters through either, some of them taken back; one process may be killed amid them. */
async function writeThroughBoth(
  both: readonly Process[],
  offices: readonly Addressee[],
  random: Random,
): Promise<void> {
  const before = both.map(({ writers }) => writers.all.length);
  const writing = both.map(async ({ writers }) => {
    for (let letter = 0; letter < LETTERS; letter += 1) {
      const written = await writers.writes(random.oneOf(offices));
      await writers.confirms(written);
      if (written.confirmed && random.chance(TAKEN_BACK)) await writers.takesBack(written);
    }
  });
  if (random.chance(0.5)) {
    const victim = random.oneOf(both);
    const enough = random.below(LETTERS);
    const written = () => both.every(({ writers }, at) => writers.all.length - (before[at] ?? 0) >= enough);
    await until('letters were written', written, 60);
    await restart(victim);
  }
  await Promise.all(writing);
}

async function restart(one: Process): Promise<void> {
  await one.product.killed();
  await one.start();
}

/**
 * Ends the campaign, and removes its pages in the same transaction; then lets it begin again.
 * @param how whether the connection that hears breaks just before; and after how many milliseconds the first visitor comes, who would
 * be shown the old page while
 *   a new one is made, were it only to be refreshed
 * @returns milliseconds from the commit until the last old page was served by either
 */
async function removalHeard(
  both: readonly Process[],
  pool: pg.Pool,
  { broken, after }: { broken: boolean; after: number },
): Promise<number> {
  for (const { product } of both) await saysEnded(product.url);
  if (broken)
    await pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE query LIKE 'LISTEN%' OR query LIKE 'SELECT id, tags FROM page_removals%' OR query = 'SELECT 1'`,
    );
  await change(pool, true);
  const committed = Date.now();
  await pause(broken ? 0 : after);
  const last = await Promise.all(both.map(({ product }) => lastOld(product.url)));
  await change(pool, false);
  for (const { product } of both) await until('it is open again', async () => !(await saysEnded(product.url)), 30);
  return Math.max(...last) - committed;
}

async function change(pool: pg.Pool, ended: boolean): Promise<void> {
  const database = openDatabase(pool);
  await database.transaction().execute(async (trx) => {
    await trx
      .updateTable('campaigns')
      .set({ closes_at: ended ? new Date() : null })
      .where('slug', '=', 'united-by-common-bonds')
      .execute();
    await dropPages(trx, ['campaigns'], 'remove');
  });
}

/** Whether a process says that the campaign has ended. */
async function saysEnded(url: string): Promise<boolean> {
  return (await (await fetch(`${url}${PAGE}`)).text()).includes(ENDED);
}

/** Asks again and again, until the new page has come often. @returns when the old one was served last */
async function lastOld(url: string): Promise<number> {
  let last = 0;
  let anew = 0;
  await until(
    'the old page is served no more',
    async () => {
      const began = Date.now();
      anew = (await saysEnded(url)) ? anew + 1 : 0;
      if (anew === 0) last = began;
      return anew >= 20;
    },
    60,
  );
  return last;
}
