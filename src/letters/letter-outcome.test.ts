import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import type { Action } from '../actions/action.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { statusPage } from '../actions/status-page.tsx';
import { withdrawAction } from '../actions/withdraw-action.ts';
import { langs } from '../config/langs.ts';
import { words } from '../locales/words.ts';
import { sealLink } from '../sealing/mailed-link.ts';
import { outcomeOf } from './letter-outcome.ts';
import { type BoundLetter, type LetterState, letterStates } from './letter-queries.ts';

const at = new Date('2026-11-01T10:00:00Z');
const letter = (id: string, over: Partial<BoundLetter> = {}): BoundLetter => ({
  supporter_key: Buffer.alloc(16),
  id,
  action_id: 'act-1',
  campaign_id: 'campaign',
  ask_id: 'ask',
  representative_id: 'minister',
  channel_id: 'channel',
  mailbox: 'minister@justice.gov.example',
  text_sealed: Buffer.of(1),
  state: 'duplicate',
  held_because: null,
  expected_on: null,
  bounced_at: null,
  handed_over_at: null,
  reply: null,
  said_here: null,
  reason: null,
  refusedJustNow: false,
  answer: null,
  created_at: at,
  confirmed_at: at,
  ...over,
});
const again = letter('2', { action_id: 'act-2' });
const shared = letter('2', { representative_id: 'deputy' });

it('what was refused a moment ago is told as it was before, and so is what it made a duplicate', () => {
  const refused = {
    state: 'refused',
    said_here: 'refused-here',
    reason: 'It holds a link.',
    refusedJustNow: true,
  } as const;
  const first = letter('1', { ...refused, held_because: 'link' });
  const told = { state: 'held', said_here: null, reason: null };
  expect(outcomeOf(first, [first])).toMatchObject(told);
  expect(outcomeOf(again, [first, again])).toMatchObject(told);
  expect(outcomeOf({ ...first, refusedJustNow: false }, [first])).toMatchObject({ state: 'refused' });
});

/** What is told of a duplicate, by the state of what made it one: of an earlier action, or of the same one to a mailbox that two share. */
const table: readonly (readonly [Exclude<LetterState, 'unconfirmed' | 'duplicate'>, string, string])[] = [
  ['held', 'held', 'held'],
  ['waiting', 'waiting', 'waiting'],
  ['claimed', 'claimed', 'claimed'],
  ['handing-over', 'handing-over', 'handing-over'],
  ['handed-over', 'handed-over', 'handed-over'],
  ['refused', 'refused', 'refused'],
  ['bounced', 'bounced', 'bounced'],
  ['unknown', 'unknown', 'unknown'],
  ['withdrawn', 'unsent', 'unsent'],
  ['left-office', 'left-office', 'unsent'],
];
const told = (one: BoundLetter, all: readonly BoundLetter[]) => {
  const outcome = outcomeOf(one, all);
  return typeof outcome === 'string' ? outcome : outcome.state;
};

describe('a duplicate', () => {
  it.each(table)('of one that is %s is told as %s, where they share a mailbox as %s', (state, same, besides) => {
    expect(told(again, [letter('1', { state }), again])).toBe(same);
    expect(told(shared, [letter('1', { state }), shared])).toBe(besides);
  });

  it('is told in every state that a letter can be in', () => {
    expect([...table.map(([state]) => state), 'unconfirmed', 'duplicate'].sort()).toEqual([...letterStates].sort());
  });

  it('of a duplicate is told as what stands for that one', () => {
    const [first, second] = [letter('0', { state: 'withdrawn', action_id: 'act-0' }), letter('1')];
    expect(told(shared, [first, second, shared])).toBe('unsent');
    expect(told(shared, [{ ...first, state: 'bounced' }, second, shared])).toBe('bounced');
  });

  it('of one that was taken back is told as the one that was written since', () => {
    const since = letter('3', { state: 'waiting', action_id: 'act-3' });
    expect(told(again, [letter('1', { state: 'withdrawn' }), again, since])).toBe('waiting');
  });

  it('whose first is not kept, or was never confirmed, is told so', () => {
    const typed = letter('1', { state: 'withdrawn', confirmed_at: null });
    for (const all of [[again], [typed, again], []]) expect(told(again, all)).toBe('forgotten');
  });

  it('has nothing to do with another ask, campaign or addressee', () => {
    for (const other of [{ ask_id: 'other' }, { campaign_id: 'other' }, { representative_id: 'other' }])
      expect(told(again, [letter('1', { state: 'waiting', ...other }), again])).toBe('forgotten');
  });
});

describe('the page of a duplicate', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  async function writes(email: string): Promise<Action> {
    const action = await platform.offers(email, { kind: 'letter' });
    await confirmAction(platform.app, action, 'en');
    return action;
  }
  async function page(action: Action, lang: (typeof langs)[number]): Promise<string> {
    const token = sealLink(platform.app.keys, 'status', action.supporterKey, action.id);
    const answer = await statusPage(platform.request({ lang, params: { token } }));
    return 'html' in answer ? String(answer.html) : JSON.stringify(answer);
  }

  it('says in every language that it was not sent, once the first was taken back', async () => {
    const [first, second] = [await writes('amina@mail.example'), await writes('amina@mail.example')];
    expect(await page(second, 'en')).toContain('Waiting its turn');
    await withdrawAction(platform.app, first);
    for (const lang of langs) {
      const { t } = words(lang);
      const shown = await page(second, lang);
      expect(shown).toContain(t('letters.status.duplicate.unsent'));
      expect(shown).not.toContain(t('letters.status.duplicate'));
      expect(shown).toContain(t('letters.status.words'));
    }
  });

  it('says that it was withdrawn where its own action is, and keeps no words', async () => {
    const [, second] = [await writes('omar@mail.example'), await writes('omar@mail.example')];
    await withdrawAction(platform.app, second);
    expect(await page(second, 'en')).toContain('You took it back');
    const { rows } = await platform.fresh.pool.query(
      'SELECT state, text_sealed IS NULL AS empty FROM letters WHERE action_id = $1',
      [second.id],
    );
    expect(rows).toEqual([{ state: 'withdrawn', empty: true }]);
  });
});
