import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdLetter } from '../../../test/support/hold-letter.ts';
import { type Platform, startPlatform } from '../../../test/support/platform.ts';
import { undoTimeIsOver } from '../../../test/support/undo-time.ts';
import { findAction } from '../../actions/action.ts';
import { withdrawAction } from '../../actions/withdraw-action.ts';
import type { ActorId } from '../../actors/actors.ts';
import { operatorAt } from '../../actors/at-the-machine.ts';
import { selectEntries } from '../../audit/audit-queries.ts';
import { claimLetters } from '../delivery-queries.ts';
import { decideLetters } from '../review.ts';
import { noteHeldLanguages } from './held-languages.ts';
import { type HeldRow, selectHeldNamed, selectHeldSlice, selectLook } from './held-queries.ts';
import { readReason } from './ready-reasons.ts';
import { lettersWithSameWords } from './same-words.ts';
import { giveLetterBack, takeLetter } from './take-letter.ts';
import { undoDecision } from './undo-decision.ts';

let platform: Platform;
let lina: ActorId;
let omar: ActorId;
beforeAll(async () => {
  platform = await startPlatform();
  lina = await operatorAt(platform.app.database, 'Lina H.');
  omar = await operatorAt(platform.app.database, 'Omar T.');
});
afterAll(() => platform.stop());
beforeEach(async () => {
  await query(
    `UPDATE letters SET state = 'withdrawn', text_sealed = NULL, due_at = NULL, claim = NULL WHERE state IN ('held', 'waiting')`,
  );
});

const query = async (sql: string, values: unknown[] = []) => (await platform.fresh.pool.query(sql, values)).rows;
const held = (how: Parameters<typeof holdLetter>[1] = {}) => holdLetter(platform.app, how);
const stateOf = async (id: string) => (await query('SELECT state FROM letters WHERE id = $1', [id]))[0]?.state;
const reviewsOf = (id: string) => query('SELECT decision, decided_by, reason FROM reviews WHERE letter_id = $1', [id]);
const mailOf = (id: string) =>
  query(`SELECT run_at > now() + interval '100 seconds' AS later FROM graphile_worker.jobs WHERE key = $1`, [
    `mail-refusal ${id}`,
  ]);
const release = (ids: readonly string[], by = omar) => decideLetters(platform.app, ids, { by });
const refuse = (ids: readonly string[], by = omar) =>
  decideLetters(platform.app, ids, { by, refuse: 'It holds a link.' });
const doneOf = async (id: string) =>
  (await selectEntries(platform.app.database, { item: id }, 20)).map(({ operation, who }) => `${operation} by ${who}`);

describe('two people at once', () => {
  it('never decide a letter twice, whatever each decides', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => held()));
    const both = ids.flatMap((id) => [release([id], omar), refuse([id], lina)]);
    const done = (await Promise.all(both)).flatMap((one) => one.done);
    expect(done.toSorted()).toEqual(ids.toSorted());
    for (const id of ids) {
      const reviews = await reviewsOf(id);
      expect(reviews).toHaveLength(1);
      expect(await stateOf(id)).toBe(reviews[0]?.decision === 'released' ? 'waiting' : 'refused');
      expect(await doneOf(id)).toHaveLength(1);
    }
  });

  it('who decide many in different orders wait for each other, and each letter is decided once', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => held()));
    const [one, other] = await Promise.all([release(ids, omar), refuse(ids.toReversed(), lina)]);
    expect(one.done.length + other.done.length).toBe(20);
    expect((await query('SELECT 1 FROM reviews WHERE letter_id = ANY ($1)', [ids])).length).toBe(20);
  });

  it('never take the same letter', async () => {
    const id = await held();
    const both = await Promise.all([takeLetter(platform.app, id, omar), takeLetter(platform.app, id, lina)]);
    expect(both.filter((one) => one instanceof Date)).toHaveLength(1);
    expect(both.find((one) => !(one instanceof Date))).toMatchObject({
      id,
      taker: expect.stringMatching(/^(Omar T|Lina H)\.$/),
    });
  });
});

