import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startMailSink } from '../test/support/mail.ts';
import { answersReady } from '../test/support/product.ts';
import { until } from '../test/support/until.ts';
import { openAddressees } from './addressees.ts';
import { Arrivals } from './arrivals.ts';
import { Install, postmasterOf } from './install.ts';
import { judge, nothingMoves } from './judge.ts';
import { notGivenBack } from './letters.ts';
import { type Finding, none, type Part, type Setting, spread, within } from './part.ts';
import type { Random } from './random.ts';

const run = promisify(execFile);
const CACHED = ['/en', '/ar/record', '/fr/states', '/es/campaigns/united-by-common-bonds'];
const READERS = 50;
const FORMS = 24;
const OFFICES = 4;
/**
 * Milliseconds in which a form is answered, though its database says nothing: a statement gets twelve seconds, a form one or two of
 * them.
 */
const BOUNDED = 20_000;

/** The database stops without breaking off (SIGSTOP of each of its processes), and goes on. */
export const frozen: Part = {
  what: (rounds) => `a database frozen ${rounds} times`,
  rounds: 3,
  run: (setting) => runFrozen(setting),
};

interface Times {
  readonly cached: number[];
  readonly forms: number[];
  readonly health: number[];
  readonly again: number[];
  readonly wrong: string[];
}

async function runFrozen({ random, rounds, say }: Setting): Promise<readonly Finding[]> {
  const sink = await startMailSink();
  const arrivals = new Arrivals(sink);
  const install = await Install.prepare(sink.url);
  try {
    const { writers, product } = await install.start();
    const pool = await install.pool();
    const offices = await openAddressees(pool, ['one.trial.internal', 'two.trial.internal'], OFFICES);
    await writers.prepares(offices);
    const times: Times = { cached: [], forms: [], health: [], again: [], wrong: [] };
    for (let round = 1; round <= rounds; round += 1) {
      for (const page of CACHED) await timed(() => request(`${product.url}${page}`, 200, times.wrong));
      const goOn = await freeze(install.dataDir);
      await whileFrozen(product.url, () => writers.writes(random.oneOf(offices)), random, times).finally(goOn);
      times.again.push(await timed(() => until('it is ready again', () => answersReady(product.url), 60)));
      say(`frozen and thawed ${round} times`);
    }
    await writers.confirms(await writers.writes(random.oneOf(offices)));
    await writers.confirmTheRest();
    await nothingMoves(pool);
    const judged = await judge(pool, writers.all, arrivals, 1);
    return [...judged, none('forms not given back to be tried again', notGivenBack(writers.all)), ...promisesOf(times)];
  } finally {
    await install.end();
    await sink.stop();
  }
}

async function whileFrozen(url: string, write: () => Promise<unknown>, random: Random, times: Times): Promise<void> {
  const forms = Promise.all(Array.from({ length: FORMS }, () => timed(write)));
  for (let reader = 0; reader < READERS; reader += 1)
    times.cached.push(await timed(() => request(`${url}${random.oneOf(CACHED)}`, 200, times.wrong)));
  times.health.push(await timed(() => request(`${url}/healthz`, 200, times.wrong)));
  times.health.push(await timed(() => request(`${url}/readyz`, 503, times.wrong)));
  times.forms.push(...(await forms));
}

function promisesOf({ cached, forms, health, again, wrong }: Times): Finding[] {
  return [
    within('kept pages while it is frozen, slowest', spread(cached).worst, 1_000),
    within('forms answered or turned away, slowest', spread(forms).worst, BOUNDED),
    within('/healthz and /readyz, slowest', spread(health).worst, 15_000),
    within('ready again once it goes on', spread(again).worst, 5_000),
    none('answers other than they should be', wrong),
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = Date.now();
  await work();
  return Date.now() - began;
}

async function request(url: string, right: number, wrong: string[]): Promise<void> {
  const status = await fetch(url, { signal: AbortSignal.timeout(60_000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 'no answer',
  );
  if (status !== right) wrong.push(`${new URL(url).pathname}: ${status}`);
}

/** Stops the server and everything it started. @returns lets them go on */
async function freeze(dataDir: string): Promise<() => void> {
  const postmaster = await postmasterOf(dataDir);
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=']);
  const children = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid = 0, parent]) => (parent === postmaster ? [pid] : []));
  const all = [postmaster, ...children];
  for (const pid of all) signal(pid, 'SIGSTOP');
  const goOn = () => {
    process.off('exit', goOn);
    for (const pid of all) signal(pid, 'SIGCONT');
  };
  // A trial that is ended midway leaves nothing frozen behind.
  process.on('exit', goOn);
  return goOn;
}

/** Some may have ended meanwhile. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
