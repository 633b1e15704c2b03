import { startMailSink } from '../test/support/mail.ts';
import { answersReady } from '../test/support/product.ts';
import { smallDisk } from '../test/support/small-disk.ts';
import { until } from '../test/support/until.ts';
import { type Addressee, openAddressees } from './addressees.ts';
import { Arrivals } from './arrivals.ts';
import { Install } from './install.ts';
import { judge, nothingMoves } from './judge.ts';
import { notGivenBack, type Writers } from './letters.ts';
import { none, type Part, type Setting, spread, within } from './part.ts';
import type { Random } from './random.ts';

const OFFICES = 4;
/** Letters written before the disk is full, and after there is room again; while it is full, until so many were refused. */
const SOME = 10;
/** Letters for which what was set aside may suffice. */
const MOST = 2_000;

/** The disk of the database fills up while people write, and is emptied again. */
export const fullDisk: Part = {
  what: (rounds) => `a disk filled and emptied ${rounds} times`,
  rounds: 3,
  run: (setting) => runFullDisk(setting),
};

async function runFullDisk({ random, rounds, say }: Setting): ReturnType<Part['run']> {
  const disk = await smallDisk();
  if (!disk) return { leftOut: 'a small disk needs the right to mount one (root)' };
  const sink = await startMailSink();
  const arrivals = new Arrivals(sink);
  const install = await Install.prepare(sink.url, { dataDir: disk.folder });
  try {
    const { writers, product } = await install.start();
    const pool = await install.pool();
    const offices = await openAddressees(pool, ['one.trial.internal', 'two.trial.internal'], OFFICES);
    await writers.prepares(offices);
    const readyAfter: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      await writeSome(writers, offices, random);
      const empty = await disk.fill();
      await writeUntilRefused(writers, offices, random);
      await empty();
      const emptied = Date.now();
      await until('it is ready again', () => answersReady(product.url), 60);
      readyAfter.push(Date.now() - emptied);
      say(`filled and emptied ${round} times`);
    }
    await writers.confirmTheRest();
    await nothingMoves(pool);
    return [
      ...(await judge(pool, writers.all, arrivals, rounds * SOME)),
      none('forms not given back to be tried again', notGivenBack(writers.all)),
      within('ready again once there is room', spread(readyAfter).worst, 5_000),
    ];
  } finally {
    await install.end().catch(() => {});
    await sink.stop();
    await disk.remove();
  }
}

async function writeSome(writers: Writers, offices: readonly Addressee[], random: Random): Promise<void> {
  for (let letter = 0; letter < SOME; letter += 1) await writers.confirms(await writers.writes(random.oneOf(offices)));
}

async function writeUntilRefused(writers: Writers, offices: readonly Addressee[], random: Random): Promise<void> {
  for (let refused = 0, tried = 0; refused < SOME && tried < MOST; tried += 1)
    if (!(await writers.writes(random.oneOf(offices))).taken) refused += 1;
}
