import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../config/root.ts';
import { beginningOf, dayAround, dayIn, endOf, isTimeZone, lastAt, minuteIn } from './time-zone.ts';

const at = (text: string) => new Date(text);

describe('the organisation’s time zone', () => {
  it.each([
    ['Africa/Nairobi', true],
    ['Asia/Kolkata', true],
    ['UTC', true],
    ['Europe/The Hague', false],
    ['+03:00', false],
    ['Mars/Olympus', false],
    ['', false],
  ])('is a name that is known: %s: %s', (name, known) => expect(isTimeZone(name)).toBe(known));

  it.each([
    ['UTC', '2026-11-25T22:30Z', '2026-11-25'],
    ['Africa/Nairobi', '2026-11-25T22:30Z', '2026-11-26'],
    ['America/Lima', '2026-11-26T04:59Z', '2026-11-25'],
    ['Asia/Kathmandu', '2026-11-25T18:15Z', '2026-11-26'],
  ])('says which day it is: in %s at %s: %s', (zone, moment, day) => expect(dayIn(zone, at(moment))).toBe(day));

  it('says when a day begins and ends, also one of 23 or 25 hours, and one whose midnight is left out', () => {
    expect(beginningOf('Africa/Nairobi', '2026-11-25')).toEqual(at('2026-11-24T21:00Z'));
    expect(endOf('Africa/Nairobi', '2026-12-31')).toEqual(at('2026-12-31T21:00Z'));
    const hours = (zone: string, moment: string) => {
      const { begin, end } = dayAround(zone, at(moment));
      return (end - begin) / 3_600_000;
    };
    expect(hours('Europe/Paris', '2026-03-29T12:00Z')).toBe(23);
    expect(hours('Europe/Paris', '2026-10-25T12:00Z')).toBe(25);
    expect(beginningOf('Africa/Cairo', '2026-04-24')).toEqual(at('2026-04-23T22:00Z'));
  });

  it('says when its clocks last showed a time of day, on either side of a change of the clocks', () => {
    const six = { hour: 6, minute: 3 };
    expect(lastAt('Europe/Paris', six, at('2026-03-29T04:02Z'))).toEqual(at('2026-03-28T05:03Z'));
    expect(lastAt('Europe/Paris', six, at('2026-03-29T04:03Z'))).toEqual(at('2026-03-29T04:03Z'));
  });

  it('stands with a minute that an operator reads', () => {
    expect(minuteIn('UTC', at('2026-11-25T21:05:59Z'))).toBe('2026-11-25 21:05 UTC');
    expect(minuteIn('Africa/Nairobi', at('2026-11-25T21:05:59Z'))).toBe('2026-11-26 00:05 GMT+3');
  });
});

/** Where days are days of the calendar, counted without any clock; and what only machines read. */
const WITHOUT_ZONE = [
  'src/text/partial-day.ts',
  // A day that has begun nowhere yet.
  'src/states/row-rules.ts',
  'src/states/entry-into-force.ts',
  'src/locales/format.ts',
  'src/work/local-time.ts',
  'src/api/calendar.ts',
  'src/database/embedded-process.ts',
  'src/backup/drop-old.ts',
  // By the organisation's zone, which the statement is given.
  'src/statistics/count-queries.ts',
  'src/figures/prose/when-said.ts',
  'src/database/slice.ts',
];

it('no other code takes a day, an hour or a shown moment from UTC', () => {
  const files = ['src', 'bin'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const sources = files.filter((name) => /\.(ts|tsx|sql)$/.test(name) && !/\.test\.tsx?$/.test(name));
  const utc =
    /toISOString\(\)\s*\.\s*(slice|split|replace)|[gs]etUTC|Date\.UTC|'UTC'|AT TIME ZONE|CURRENT_DATE|toLocale(Date|Time)/i;
  const found = sources.filter((name) => utc.test(readFileSync(join(root, name), 'utf8')));
  expect(found.filter((name) => !WITHOUT_ZONE.includes(name))).toEqual(['src/text/time-zone.ts']);
});
