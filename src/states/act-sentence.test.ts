import { describe, expect, it } from 'vitest';
import { type Lang, langs } from '../config/langs.ts';
import { words } from '../locales/words.ts';
import { actSentence } from './act-sentence.ts';
import { acts, treaties } from './shapes.ts';

const chad = { iso2: 'TD', iso3: 'TCD' };
const netherlands = { iso2: 'NL', iso3: 'NLD' };
const said = (lang: Lang, state: typeof chad, type: (typeof acts)[number], treaty: (typeof treaties)[number]) =>
  actSentence({ lang, t: words(lang).t }, state, { type, treaty });

describe('what a state did', () => {
  it.each([
    ['en', chad, 'withdrawal-notified', 'rome-statute', 'Chad announced that it is leaving the Rome Statute'],
    ['fr', netherlands, 'accession', 'rome-statute', 'Les Pays-Bas ont adhéré au Statut de Rome'],
    ['es', chad, 'withdrawal-notified', 'rome-statute', 'El Chad anunció su retirada del Estatuto de Roma'],
    ['ar', chad, 'withdrawal-notified', 'rome-statute', 'أعلنت تشاد انسحابها من نظام روما الأساسي'],
    [
      'fr',
      chad,
      'accession',
      'amendment-aggression-2010',
      'Le Tchad a adhéré aux amendements sur le crime d’agression',
    ],
  ] as const)('is a sentence in %s: %j, %s, %s', (lang, state, type, treaty, sentence) => {
    expect(said(lang, state, type, treaty)).toBe(sentence);
  });

  it.each(langs)('is said of every kind of act and treaty in %s', (lang) => {
    for (const type of acts)
      for (const treaty of treaties)
        expect(said(lang, netherlands, type, treaty)).not.toMatch(/[{}]|\b(de|à) les?\b|\b(de|a) el\b|\s\s/);
  });
});
