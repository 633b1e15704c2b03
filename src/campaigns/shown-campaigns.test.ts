import { describe, expect, it } from 'vitest';
import { campaignStateAt, inOrder, nextChange } from './shown-campaigns.ts';

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const times = { opensAt: at('2026-03-01'), closesAt: at('2026-04-01') };

describe('a campaign', () => {
  it('is scheduled until its first moment, and closed from its last on', () => {
    const state = (now: Date) => campaignStateAt(times, now);
    expect(state(new Date(at('2026-03-01').getTime() - 1))).toBe('scheduled');
    expect(state(at('2026-03-01'))).toBe('open');
    expect(state(new Date(at('2026-04-01').getTime() - 1))).toBe('open');
    expect(state(at('2026-04-01'))).toBe('closed');
  });

  it('without an end stays open', () => {
    expect(campaignStateAt({ opensAt: at('2016-11-30'), closesAt: null }, at('2126-11-30'))).toBe('open');
  });

  it('that ended when it began was never open', () => {
    const never = { opensAt: at('2026-03-01'), closesAt: at('2026-03-01') };
    expect(campaignStateAt(never, at('2026-03-01'))).toBe('closed');
  });
});

describe('the next change', () => {
  it('is the first opening or closing to come', () => {
    const campaigns = [times, { opensAt: at('2026-03-15'), closesAt: null }];
    expect(nextChange(campaigns, at('2026-02-01'))).toEqual(at('2026-03-01'));
    expect(nextChange(campaigns, at('2026-03-01'))).toEqual(at('2026-03-15'));
    expect(nextChange(campaigns, at('2026-03-15'))).toEqual(at('2026-04-01'));
    expect(nextChange(campaigns, at('2026-04-01'))).toBeUndefined();
  });
});

describe('the order of campaigns', () => {
  const one = (slug: string, state: 'scheduled' | 'open' | 'closed', opened: string, more = {}) => ({
    slug,
    state,
    opensAt: at(opened),
    closesAt: null as Date | null,
    position: null as number | null,
    ...more,
  });
  const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug);

  it('is by place, then the latest opened first, then by name; what is to come is nowhere', () => {
    const { open, closed } = inOrder([
      one('old', 'open', '2016-11-30'),
      one('b-new', 'open', '2026-07-17'),
      one('a-new', 'open', '2026-07-17'),
      one('second', 'open', '2020-01-01', { position: 2 }),
      one('first', 'open', '2019-01-01', { position: 1 }),
      one('to-come', 'scheduled', '2027-07-17', { position: 1 }),
      one('was-first', 'closed', '2018-01-01', { position: 1, closesAt: at('2018-02-01') }),
    ]);
    expect(slugs(open)).toEqual(['first', 'second', 'a-new', 'b-new', 'old']);
    expect(slugs(closed)).toEqual(['was-first']);
  });

  it('of two with one place is the latest opened first, then by name', () => {
    const { open } = inOrder([
      one('old', 'open', '2019-01-01', { position: 1 }),
      one('b-new', 'open', '2026-07-17', { position: 1 }),
      one('a-new', 'open', '2026-07-17', { position: 1 }),
    ]);
    expect(slugs(open)).toEqual(['a-new', 'b-new', 'old']);
  });

  it('of closed ones is the last closed first, whenever they opened', () => {
    const { open, closed } = inOrder([
      one('short', 'closed', '2026-01-01', { closesAt: at('2026-02-01') }),
      one('long', 'closed', '2016-01-01', { closesAt: at('2026-03-01') }),
    ]);
    expect([slugs(open), slugs(closed)]).toEqual([[], ['long', 'short']]);
  });
});