describe('a letter that somebody has taken', () => {
  it('can’t be decided by others until ten minutes are over, or it is given back', async () => {
    const id = await held();
    const until = await takeLetter(platform.app, id, omar);
    expect((until as Date).getTime() - Date.now()).toBeGreaterThan(9.5 * 60_000);
    expect(await release([id], lina)).toMatchObject({ done: [], taken: [{ id, taker: 'Omar T.' }] });
    expect(await giveLetterBack(platform.app, id, lina)).toBe(false);
    expect(await giveLetterBack(platform.app, id, omar)).toBe(true);
    expect(await takeLetter(platform.app, id, lina)).toBeInstanceOf(Date);
    await platform.fresh.pool.query(`BEGIN; SET LOCAL "audit.filling" = 'yes';
      UPDATE held_letters SET taken_until = now() - interval '1 second' WHERE letter_id = '${id}'; COMMIT`);
    expect(await refuse([id], omar)).toEqual({ done: [id], taken: [] });
    expect(await doneOf(id)).toEqual([
      ...[
        'letters.refuse by Omar T.',
        'letters.take by Lina H.',
        'letters.give-back by Omar T.',
        'letters.take by Omar T.',
      ],
    ]);
  });

  it('is left as it is among several, the others are decided', async () => {
    const [mine = '', theirs = ''] = [await held(), await held()];
    await takeLetter(platform.app, theirs, lina);
    expect(await release([mine, theirs])).toMatchObject({ done: [mine], taken: [{ id: theirs }] });
    expect([await stateOf(mine), await stateOf(theirs)]).toEqual(['waiting', 'held']);
  });
});

describe('what was decided', () => {
  it('does not leave for two minutes, and is taken back until it does', async () => {
    const id = await held();
    await release([id]);
    await query('UPDATE delivery_queues SET next_at = now()');
    expect(await claimLetters(platform.app.database, randomUUIDv7(), 10)).toEqual([]);
    expect(await undoDecision(platform.app, id, lina)).toBe('held');
    expect([await stateOf(id), await reviewsOf(id)]).toEqual(['held', []]);
    expect(await undoDecision(platform.app, id, lina)).toBe('undecided');
    expect(await doneOf(id)).toEqual(['letters.undo by Lina H.', 'letters.release by Omar T.']);
  });

  it('can’t be taken back once the letter was claimed', async () => {
    const id = await held();
    await release([id]);
    await undoTimeIsOver(platform.fresh.pool);
    expect(await claimLetters(platform.app.database, randomUUIDv7(), 10)).toHaveLength(1);
    expect([await undoDecision(platform.app, id, omar), await stateOf(id)]).toEqual(['left', 'claimed']);
    await query(`UPDATE letters SET state = 'waiting', claim = NULL, due_at = now() WHERE id = $1`, [id]);
    expect(await undoDecision(platform.app, id, omar)).toBe('left');
  });

  it('is mailed after two minutes where it was a refusal, and never once that was taken back', async () => {
    const id = await held();
    await refuse([id]);
    expect(await mailOf(id)).toEqual([{ later: true }]);
    expect(await undoDecision(platform.app, id, omar)).toBe('held');
    expect([await mailOf(id), await stateOf(id)]).toEqual([[], 'held']);
    await refuse([id]);
    await query(`UPDATE graphile_worker._private_jobs SET attempts = 1 WHERE key LIKE 'mail-refusal %'`);
    expect([await undoDecision(platform.app, id, omar), await stateOf(id)]).toEqual(['left', 'refused']);
    await query(`DELETE FROM graphile_worker._private_jobs WHERE key LIKE 'mail-refusal %'`);
    expect(await undoDecision(platform.app, id, omar)).toBe('left');
  });

  it('stays so where its writer took the letter back meanwhile', async () => {
    const [released = '', refused = ''] = [await held(), await held()];
    await release([released]);
    await refuse([refused]);
    for (const id of [released, refused]) {
      const look = await selectLook(platform.app.database, id);
      const action = look && (await findAction(platform.app, look.supporter_key, look.action_id));
      await withdrawAction(platform.app, action ?? expect.fail('no action'));
      expect(await undoDecision(platform.app, id, omar)).toBe('withdrawn');
    }
    expect([await stateOf(released), await stateOf(refused)]).toEqual(['withdrawn', 'refused']);
  });

  it('is told in the language of each writer', async () => {
    const [english = '', arabic = ''] = [await held(), await held({ lang: 'ar', letterLang: 'fr' })];
    const decision = { by: omar, refuse: { en: 'It holds a link.', ar: 'تحوي رابطًا.' } };
    expect((await decideLetters(platform.app, [english, arabic], decision)).done).toHaveLength(2);
    expect([(await reviewsOf(english))[0]?.reason, (await reviewsOf(arabic))[0]?.reason]).toEqual([
      ...['It holds a link.', 'تحوي رابطًا.'],
    ]);
    await expect(decideLetters(platform.app, [await held({ lang: 'es' })], decision)).rejects.toThrow(
      'no reason in es',
    );
  });
});

