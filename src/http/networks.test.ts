import { describe, expect, it, vi } from 'vitest';
import { Networks, networkOf } from './networks.ts';

describe('a network', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7', undefined],
    ['::ffff:192.0.2.7', '192.0.2.7', undefined],
    ['::FFFF:c000:207', '192.0.2.7', undefined],
    ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7', undefined],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64', '64:ff9b:0::/48'],
    ['::1', '0:0:0:0::/64', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
  ])('of %s is %s in %s', (address, network, site) => {
    expect(networkOf(address)).toEqual({ network, site });
  });
});

describe('the allowance of a network', () => {
  const start = 1_800_000_000_000;

  it('ends after its actions, and no other network’s with it', () => {
    const networks = new Networks();
    const taken = Array.from({ length: 4 }, () => networks.take('192.0.2.7', 3, start));
    expect(taken).toEqual([true, true, true, false]);
    expect(networks.take('192.0.2.8', 3, start)).toBe(true);
  });

  it('refills with time, also while somebody keeps trying, and never above itself', () => {
    const networks = new Networks();
    for (let action = 0; action < 60; action += 1) networks.take('192.0.2.7', 60, start);
    expect(networks.take('192.0.2.7', 60, start + 30_000)).toBe(false);
    expect(networks.take('192.0.2.7', 60, start + 60_000)).toBe(true);
    const tomorrow = Array.from({ length: 61 }, () => networks.take('192.0.2.7', 60, start + 86_400_000));
    expect(tomorrow.filter(Boolean)).toHaveLength(60);
  });

  it('is counted for many networks in bounded memory: the oldest are forgotten', () => {
    const networks = new Networks();
    networks.take('first', 1, start);
    for (let other = 0; other < 50_000; other += 1) networks.take(`other ${other}`, 1, start);
    expect(networks.take('first', 1, start)).toBe(true);
    expect(networks.take('other 49999', 1, start)).toBe(false);
  });

  it('is remembered for an hour after the last action, and not longer, also where nobody acts any more', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    try {
      const networks = new Networks();
      networks.take('192.0.2.7', 3);
      vi.advanceTimersByTime(1_800_000);
      networks.take('2001:db8:1:2::1', 3);
      expect(networks.size).toBe(3);
      vi.advanceTimersByTime(1_859_000);
      expect(networks.size).toBe(2);
      vi.advanceTimersByTime(1_801_000);
      expect([networks.size, vi.getTimerCount()]).toEqual([0, 0]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('holds for a whole site too, eight times as large, so that its many networks are none each', () => {
    const networks = new Networks();
    const actions = Array.from({ length: 100 }, (_, action) =>
      networks.take(`2001:db8:1:${action.toString(16)}::1`, 3, start),
    );
    expect(actions.filter(Boolean)).toHaveLength(24);
    expect(networks.take('2001:db8:2:1::1', 3, start)).toBe(true);
    expect(networks.take('2001:db8:1:ffff::1', 3, start + 3_600_000 / 24)).toBe(true);
  });

  it('is at least one action, however many processes share it', () => {
    const networks = new Networks();
    expect([networks.take('192.0.2.7', 0.1, start), networks.take('192.0.2.7', 0.1, start)]).toEqual([true, false]);
  });

  it.each([86_400_000, -86_400_000])(
    'refuses nobody because a clock jumps by %d ms, and gives nothing away',
    (jump) => {
      const networks = new Networks();
      for (let action = 0; action < 59; action += 1) networks.take('192.0.2.7', 60, start);
      expect(networks.take('192.0.2.7', 60, start + jump)).toBe(true);
      const more = Array.from({ length: 100 }, () => networks.take('192.0.2.7', 60, start + jump)).filter(Boolean);
      expect(more).toHaveLength(jump > 0 ? 59 : 0);
      expect(networks.take('192.0.2.7', 60, start + jump + 60_000)).toBe(true);
    },
  );
});
