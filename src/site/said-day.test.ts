import { describe, expect, it } from 'vitest';
import type { Lang } from '../config/langs.ts';
import { partialDay } from '../locales/format.ts';
import { words } from '../locales/words.ts';
import { saidDay } from './said-day.ts';

const said = (lang: Lang, ...[taking, value]: [Parameters<typeof saidDay>[1], string]) =>
  saidDay({ t: words(lang).t, partialDay: (day) => partialDay(lang, day) }, taking, value);

describe('a day in a sentence', () => {
  it('has its article where the whole day is known', () => {
    expect(said('fr', 'since', '2006-06-03')).toBe('depuis le 3\u00a0juin 2006');
    expect(said('fr', 'by', '2003-06-12')).toBe('au plus tard le 12\u00a0juin 2003');
    expect(said('es', 'by', '2003-06-12')).toBe('a más tardar el 12 de junio de 2003');
    expect(said('es', 'until', '2006-06-03')).toBe('hasta el 3 de junio de 2006');
    expect(said('en', 'on', '2006-06-03')).toBe('on 3 June 2006');
    expect(said('ar', 'since', '2006-06-03')).toBe('منذ 3 حزيران/يونيو 2006');
  });

  it('has none where only the month or the year is', () => {
    expect(said('fr', 'since', '2004-06')).toBe('depuis juin 2004');
    expect(said('fr', 'on', '2023')).toBe('en 2023');
    expect(said('fr', 'until', '2004-06')).toBe('jusqu’en juin 2004');
    expect(said('es', 'since', '2004-06')).toBe('desde junio de 2004');
    expect(said('es', 'by', '2025-03')).toBe('a más tardar en marzo de 2025');
    expect(said('en', 'on', '2023')).toBe('in 2023');
  });
});
