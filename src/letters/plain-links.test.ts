import { describe, expect, it } from 'vitest';
import { showsLink } from '../text/plain-links.ts';
import { containsLink } from './contains-link.ts';

const seen = [
  'See https://act.example/now',
  'www.act.example tells more',
  'Write to me at amina@mail.example please',
  'This is <b>important</b>',
  'A <a href="x">link</a>',
  'Our site act-now.org has it',
];
const unseen = [
  'My uncle never came home.',
  'Fill in [your name] and [why this matters to me].',
  '2 < 3 and 5 > 4',
  'The end.Common sense',
  'M. Dupont, p. 12, art. 5',
];

describe('what is said while words are typed', () => {
  it.each(seen)('“%s” is seen, and is held as well', (text) => {
    expect([showsLink(text), containsLink(text)]).toEqual([true, true]);
  });
  it.each(unseen)('“%s” is not', (text) => {
    expect(showsLink(text)).toBe(false);
  });
});
