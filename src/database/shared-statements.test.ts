import pg from 'pg';
import { expect, it } from 'vitest';
import type { Queries } from './database.ts';
import { sharedStatement } from './shared-statements.ts';

const queries = {} as Queries;
const refusal = () => new pg.DatabaseError('refused', 0, 'error');

/** A statement that waits until it is told to go on, and keeps what it was given. */
function told(refuses: (pieces: readonly string[]) => Error | undefined = () => undefined) {
  const ran: (readonly string[])[] = [];
  const first = Promise.withResolvers<void>();
  const add = sharedStatement<string, string>({
    key: (piece) => piece.slice(0, 1),
    run: async (_, pieces) => {
      ran.push(pieces);
      if (ran.length === 1) await first.promise;
      const error = refuses(pieces);
      if (error) throw error;
      return new Map(pieces.map((piece) => [piece.slice(0, 1), piece.toUpperCase()]));
    },
  });
  return { ran, add: (piece: string) => add(queries, piece), goOn: first.resolve };
}

it('does what comes alone at once, and what comes meanwhile together', async () => {
  const { ran, add, goOn } = told();
  const all = ['a', 'b', 'c'].map(add);
  goOn();
  expect(await Promise.all(all)).toEqual(['A', 'B', 'C']);
  expect(ran).toEqual([['a'], ['b', 'c']]);
});

it('never puts two of one key together, and leaves their order', async () => {
  const { ran, add, goOn } = told();
  const all = ['a', 'b1', 'b2', 'c'].map(add);
  goOn();
  expect(await Promise.all(all)).toEqual(['A', 'B1', 'B2', 'C']);
  expect(ran).toEqual([['a'], ['b1', 'c'], ['b2']]);
});

it('lets none fail for another that the database refuses', async () => {
  const { ran, add, goOn } = told((pieces) => (pieces.includes('c') ? refusal() : undefined));
  const all = ['a', 'b', 'c', 'd'].map(add);
  goOn();
  const settled = await Promise.allSettled(all);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(ran).toEqual([['a'], ['b', 'c', 'd'], ['b'], ['c'], ['d']]);
});

it('fails all alike where the database is away, and goes on afterwards', async () => {
  let away = true;
  const { ran, add, goOn } = told(() => (away ? new Error('away') : undefined));
  const all = ['a', 'b', 'c'].map(add);
  goOn();
  expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(ran).toHaveLength(2);
  away = false;
  expect(await add('d')).toBe('D');
});
