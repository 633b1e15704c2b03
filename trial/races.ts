import { randomBytes } from 'node:crypto';
import { startScratchDatabase } from '../bench/product.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { startProcess } from '../src/main.ts';
import { findBroken } from './broken-race.ts';
import { Interleaving, inTurns, type Schedule } from './interleaving.ts';
import { type Finding, finding, none, type Part, type Setting } from './part.ts';
import { RacedLetter, type Racer } from './raced-letter.ts';
import type { Random } from './random.ts';

/** No racer takes more steps before all that matters is over. */
const STEPS = 14;
const racers: readonly Racer[] = ['confirm', 'withdraw', 'erase', 'deliver', 'recover'];

/** Confirming, taking back, erasing, delivering and recovering, at once and statement by statement, in orders that are forced. */
export const races: Part = {
  what: (rounds) => `${rounds} orders of each two at once, and of all five`,
  rounds: 40,
  run: (setting) => runRaces(setting),
};

async function runRaces({ random, rounds, say }: Setting): Promise<readonly Finding[]> {
  const database = await startScratchDatabase();
  const url = await database.create('trial');
  const settings = readSettings(
    {
      DATABASE_URL: url,
      SEALING_KEY: randomBytes(32).toString('base64'),
      OPERATOR_NAME: 'Trial Coalition',
      OPERATOR_EMAIL: 'desk@coalition.example',
      LOG_LEVEL: 'silent',
    },
    root,
  );
  const running = await startProcess(settings, { web: false, work: false }, () => {});
  const broken: string[] = [];
  const seen = { orders: 0, takenBack: 0, arrived: 0 };
  try {
    for (const { names, schedules } of [...pairs(random, rounds), everybody(random, rounds)]) {
      for (const schedule of schedules) {
        const letter = await RacedLetter.offered(running.app, random, names);
        const ended = await new Interleaving().run(letter.actors(), schedule);
        await letter.settle();
        broken.push(...(await findBroken(letter, ended)).map((what) => `${names.join(' × ')}: ${what}`));
        seen.orders += 1;
        seen.takenBack += letter.takenBackAnswers.length > 0 ? 1 : 0;
        seen.arrived += letter.arrivals.length > 0 ? 1 : 0;
      }
      say(`${names.join(' × ')}: ${schedules.length} orders`);
    }
  } finally {
    await running.stop();
    await database.stop();
  }
  return [
    finding('orders', seen.orders, 1),
    finding('in which the writer was told that it is taken back', seen.takenBack, 1),
    finding('in which the letter arrived', seen.arrived, 1),
    none('in which a promise was broken', broken),
  ];
}

interface Race {
  readonly names: readonly Racer[];
  readonly schedules: readonly Schedule[];
}

/**
 * One takes some steps, the other some, then the first goes on to its end: all orders in which one interrupts the other once, or as
 * many as are asked for.
 */
function pairs(random: Random, most: number): Race[] {
  const orders = [0, 1].flatMap((first) =>
    steps(STEPS).flatMap((before) => steps(STEPS).map((between) => ({ first, before, between }))),
  );
  return racers.flatMap((one, at) =>
    racers.slice(at).map((other) => {
      const left = [...orders];
      while (left.length > most) left.splice(random.below(left.length), 1);
      const schedules = left.map(({ first, before, between }) =>
        inTurns([
          { whose: first, steps: before },
          { whose: 1 - first, steps: between },
          { whose: first, steps: 1_000 },
        ]),
      );
      return { names: [one, other], schedules };
    }),
  );
}

function everybody(random: Random, rounds: number): Race {
  return {
    names: [...racers, 'deliver'],
    schedules: Array.from({ length: rounds }, () => (ready: readonly number[]) => random.oneOf(ready)),
  };
}

const steps = (end: number) => Array.from({ length: end }, (_, step) => step);
