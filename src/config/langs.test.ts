import { describe, expect, it } from 'vitest';
import { preferredLang } from './langs.ts';

describe('the language of a first visit', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['fr-CD,fr;q=0.9,en;q=0.8', 'fr'],
    ['de-DE,de;q=0.9,es;q=0.5', 'es'],
    ['en;q=0.1, ar;q=0.7', 'ar'],
    ['fr;q=0, es;q=0.2', 'es'],
    ['sw', 'en'],
    [';;;q=,,=', 'en'],
  ])('%s → %s', (header, lang) => {
    expect(preferredLang(header)).toBe(lang);
  });
});
