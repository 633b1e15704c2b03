import { describe, expect, it } from 'vitest';
import { type Work, workThrough } from './worker-pool.ts';

interface Piece {
  readonly name: string;
  readonly lane: string;
}

const pieces = (lane: string, many: number): Piece[] =>
  Array.from({ length: many }, (_, n) => ({ name: `${lane}-${n}`, lane }));

/** Work whose pieces are done when the test says so. */
function work(due: Piece[], workers = 16) {
  const ends = new Map<string, { done(): void; failed(error: Error): void }>();
  const begun: string[] = [];
  const givenBack: string[] = [];
  const waiting: { upTo: number; told(): void }[] = [];
  const kind: Work<Piece> = {
    workers: () => workers,
    take: async (atMost) => due.splice(0, atMost),
    lane: ({ lane }) => lane,
    do: ({ name }) => {
      begun.push(name);
      for (const one of waiting.filter(({ upTo }) => begun.length >= upTo)) one.told();
      return new Promise<void>((done, failed) => ends.set(name, { done, failed }));
    },
    giveBack: async (left) => void givenBack.push(...left.map(({ name }) => name)),
  };
  return {
    kind,
    begun,
    givenBack,
    ends,
    untilBegun: (upTo: number) =>
      new Promise<void>((told) => (begun.length >= upTo ? told() : waiting.push({ upTo, told }))),
    endAll: () => {
      for (const { done } of ends.values()) done();
    },
  };
}

describe('workers', () => {
  it('take what waits as soon as one is free, also while more is being taken', async () => {
    const due = pieces('a', 6);
    const { kind, begun, ends, untilBegun } = work(due);
    const taking = Promise.withResolvers<Piece[]>();
    const takes = [due.splice(0), taking.promise];
    const all = workThrough({ ...kind, take: async () => takes.shift() ?? [] });
    await untilBegun(4);
    ends.get('a-0')?.done();
    await untilBegun(5);
    expect([begun.at(-1), takes.length]).toEqual(['a-4', 0]);
    ends.get('a-1')?.done();
    await untilBegun(6);
    taking.resolve([]);
    for (const { done } of ends.values()) done();
    expect(await all).toBe(6);
  });

  it('take the next piece while another one hangs', async () => {
    const { kind, begun, ends, untilBegun } = work([...pieces('slow', 1), ...pieces('good', 40)]);
    const through = workThrough(kind);
    for (let n = 0; n < 40; n += 1) {
      await untilBegun(Math.min(41, begun.length));
      const good = [...ends].find(([name]) => name.startsWith('good'));
      good?.[1].done();
      if (good) ends.delete(good[0]);
      await untilBegun(Math.min(41, n + 5));
    }
    expect(begun).toHaveLength(41);
    for (const { done } of ends.values()) done();
    expect(await through).toBe(41);
  });

  it('leave a slow lane no more than four of sixteen', async () => {
    const good = Array.from({ length: 12 }, (_, n) => pieces(`good-${n}`, 1)).flat();
    const { kind, begun, ends, untilBegun } = work([...pieces('slow', 30), ...good]);
    const ending = new AbortController();
    const through = workThrough(kind, { signal: ending.signal });
    await untilBegun(16);
    expect(begun.filter((name) => name.startsWith('slow'))).toHaveLength(4);
    expect(begun.filter((name) => name.startsWith('good'))).toHaveLength(12);
    ending.abort();
    for (const { done } of ends.values()) done();
    await through;
  });

  it('give back what they took and did not begin, and finish what they have', async () => {
    const { kind, givenBack, untilBegun, endAll } = work(pieces('one', 10));
    const ending = new AbortController();
    const through = workThrough(kind, { signal: ending.signal });
    await untilBegun(4);
    ending.abort();
    endAll();
    expect(await through).toBe(4);
    expect(givenBack).toHaveLength(6);
  });

  it('are all awaited when one throws, and the others go on', async () => {
    const { kind, begun, ends, untilBegun } = work([...pieces('a', 2), ...pieces('b', 1)]);
    const through = workThrough(kind);
    let settled = false;
    const outcome = through.then(
      () => 'done',
      (error: Error) => error.message,
    );
    void outcome.then(() => {
      settled = true;
    });
    await untilBegun(3);
    ends.get('a-0')?.failed(new Error('broken'));
    ends.get('a-1')?.done();
    await new Promise(setImmediate);
    expect(settled).toBe(false);
    ends.get('b-0')?.done();
    expect(await outcome).toBe('broken');
    expect(begun).toHaveLength(3);
  });

  it('do nothing while none may', async () => {
    const { kind, begun } = work(pieces('one', 3), 0);
    expect(await workThrough(kind)).toBe(0);
    expect(begun).toEqual([]);
  });

  it('throw what taking throws, once they are free', async () => {
    const { kind, ends, untilBegun } = work(pieces('one', 1), 2);
    let taken = 0;
    const take: typeof kind.take = async (atMost, busy) => {
      taken += 1;
      if (taken > 1) throw new Error('no database');
      return kind.take(atMost, busy);
    };
    const through = workThrough({ ...kind, take });
    const outcome = through.catch((error: Error) => error.message);
    await untilBegun(1);
    ends.get('one-0')?.done();
    expect(await outcome).toBe('no database');
  });
});