describe('the queue', () => {
  const found = async (filter: Parameters<typeof selectHeldSlice>[1]) =>
    (await selectHeldSlice(platform.app.database, filter, { descending: false, limit: 50 })).map(({ id }) => id);

  it('is by the language of the letter, which is known within a minute; until then by its writer’s', async () => {
    const id = await held({ lang: 'ar', letterLang: 'fr' });
    expect([await found({ lang: 'ar' }), await found({ lang: 'fr' })]).toEqual([[id], []]);
    expect(await noteHeldLanguages(platform.app)).toBe(1);
    expect(await noteHeldLanguages(platform.app)).toBe(0);
    expect([await found({ lang: 'ar' }), await found({ lang: 'fr' })]).toEqual([[], [id]]);
  });

  it('is by ask, campaign, state and why, the longest waiting first', async () => {
    const [first = '', second = ''] = [await held(), await held({ country: 'FRA', because: 'threat' })];
    const [row] = await selectHeldNamed(platform.app.database, [first]);
    expect(await found({ ask: row?.ask_id })).toEqual([first, second]);
    expect(await found({ ask: row?.campaign_id })).toEqual([first, second]);
    expect(await found({ ask: row?.id })).toEqual([]);
    expect([await found({ state: 'FRA' }), await found({ why: 'link' })]).toEqual([[second], [first]]);
  });
});

describe('letters with the same words', () => {
  const words = (name: string, more = '') =>
    `Minister,\n\nSee better.example for what I think of it.${more}\n\nYours,\n${name}`;
  const sameAs = async (id: string) => {
    await noteHeldLanguages(platform.app);
    const [row] = await selectHeldNamed(platform.app.database, [id]);
    return (await lettersWithSameWords(platform.app, row as HeldRow)).map((one) => one.row.id);
  };

  it('are found whoever signs them, and others are not', async () => {
    const one = await held({ name: 'Amina K.', body: words('Amina K.') });
    const same = await held({ name: 'Joseph Otieno', body: words('Joseph Otieno').replace('Minister,', 'MINISTER!') });
    await held({ name: 'Wanjiru M.', body: words('Wanjiru M.', ' I know where you live.') });
    await held({ name: 'Lea F.', body: words('Lea F.'), subject: 'Other' });
    await held({ name: 'Ana', body: words('Ana'), because: 'threat' });
    await held({ name: 'Rosa', body: words('Rosa'), lang: 'es' });
    expect(await sameAs(one)).toEqual([same]);
  });

  it('leave nothing unseen behind a name that is none', async () => {
    const one = await held({ name: 'Amina K.', body: words('Amina K.') });
    const same = await held({ name: 'Joseph Otieno', body: words('Joseph Otieno') });
    await held({ name: 'www.evil.example', body: words('www.evil.example') });
    expect(await sameAs(one)).toEqual([same]);
  });
});

it('a reason says something, and is no longer than may be', () => {
  expect(readReason(' It holds\r\na link. ')).toEqual({ reason: 'It holds\na link.' });
  for (const blank of [null, '', ' \n', '\u200b']) expect(readReason(blank)).toEqual({ wrong: 'none' });
  expect(readReason('x'.repeat(1_000))).toHaveProperty('reason');
  expect(readReason('x'.repeat(1_001))).toEqual({ wrong: 'long' });
});
