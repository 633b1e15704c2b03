import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import { releaseAfterRestore } from './review.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

it('letters that a restore held back are released together, each with who did it', async () => {
  const { app, fresh } = platform;
  for (const email of ['amina@mail.example', 'omar@mail.example'])
    await confirmAction(app, await platform.offers(email, { kind: 'letter' }), 'en');
  await fresh.pool.query(`UPDATE letters SET state = 'held', held_because = 'restored', due_at = NULL`);
  const by = await operatorAt(app.database, 'Nadia O.');
  expect(await releaseAfterRestore(app, by)).toBe(2);
  const { rows } = await fresh.pool.query(
    `SELECT l.state, r.decision, r.decided_by FROM letters l LEFT JOIN reviews r ON r.letter_id = l.id`,
  );
  expect(rows).toEqual(Array(2).fill({ state: 'waiting', decision: 'released', decided_by: by }));
  expect(await releaseAfterRestore(app, by)).toBe(0);
});
