import { describe, expect, it } from 'vitest';
import { growsAsTheText } from '../../test/support/growth.ts';
import { isVisible, oneLine, paragraphs, readName, visibleLength } from './text-cleaning.ts';

describe('a name', () => {
  it.each([
    ['  Amina   K. ', 'Amina K.'],
    ['Amina\r\nBcc: all@mail.example', undefined],
    ['Ami\u0000na\u202e', 'Amina'],
    ['علي‌رضا', 'علي‌رضا'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['', undefined],
    ['\u200f\u202a', undefined],
    ['visit www.site.example', undefined],
    ['é'.repeat(200), 'é'.repeat(200)],
    ['é'.repeat(201), undefined],
  ])('%j is read as %j', (typed, name) => {
    expect(readName(typed)).toBe(name);
  });

  it('can’t break a line', () => {
    expect(oneLine('a\nb\r\nc\u2028d\u0085e')).not.toMatch(/[\n\r\u2028\u0085]/);
  });
});

describe('a text', () => {
  it('keeps its paragraphs and loses its controls', () => {
    expect(paragraphs('One\r\n\r\n\r\n\r\nTwo\u0007\u202e \n')).toBe('One\n\nTwo');
  });

  it('is as long as its reader sees it', () => {
    expect(visibleLength('👩‍👩‍👧é')).toBe(2);
  });
});

describe('what can’t be seen', () => {
  const invisible = [
    ...[
      '\u200b',
      '\u00ad',
      '\u3164',
      '\u115f\u1160',
      '\u2800',
      '\u2060',
      '\u034f',
      '\ufe0f',
      '\u{e0041}',
      '\u180e',
      '\uffa0',
      '\u0301',
    ],
    ...[
      '\u200c\u200d',
      ' \u00a0\u3000\t',
      '\ufeff',
      '\u17b4',
      '\u{1d159}',
      '\u{1d173}',
      '\u{13441}',
      '\ufffc',
      '\ue000',
      '\ud800',
      '\u0000',
      '\u20dd',
    ],
  ];

  it.each(invisible)('is no name, no subject and no text: %j', (typed) => {
    expect([isVisible(typed), oneLine(typed), paragraphs(`${typed}\n${typed}`), readName(typed)]).toEqual([
      false,
      '',
      '',
      undefined,
    ]);
  });

  it('is no name in any mixture', () => {
    expect(readName(invisible.join(' '))).toBeUndefined();
  });

  it.each(['ـ', '١', '-', 'ภ', '龍', '👍', 'क्ष', '\u200fعلي'])('is told from what can: %j', (typed) => {
    expect(readName(typed)).toBeDefined();
  });
});

describe('a long text', () => {
  it.each([
    ['marks', '\u0301\u0327'],
    ['alternating classes', '\u0f71\u0f72\u0f74\u0316\u0315'],
    ['blanks', ' '],
    ['lines', '\n'],
    ['controls', '\u0000'],
    ['surrogates', '\ud800'],
    ['joiners', '👩\u200d'],
  ])('costs no more than its length: %s', (_, piece) => {
    for (const read of [oneLine, paragraphs, readName]) {
      expect(growsAsTheText(read, piece, { before: 'a', after: 'a' })).toBe(true);
    }
  });

  it('keeps as many marks on a letter as any script has', () => {
    expect(oneLine(`a${'\u0316'.repeat(30)}`)).toHaveLength(31);
    expect(oneLine(`a${'\u0316'.repeat(3_000)}`)).toHaveLength(31);
  });
});
