import { createElement, Fragment } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import type { Action } from '../actions/action.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { langs } from '../config/langs.ts';
import { words } from '../locales/words.ts';
import { wordsSaidHere } from '../mail/said-here.ts';
import { letterStatus } from './letter-status.tsx';

let platform: Platform;
let action: Action;
beforeAll(async () => {
  platform = await startPlatform();
  action = await platform.offers('amina@mail.example', { kind: 'letter' });
  await confirmAction(platform.app, action, 'en');
});
afterAll(() => platform.stop());

async function set(
  what: string,
  stays = false,
): Promise<{ reply: string | null; said_here: string | null } | undefined> {
  const { rows } = await platform.app.pool.query(
    `UPDATE letters SET ${what}, handed_over_at = CASE WHEN $2 THEN now() END, claimed_at = now(), attempts = 1,
        state = CASE WHEN $2 THEN 'handed-over' ELSE 'refused' END, bounce_id = '\\x0102030405060708090a'
      WHERE action_id = $1 RETURNING reply, said_here`,
    [action.id, stays],
  );
  return rows[0];
}

it.each([
  ['kept in the outbox of this machine', 'kept-here'],
  ['no mail could be made of it', 'not-made'],
  ['no reply', 'no-reply'],
  ['ETIMEDOUT', 'no-reply'],
])('a version before that writes “%s” stores %s', async (sentence, said_here) => {
  expect(await set(`said_here = NULL, reply = '${sentence}'`, said_here === 'kept-here')).toEqual({
    reply: null,
    said_here,
  });
});

it('a server’s own words stay as they are, in place of what was said before', async () => {
  await set(`reply = NULL, said_here = 'no-reply'`);
  expect(await set(`reply = '550 5.1.1 no such mailbox'`)).toEqual({
    reply: '550 5.1.1 no such mailbox',
    said_here: null,
  });
});

it.each(langs)('is told to its writer in %s', async (lang) => {
  const keys = {
    'kept-here': 'letters.status.kept-operator',
    'not-made': 'letters.status.failed',
    'no-reply': 'letters.status.no-reply',
    'only-tried': 'letters.status.only-tried',
    'refused-here': 'letters.status.refused-here',
  } as const;
  for (const said of wordsSaidHere) {
    await set(`reply = NULL, said_here = '${said}'`, said === 'kept-here');
    const { view } = platform.request({ lang });
    const page = renderToStaticMarkup(createElement(Fragment, null, await letterStatus(platform.app, view, action)));
    expect(page).toContain(words(lang).t(keys[said]));
    expect(page).not.toContain(said);
    // Whoever was sent nothing answers nothing.
    if (said === 'kept-here') expect(page).not.toContain(words(lang).t('letters.next.answer'));
  }
});
