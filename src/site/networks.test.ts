import { describe, expect, it } from 'vitest';
import { Networks, networkOf } from './networks.ts';

describe('a network', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('the allowance of a network', () => {
  const start = 1_800_000_000_000;

  it('ends after its acts, and no other network’s with it', () => {
    const networks = new Networks();
    const taken = Array.from({ length: 4 }, () => networks.take('192.0.2.7', 3, start));
    expect(taken).toEqual([true, true, true, false]);
    expect(networks.take('192.0.2.8', 3, start)).toBe(true);
  });

  it('refills with time, also while somebody keeps trying, and never above itself', () => {
    const networks = new Networks();
    for (let act = 0; act < 60; act += 1) networks.take('192.0.2.7', 60, start);
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
});
