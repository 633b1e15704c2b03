import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dueIn } from './local-time.ts';

/** As the runner tells a minute. */
function told(moment: string) {
  const at = new Date(moment);
  vi.setSystemTime(at);
  return {
    min: at.getUTCMinutes(),
    hour: at.getUTCHours(),
    date: at.getUTCDate(),
    month: at.getUTCMonth() + 1,
    dow: at.getUTCDay(),
  };
}

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

describe('work at a set time of day is due by the clocks of the zone', () => {
  it.each([
    ['UTC', '3 6 * * *', '2026-11-25T06:03Z', true],
    ['Africa/Nairobi', '3 6 * * *', '2026-11-25T03:03Z', true],
    ['Africa/Nairobi', '3 6 * * *', '2026-11-25T06:03Z', false],
    ['Europe/Paris', '3 6 * * *', '2026-07-17T04:03Z', true],
    ['Europe/Paris', '3 6 * * *', '2026-11-25T05:03Z', true],
    ['Asia/Kathmandu', '3 6 * * *', '2026-11-25T00:18Z', true],
    ['Pacific/Auckland', '0 0 1 1 *', '2026-12-31T11:00Z', true],
    ['America/Lima', '59 23 31 12 *', '2027-01-01T04:59Z', true],
    ['America/Lima', '0 22 * * 6', '2026-11-29T03:00Z', true],
    ['Asia/Tokyo', '0 1 29 2 *', '2028-02-28T16:00Z', true],
    ['Asia/Tokyo', '*/10 * * * *', '2026-11-25T03:20Z', true],
  ])('%s: %s at %s: %s', (zone, pattern, moment, due) => expect(dueIn(zone, pattern)(told(moment))).toBe(due));
});
