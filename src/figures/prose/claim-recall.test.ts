import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Lang, langs } from '../../config/langs.ts';
import { root } from '../../config/root.ts';
import { findClaims } from './find-claims.ts';

interface Labelled {
  readonly lang: Lang;
  /** `measure`: never looked at when a way of saying is added. */
  readonly half: 'develop' | 'measure';
  /** The figure that is meant and its number; undefined: the sentence claims none. */
  readonly meant: string | undefined;
  readonly sentence: string;
}

const labelled = readFileSync(join(root, 'test/fixtures/claim-sentences.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line): Labelled => {
    const [lang, half, figure, value, sentence = ''] = line.split('\t');
    return {
      lang: lang as Lang,
      half: half as Labelled['half'],
      meant: figure === '-' ? undefined : `${figure} ${value}`,
      sentence,
    };
  });

function measured(lang: Lang, half: Labelled['half']) {
  const missed: string[] = [];
  const wrong: string[] = [];
  let right = 0;
  for (const { meant, sentence } of labelled.filter((one) => one.lang === lang && one.half === half)) {
    const found = [...new Set(findClaims(sentence, lang).map(({ figures, value }) => `${figures[0]} ${value}`))];
    if (meant !== undefined && found.includes(meant)) right += 1;
    else if (meant !== undefined) missed.push(`${sentence} (${meant}; found ${found.join(', ') || 'nothing'})`);
    for (const one of found) if (one !== meant) wrong.push(`${sentence} (${one})`);
  }
  return {
    recall: right / (right + missed.length),
    precision: right / (right + wrong.length),
    missed,
    wrong,
  };
}

describe('labelled sentences', () => {
  it('are at least three hundred, a third of them harmless, half kept for measuring', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(300);
    const share = (holds: (one: Labelled) => boolean) => labelled.filter(holds).length / labelled.length;
    expect(share(({ meant }) => meant === undefined)).toBeGreaterThanOrEqual(1 / 3 - 0.005);
    expect(share(({ half }) => half === 'measure')).toBeCloseTo(0.5, 1);
  });

  it.each(langs.flatMap((lang) => (['develop', 'measure'] as const).map((half) => [lang, half] as const)))(
    'in %s, the half to %s: nine of ten claims are found, and 98 of 100 found are claims',
    (lang, half) => {
      const { recall, precision, missed, wrong } = measured(lang, half);
      expect.soft(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
      expect.soft(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
    },
  );
});
