import { describe, expect, it } from 'vitest';
import { day, dayOf, fromNow, list, moment, partialDay, shortDay } from './format.ts';

describe('a day', () => {
  it('is written out as its readers write it', () => {
    expect(day('fr', '2013-06-01')).toBe('1er\u00a0juin 2013');
    expect(day('fr', '2013-06-11')).toBe('11\u00a0juin 2013');
    expect(day('en', '2013-06-01')).toBe('1 June 2013');
    expect(day('ar', '2013-06-01')).toBe('1 حزيران/يونيو 2013');
  });

  it('is short where a column is narrow', () => {
    expect(shortDay('en', '2002-09-01')).toBe('1 Sept 2002');
    expect(shortDay('fr', '2002-09-01')).toBe('1er sept. 2002');
    expect(shortDay('es', '2002-09-01')).toBe('1 sept 2002');
    expect(shortDay('ar', '2002-09-01').replace(/\u200f/g, '')).toBe('01/09/2002');
    expect(shortDay('en', '2022-01')).toBe('January 2022');
  });

  it('is no more precise than it is known', () => {
    expect(partialDay('en', '2007')).toBe('2007');
    expect(partialDay('es', '2007-10')).toBe('octubre de 2007');
    expect(partialDay('fr', '2007-10-02')).toBe('2\u00a0octobre 2007');
  });
});

describe('a moment', () => {
  const late = new Date('2026-11-25T21:06:00Z');

  it('has the day and the time of the organisation’s zone, which is named', () => {
    expect(dayOf('en', late, 'UTC')).toBe('25 November 2026');
    expect(dayOf('en', late, 'Africa/Nairobi')).toBe('26 November 2026');
    expect(dayOf('fr', new Date('2026-11-30T23:00:00Z'), 'Europe/Paris')).toBe('1er\u00a0décembre 2026');
    expect(dayOf('ar', new Date('2026-11-30T23:00:00Z'), 'Africa/Nairobi')).toBe('1 كانون الأول/ديسمبر 2026');
    expect(moment('en', late, 'Africa/Nairobi')).toBe('26 November 2026 at 00:06 GMT+3');
    expect(moment('es', late, 'UTC')).toBe('25 de noviembre de 2026 a las 21:06 UTC');
  });

  it('is so far from now as people say it: in whole minutes, hours, then days', () => {
    const from = (minutes: number) => new Date(late.getTime() + minutes * 60_000);
    const hours = (count: number) => 60 * count;
    expect(
      [0, -1, -59, hours(-1), hours(-47), hours(-48), hours(24 * 5)].map((far) => fromNow('en', from(far), late)),
    ).toEqual([
      ...['this minute', '1 minute ago', '59 minutes ago', '1 hour ago', '47 hours ago', '2 days ago', 'in 5 days'],
    ]);
    expect(fromNow('fr', from(hours(-24 * 3)), late)).toBe('il y a 3 jours');
    expect(fromNow('es', from(hours(-24 * 3)), late)).toBe('hace 3 días');
    expect(fromNow('ar', from(hours(-24 * 3)), late)).toBe('قبل 3 أيام');
  });
});

it.each([
  ['en', 'one, two, and three'],
  ['fr', 'one, two et three'],
  ['es', 'one, two y three'],
  ['ar', 'one وtwo وthree'],
] as const)('names things one after the other in %s', (lang, expected) => {
  expect(list(lang, ['one', 'two', 'three'])).toBe(expected);
});
