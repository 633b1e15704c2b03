import { expect, it } from 'vitest';
import { today } from './partial-day.ts';

it('is another day at midnight, in each zone by itself, whichever way the clock goes', () => {
  const at = (time: string) => ['Africa/Nairobi', 'America/Lima'].map((zone) => today(zone, new Date(time)));
  expect(at('2026-03-31T20:59:59.999Z')).toEqual(['2026-03-31', '2026-03-31']);
  expect(at('2026-03-31T21:00:00Z')).toEqual(['2026-04-01', '2026-03-31']);
  expect(at('2026-04-01T05:00:00Z')).toEqual(['2026-04-01', '2026-04-01']);
  expect(at('2026-03-31T20:59:59Z')).toEqual(['2026-03-31', '2026-03-31']);
});

it('ends with a day that has 23 hours', () => {
  const at = (time: string) => today('America/New_York', new Date(time));
  expect(at('2026-03-08T05:00:00Z')).toBe('2026-03-08');
  expect(at('2026-03-09T03:59:59Z')).toBe('2026-03-08');
  expect(at('2026-03-09T04:00:00Z')).toBe('2026-03-09');
});
