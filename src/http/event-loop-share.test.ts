import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { EventLoopShare } from './event-loop-share.ts';

/** Time that passes only while work is done. */
let now = 0;
const clock = () => now;

function busyFor(milliseconds: number): void {
  now += milliseconds;
}

describe('turns', () => {
  it('come one in each turn of the event loop where work is long, forms first', async () => {
    const turns = new EventLoopShare(1_000, clock);
    const begun: string[] = [];
    const begin = (name: string) => {
      begun.push(name);
      busyFor(5);
    };
    const work = ['alone', 'b', 'c'].map(async (name) => void ((await turns.take(false)) && begin(name)));
    const form = turns.take(true).then(() => begin('form'));
    await Promise.resolve();
    await Promise.resolve();
    expect(begun).toEqual(['alone']);
    await nextTurn();
    expect(begun.length).toBeLessThan(4);
    await Promise.all([...work, form]);
    expect(begun).toEqual(['alone', 'form', 'b', 'c']);
  });

  it('come several in one turn where work is short', async () => {
    const turns = new EventLoopShare(60_000, clock);
    const later = nextTurn();
    let begun = 0;
    const work = Array.from({ length: 1_000 }, async () => {
      await turns.take(false);
      await Promise.resolve();
      begun += 1;
    });
    await later;
    expect(begun).toBeGreaterThan(10);
    await Promise.all(work);
  });

  it('leave room for what comes in meanwhile', async () => {
    const turns = new EventLoopShare(60_000, clock);
    let left = 20;
    const work = Array.from({ length: left }, async () => {
      await turns.take(false);
      busyFor(5);
      left -= 1;
    });
    for (let turn = 0; turn < 3; turn += 1) await nextTurn();
    expect(left).toBeGreaterThan(10);
    await Promise.all(work);
  });

  it('that come too late are said to be', async () => {
    const turns = new EventLoopShare(10, clock);
    const came = Array.from({ length: 5 }, async () => {
      const inTime = await turns.take(false);
      busyFor(20);
      return inTime;
    });
    expect(await Promise.all(came)).toEqual([true, false, false, false, false]);
    expect(await turns.take(false)).toBe(true);
  });
});
