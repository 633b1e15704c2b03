import { describe, expect, it } from 'vitest';
import { readMailbox } from './mailbox.ts';
import { oneLine, paragraphs, readName, visibleLength } from './plain-words.ts';

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

describe('an address', () => {
  it.each([
    ['Amina@Mail.Example', 'Amina@mail.example', 'amina@mail.example'],
    [' a+b@bücher.example ', 'a+b@xn--bcher-kva.example', 'a+b@xn--bcher-kva.example'],
  ])('%j is read', (typed, address, comparable) => {
    expect(readMailbox(typed)).toEqual({ address, comparable });
  });

  it.each([
    'amina',
    '@mail.example',
    'a@b',
    'a b@mail.example',
    'Amina <a@mail.example>',
    'a@mail.example\r\nBcc: b@mail.example',
    'a@mail.example,b@mail.example',
    `${'a'.repeat(250)}@mail.example`,
    'a@[127.0.0.1]',
    'é@mail.example',
    'a@mail.example\u202e',
  ])('%j is refused', (typed) => {
    expect(readMailbox(typed)).toBeUndefined();
  });
});
