import { afterEach, expect, it } from 'vitest';
import { dayAt, setDays } from './days.ts';

afterEach(() => setDays('UTC'));
const at = (moment: string) => Date.parse(moment);

it('pages of today end with the day of the organisation, also one of 25 hours', () => {
  expect(dayAt(at('2026-11-25T21:30:00Z'))).toMatchObject({ name: '2026-11-25', ends: at('2026-11-26T00:00:00Z') });
  setDays('Africa/Nairobi');
  expect(dayAt(at('2026-11-25T21:30:00Z'))).toMatchObject({ name: '2026-11-26', ends: at('2026-11-26T21:00:00Z') });
  setDays('Europe/Paris');
  expect(dayAt(at('2026-10-25T22:59:59Z'))).toMatchObject({ name: '2026-10-25', ends: at('2026-10-25T23:00:00Z') });
  expect(dayAt(at('2026-10-25T23:00:00Z')).name).toBe('2026-10-26');
});
