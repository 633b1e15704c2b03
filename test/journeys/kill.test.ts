import { afterAll, beforeAll, expect, it } from 'vitest';
import { runKills } from '../../trial/kills.ts';
import { Random } from '../../trial/random.ts';
import { tableOf } from '../../trial/table.ts';
import { type FreshDatabase, startingDatabase } from '../support/database.ts';

/** `npm run trial -- kills` does many more, of the embedded database too. */
const ROUNDS = 8;
/** The moments of the kills; a run is repeated with its own. */
const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 1_000_000));

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await startingDatabase();
});
afterAll(() => fresh.drop());

it(
  'killed outright at any moment, it loses no letter that it took and sends ' +
    `none twice or after it was taken back (KILL_SEED=${seed})`,
  async () => {
    const found = await runKills({ random: new Random(seed), rounds: ROUNDS, say: () => {} }, fresh.url);
    const promises = found.filter(({ what }) => !what.startsWith('ready'));
    expect(
      promises.filter(({ holds }) => !holds),
      `KILL_SEED=${seed}\n${tableOf(found)}`,
    ).toEqual([]);
  },
);
