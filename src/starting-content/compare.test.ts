import { describe, expect, it } from 'vitest';
import { compareContent } from './compare.ts';
import { contentHash } from './content-hash.ts';

/** A row by what the ledger, the files and the database say of it; undefined: nothing. */
type Row = readonly [ledger: string | undefined, files: string | undefined, stands: string | undefined];

function told(row: Row, protectedBecause?: string) {
  const [ledger, files, stands] = row;
  const { changes, settled, proposals, forgotten } = compareContent({
    files: files === undefined ? [] : [{ key: 'row', value: files }],
    stored: new Map(stands === undefined ? [] : [['row', { value: stands, protectedBecause }]]),
    ledger: new Map(ledger === undefined ? [] : [['row', contentHash(ledger)]]),
  });
  return [
    ...changes.map(({ before }) => (before === undefined ? 'new' : 'changed')),
    ...settled.map(() => 'settled'),
    ...proposals.map(({ because }) => because),
    ...forgotten.map(() => 'forgotten'),
  ];
}

describe('a row', () => {
  it.each<[Row, string]>([
    [[undefined, 'a', undefined], 'new'],
    [[undefined, 'a', 'a'], 'settled'],
    [[undefined, 'a', 'x'], 'it was edited here, and changed in the files'],
    [['a', 'a', 'a'], 'settled'],
    [['a', 'a', 'x'], 'settled'],
    [['a', 'a', undefined], 'settled'],
    [['a', 'b', 'a'], 'changed'],
    [['a', 'b', 'b'], 'settled'],
    [['a', 'b', 'x'], 'it was edited here, and changed in the files'],
    [['a', 'b', undefined], 'it was taken away here, and changed in the files'],
    [['a', undefined, 'a'], 'the files have it no more'],
    [['a', undefined, 'x'], 'the files have it no more'],
    [['a', undefined, undefined], 'forgotten'],
  ])('that ledger, files and database say is %j: %s', (row, verdict) => {
    expect(told(row)).toEqual([verdict]);
  });

  it('that is held back is an operator’s to change', () => {
    expect(told(['a', 'b', 'a'], 'not yet')).toEqual(['not yet']);
    expect(told(['a', 'a', 'a'], 'not yet')).toEqual(['settled']);
  });

  it('says the same in whatever order its names stand', () => {
    expect(contentHash({ b: [1, { d: 'x', c: null }], a: true })).toBe(
      contentHash({ a: true, b: [1, { c: null, d: 'x' }] }),
    );
    expect(contentHash({ a: '1' })).not.toBe(contentHash({ a: 1 }));
    expect(contentHash(['a', 'b'])).not.toBe(contentHash(['b', 'a']));
  });
});

it('what belongs to a row that is gone goes with it', () => {
  const of = (keys: readonly string[], nested: boolean) =>
    compareContent({
      files: [],
      stored: new Map(keys.map((key) => [key, { value: key }])),
      ledger: new Map(keys.map((key) => [key, contentHash(key)])),
      nested,
    }).proposals.map(({ key }) => key);
  const keys = ['lake', 'lake/asks/one', 'lake/asks/one/en', 'lakes/en'];
  expect(of(keys, true)).toEqual(['lake', 'lakes/en']);
  expect(of(keys, false)).toEqual(keys);
});
