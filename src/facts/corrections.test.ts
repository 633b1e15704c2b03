import { describe, expect, it } from 'vitest';
import { correctionProblems } from './corrections.ts';

describe('a correction', () => {
  it.each([
    ['date', '2005-06-06', '2005-06-01', true],
    ['date', '2005-06-06', '2005-06-06', false],
    ['date', '', '2005-06-01', false],
    ['counts-from', '2006-06-03', '2006-10-23', true],
    ['missing', '', '2017-01-17', true],
    ['missing', '2017', '2017-01-17', false],
    ['missing', '', '', false],
    ['wrongly', '2022-01-21', '', true],
    ['wrongly', '2022-01-21', '2022', false],
    ['born', '1952', '', true],
  ])('%s from “%s” to “%s” corrects something: %s', (corrected, was, now, does) => {
    const problems = correctionProblems({ corrections: [{ line: 2, key: 'one', fields: { corrected, was, now } }] });
    expect(problems.length === 0).toBe(does);
  });
});
