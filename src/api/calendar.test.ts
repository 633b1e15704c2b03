import { ICalCalendar } from 'ical-generator';
import { describe, expect, it } from 'vitest';
import { plainAddresses } from './calendar.ts';

const addresses = [
  'https://court.example/news/a,b;c=1?x=1,2',
  'https://court.example/?q=a\\,b',
  `https://court.example/${'long,;'.repeat(40)}`,
];

describe('a calendar', () => {
  it.each(addresses)('gives an address as it is, and text escaped (RFC 5545, 3.3.13 and 3.3.11): %s', (url) => {
    const calendar = new ICalCalendar();
    calendar.createEvent({ start: new Date(), summary: 'Closing, part one; two', url });
    const text = plainAddresses(calendar.toString());
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    expect(lines).toContain(`URL;VALUE=URI:${url}`);
    expect(lines).toContain('SUMMARY:Closing\\, part one\\; two');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
