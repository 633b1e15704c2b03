import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { expressions, type Written } from '../test/support/expressions.ts';
import { headerLimits } from './http/request-limits.ts';
import { signs } from './letters/link-signs.ts';
import { SENTENCES } from './mail/reply-words.ts';

const { written, made, headers } = expressions();

/** Put together while the product runs, and why that costs a stranger's text no more than its length. */
const MADE: Readonly<Record<string, string>> = {
  'src/facts/shapes.ts': 'digits, so many at most; for imports by staff',
  'src/letters/compose.ts': 'places in a letter, each as it is written: nothing in it repeats',
  'src/letters/link-signs.ts': 'judged below with those that are written',
  'src/mail/reply-words.ts': 'judged below with those that are written',
  'src/figures/prose/': 'for our own words, and for files that staff gives to be checked',
};

/** Headers of answers, which nobody gives us. */
const OURS = ['cache-control', 'content-encoding'];

/**
 * By automata, which prove it; what looks behind itself or counts far by what an ever same search finds to be worst. No clock has a
 * say.
 */
const thorough = {
  maxRepeatCount: 100,
  maxNFASize: 10_000_000,
  randomSeed: 1,
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
};

/** How the time of a match grows with the text: safe, linear, polynomial, exponential, or why it is not known. */
async function growthOf({ source, flags }: Pick<Written, 'source' | 'flags'>): Promise<string> {
  const judged = await check(source, flags, thorough);
  return judged.status === 'unknown' ? judged.error.kind : judged.complexity.type;
}

/** One set of characters and nothing that repeats, in a syntax that recheck does not read. */
const isOneCharacter = ({ source, flags }: Written) =>
  flags === 'v' && /^\[(?:[^*+{}?]|[\\][pu]\{\w+\})*\]$/.test(source);

describe('every regular expression of the product', () => {
  it('takes a time that grows with the text and not faster', { timeout: 600_000 }, async () => {
    const judged = [
      ...written,
      ...signs.map(({ source, flags }) => ({ source, flags, place: 'src/letters/link-signs.ts' })),
      ...SENTENCES.map(([, { source, flags }]) => ({ source, flags, place: 'src/mail/reply-words.ts' })),
    ];
    const once = new Map(judged.map((one) => [`/${one.source}/${one.flags}`, one]));
    for (const [text, one] of once) {
      if (!isOneCharacter(one)) expect.soft(await growthOf(one), `${one.place} ${text}`).toMatch(/^(safe|linear)$/);
    }
  });

  it('stands written in its file, or is on the list of those that are made', () => {
    expect(made.length).toBeGreaterThan(5);
    expect(made.filter((place) => !Object.keys(MADE).some((listed) => place.startsWith(listed)))).toEqual([]);
  });

  it('is seen at all', () => {
    expect(written.length).toBeGreaterThan(150);
    expect(written.map(({ source }) => source)).toContain(String.raw`\p{M}{31}`);
  });

  it.each([
    [/\/.*$/, 'polynomial'],
    [/^(a+)+$/, 'exponential'],
    [/(?<!b)a+b/, 'polynomial'],
  ])('would be told from one that is worse: %s', async (worse, growth) => {
    expect(await growthOf(worse)).toBe(growth);
  });
});

it('every header that is read has a most', () => {
  expect(headers.length).toBeGreaterThan(8);
  const unlimited = headers.filter(({ name }) => !(name in headerLimits) && !OURS.includes(name));
  expect(unlimited).toEqual([]);
});
