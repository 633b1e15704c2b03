import { describe, expect, it } from 'vitest';
import type { Letter, LetterState } from './letter-queries.ts';
import { letterStates } from './letter-queries.ts';
import { letterSteps } from './letter-steps.ts';

const at = new Date('2026-11-01T10:00:00Z');
const letter = (over: Partial<Letter>): Letter => ({
  supporter_key: Buffer.alloc(16),
  id: '1',
  action_id: 'act',
  campaign_id: 'campaign',
  representative_id: 'minister',
  channel_id: 'channel',
  text_sealed: null,
  state: 'waiting',
  held_because: null,
  expected_on: null,
  handed_over_at: null,
  bounced_at: null,
  reply: null,
  said_here: null,
  reason: null,
  refusedJustNow: false,
  answer: null,
  created_at: at,
  confirmed_at: at,
  ...over,
});
const told = (over: Partial<Letter>, refusedHere = false) =>
  letterSteps(letter(over), refusedHere).map(({ is, what }) => `${is} ${what}`);

const ways: Readonly<Record<Exclude<LetterState, 'duplicate'>, readonly string[]>> = {
  unconfirmed: ['done written', 'now confirm', 'ahead hand-over'],
  held: ['done written', 'done confirmed', 'now reading', 'ahead hand-over', 'ahead ask'],
  waiting: ['done written', 'done confirmed', 'now hand-over', 'ahead ask'],
  claimed: ['done written', 'done confirmed', 'now hand-over', 'ahead ask'],
  'handing-over': ['done written', 'done confirmed', 'now handing-over', 'ahead ask'],
  'handed-over': ['done written', 'done confirmed', 'done handed-over', 'ahead ask'],
  refused: ['done written', 'done confirmed', 'ended refused'],
  bounced: ['done written', 'done confirmed', 'done handed-over', 'ended bounced'],
  unknown: ['done written', 'done confirmed', 'ended unknown'],
  withdrawn: ['done written', 'done confirmed', 'ended withdrawn'],
  'left-office': ['done written', 'done confirmed', 'ended left-office'],
};

describe('the way of a letter', () => {
  it.each(letterStates.filter((state) => state !== 'duplicate'))('that is %s', (state) => {
    const handed_over_at = state === 'handed-over' || state === 'bounced' ? at : null;
    expect(told({ state, handed_over_at })).toEqual(ways[state]);
  });

  it('ends with the answer, or with the question that is open', () => {
    const handed = { state: 'handed-over', handed_over_at: at } as const;
    expect(told({ ...handed, answer: 'asked' }).at(-1)).toBe('now asked');
    expect(told({ ...handed, answer: 'yes' }).at(-1)).toBe('done yes');
    expect(told({ ...handed, answer: 'no' }).at(-1)).toBe('done no');
    expect(told({ ...handed, answer: 'not-asked' }).at(-1)).toBe('done handed-over');
  });

  it('says on which day we ask, three weeks after it was handed over', () => {
    const steps = letterSteps(letter({ state: 'handed-over', handed_over_at: at }), false);
    expect(steps.at(-1)?.at).toEqual(new Date('2026-11-22T10:00:00Z'));
  });

  it('says on which day it came back, where that is known', () => {
    const bounced_at = new Date('2026-11-03T10:00:00Z');
    const returned = { state: 'bounced', handed_over_at: at } as const;
    expect(letterSteps(letter({ ...returned, bounced_at }), false).at(-1)?.at).toEqual(bounced_at);
    expect(letterSteps(letter(returned), false).at(-1)?.at).toBeUndefined();
  });

  it('tells who read it, and what stays on this machine', () => {
    expect(told({ held_because: 'link' })).toContain('done read');
    expect(told({ held_because: 'link', state: 'refused' }, true).at(-1)).toBe('ended not-sent');
    expect(told({ state: 'handed-over', handed_over_at: at, said_here: 'kept-here' })).toContain('done kept');
  });
});
