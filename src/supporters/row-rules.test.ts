import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenRules } from '../../test/support/broken-rules.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { addUpTallies } from '../campaigns/tally.ts';
import { eraseSupporter } from './erase.ts';
import { forgetWhatIsNoLongerNeeded } from './forget.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const query = async (text: string) => (await platform.fresh.pool.query(text)).rows;

it('who joined is behind each tally, and nothing is told as what can’t be once some are erased and others forgotten', async () => {
  const { app } = platform;
  const writes = async (name: string, country = 'KEN') =>
    confirmAction(app, await platform.offers(`${name}@mail.example`, { kind: 'letter', country }), 'en');
  expect([await writes('amina'), await writes('amina'), await writes('omar', 'FRA')]).toEqual([true, true, true]);
  const letters = await query('SELECT state, count(*)::int AS n FROM letters GROUP BY 1 ORDER BY 1');
  expect(letters).toEqual([
    { state: 'duplicate', n: 1 },
    { state: 'waiting', n: 2 },
  ]);
  expect(await brokenRules(app)).toEqual([]);
  await addUpTallies(app.database);
  await query(`UPDATE letters SET state = 'handed-over', reply = '250 ok', handed_over_at = now(), due_at = NULL, claimed_at = now(),
    attempts = 1, bounce_id = substring(uuid_send(id) FROM 7) WHERE state = 'waiting'`);
  expect(await brokenRules(app)).toEqual([]);

  expect(await eraseSupporter(app, platform.keyOf('omar@mail.example'))).toBe(true);
  expect(await brokenRules(app)).toEqual([]);
  await addUpTallies(app.database);
  const tallies = 'SELECT people::int, letters::int FROM tallies ORDER BY country';
  expect(await query(tallies)).toEqual([
    { people: 0, letters: 1 },
    { people: 1, letters: 1 },
  ]);
  expect(await brokenRules(app)).toEqual([]);

  await query(`UPDATE campaigns SET closes_at = now() - interval '1 minute', opens_at = now() - interval '1 day'`);
  await forgetWhatIsNoLongerNeeded(app, new Date());
  expect(await query('SELECT FROM campaign_supporters')).toEqual([]);
  expect((await query(tallies))[1]).toEqual({ people: 1, letters: 1 });
  expect(await brokenRules(app)).toEqual([]);
});
