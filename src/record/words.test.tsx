import { createElement, Fragment } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { langs } from '../config/langs.ts';
import { words } from '../locales/words.ts';
import { scheduledTypes } from './event-types.ts';

describe('what is scheduled', () => {
  it.each(langs)('is worded as still to come in %s', (lang) => {
    const { t } = words(lang);
    expect(scheduledTypes.map((type) => t(`record.due.${type}`))).toHaveLength(scheduledTypes.length);
    expect(t('record.due.trial-opened')).not.toBe(t('record.event.trial-opened'));
  });
});

describe('how many examinations were open', () => {
  const said = (lang: (typeof langs)[number], count: number) =>
    renderToStaticMarkup(
      createElement(
        Fragment,
        null,
        words(lang).rich('record.learn.complementarity.examined', {
          examinations: count,
          situations: 2,
          open: <b>{count}</b>,
          investigations: <b>2</b>,
        }),
      ),
    );

  it.each([
    ['en', '<b>1</b> such examination was open', '<b>10</b> such examinations were open'],
    ['fr', '<b>1</b> examen de ce type était ouvert', '<b>10</b> examens de ce type étaient ouverts'],
    ['es', '<b>1</b> examen abierto', '<b>10</b> exámenes abiertos'],
    ['ar', 'هذا اليوم <b>1</b>،', 'هذا اليوم <b>10</b>،'],
  ] as const)('agrees with its number in %s', (lang, one, ten) => {
    expect(said(lang, 1)).toContain(one);
    expect(said(lang, 10)).toContain(ten);
  });
});
