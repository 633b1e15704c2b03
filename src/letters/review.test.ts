import { simpleParser } from 'mailparser';
import { createElement, Fragment } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { scriptedPost } from '../../test/support/post.ts';
import { undoTimeIsOver } from '../../test/support/undo-time.ts';
import type { Action } from '../actions/action.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import { langs } from '../config/langs.ts';
import { words } from '../locales/words.ts';
import { exportLetters } from './export-letters.ts';
import { letterStatus } from './letter-status.tsx';
import { mailRefusal } from './mail-refusal.ts';
import { decideLetter, heldLetters, releaseAfterRestore } from './review.ts';

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

describe('a letter that a person refuses', () => {
  const REASON = '250 words are too many';
  let action: Action;
  beforeAll(async () => {
    const { app, fresh } = platform;
    action = await platform.offers('lina@mail.example', { kind: 'letter' });
    await confirmAction(app, action, 'en');
    await fresh.pool.query(
      `UPDATE letters SET state = 'held', held_because = 'link', due_at = NULL, reply = '451 later', claimed_at = now()
        WHERE action_id = $1`,
      [action.id],
    );
    const [held] = await heldLetters(app);
    const by = await operatorAt(app.database, 'Nadia O.');
    expect(await decideLetter(app, held?.id ?? '', { by, refuse: REASON })).toBe(true);
  });

  it('says so by a word, and the reason stands in its review alone', async () => {
    const { rows } = await platform.fresh.pool.query(
      `SELECT l.state, l.reply, l.said_here, r.reason FROM letters l JOIN reviews r ON r.letter_id = l.id WHERE action_id = $1`,
      [action.id],
    );
    expect(rows).toEqual([{ state: 'refused', reply: null, said_here: 'refused-here', reason: REASON }]);
  });

  it.each(langs)('is told as one that waits, as long as it can be taken back, in %s', async (lang) => {
    const { t } = words(lang);
    const { view } = platform.request({ lang });
    const page = renderToStaticMarkup(createElement(Fragment, null, await letterStatus(platform.app, view, action)));
    expect(page).toContain(t('letters.status.held'));
    for (const told of [REASON, t('letters.status.refused-here'), t('letters.next.again')])
      expect(page).not.toContain(told);
  });

  it.each(langs)(
    'is told with the person’s reason, also where it begins like a server’s reply, in %s',
    async (lang) => {
      await undoTimeIsOver(platform.fresh.pool);
      const { t } = words(lang);
      const { view } = platform.request({ lang });
      const page = renderToStaticMarkup(createElement(Fragment, null, await letterStatus(platform.app, view, action)));
      expect(page).toContain(`${t('letters.status.refused-here')} <bdi>${REASON}</bdi>`);
      expect(page).toContain(t('letters.next.again'));
      expect(page).not.toContain(t('letters.status.reply'));
    },
  );

  it('is mailed and given out with its reason', async () => {
    const [letter] = await exportLetters(platform.app, action.supporterKey);
    expect(letter).toMatchObject({ reply: null, saidHere: 'refused-here', reason: REASON });
    const post = scriptedPost(platform.app);
    const { rows } = await platform.fresh.pool.query('SELECT id FROM letters WHERE action_id = $1', [action.id]);
    await mailRefusal(platform.app, post, { key: action.supporterKey.toString('hex'), letter: rows[0].id });
    const mails = await Promise.all(post.sent.map(({ bytes }) => simpleParser(bytes)));
    expect(mails).toMatchObject([{ text: expect.stringContaining(REASON) }]);
  });

  it('is refused so by a process of the version before too, whatever its reason is', async () => {
    const { pool } = platform.fresh;
    for (const reason of ['Too long.', '550 no', 'no reply']) {
      await pool.query(
        `UPDATE letters SET state = 'held', reply = NULL, said_here = NULL, due_at = NULL WHERE action_id = $1`,
        [action.id],
      );
      const { rows } = await pool.query(
        `UPDATE letters SET state = 'refused', reply = $2, said_here = NULL WHERE action_id = $1 RETURNING reply, said_here`,
        [action.id, reason],
      );
      expect(rows).toEqual([{ reply: null, said_here: 'refused-here' }]);
    }
  });
});
