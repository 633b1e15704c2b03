import { describe, expect, it } from 'vitest';
import { root } from './root.ts';
import { readSettings } from './settings.ts';
import { beginningOf, dayIn, endOf, isTimeZone, lastAt, minuteIn } from './time-zone.ts';

const at = (moment: string) => new Date(moment);

describe('a time zone', () => {
  it.each(['UTC', 'Africa/Nairobi', 'America/Argentina/Buenos_Aires'])('is %s', (name) =>
    expect(isTimeZone(name)).toBe(true),
  );
  it.each(['', '+03:00', 'Mars/Base', 'Nairobi', 'Africa/Nairobi ', 'x'.repeat(9_999)])('is not %j', (name) =>
    expect(isTimeZone(name)).toBe(false),
  );

  it('is a setting, told in one line where it is none', () => {
    expect(readSettings({}, root).TIME_ZONE).toBe('UTC');
    expect(readSettings({ TIME_ZONE: 'Africa/Kinshasa' }, root).TIME_ZONE).toBe('Africa/Kinshasa');
    expect(() => readSettings({ TIME_ZONE: '+03:00' }, root)).toThrow(/^TIME_ZONE: must be a name like [^\n]*$/m);
  });
});

describe('in a zone', () => {
  it('a moment has its own day', () => {
    expect(dayIn('Africa/Nairobi', at('2026-11-25T21:00:00Z'))).toBe('2026-11-26');
    expect(dayIn('America/Lima', at('2026-11-25T04:59:59Z'))).toBe('2026-11-24');
  });

  it('a day begins after the last one, also where midnight is left out or the day is long', () => {
    expect(beginningOf('Africa/Nairobi', '2026-11-25')).toEqual(at('2026-11-24T21:00:00Z'));
    expect(beginningOf('Africa/Cairo', '2026-04-24')).toEqual(at('2026-04-23T22:00:00Z'));
    expect(endOf('Europe/Paris', '2026-10-25')).toEqual(beginningOf('Europe/Paris', '2026-10-26'));
    expect(endOf('Europe/Paris', '2026-10-25').getTime() - beginningOf('Europe/Paris', '2026-10-25').getTime()).toBe(
      25 * 3_600_000,
    );
  });

  it('a time of day was last shown today or yesterday', () => {
    const six = { hour: 6, minute: 3 };
    expect(lastAt('Africa/Nairobi', six, at('2026-11-25T03:03:00Z'))).toEqual(at('2026-11-25T03:03:00Z'));
    expect(lastAt('Africa/Nairobi', six, at('2026-11-25T03:02:59Z'))).toEqual(at('2026-11-24T03:03:00Z'));
  });

  it('a moment is written to the minute, with the zone', () => {
    expect(minuteIn('Africa/Nairobi', at('2026-11-25T21:05:59Z'))).toBe('2026-11-26 00:05 GMT+3');
    expect(minuteIn('UTC', at('2026-11-25T21:05:59Z'))).toBe('2026-11-25 21:05 UTC');
  });
});
