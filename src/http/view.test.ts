import { afterEach, expect, it, vi } from 'vitest';
import { unconnectedApp } from '../../test/support/unconnected.ts';
import { viewFor } from './view.ts';

afterEach(() => vi.useRealTimers());

it('a page speaks of the day, and of moments, as they are where the organisation is', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-07-16T22:30:00Z') });
  const view = viewFor(unconnectedApp({ TIME_ZONE: 'Europe/Paris' }), 'en', '');
  expect(view.today()).toBe('2026-07-17');
  expect(view.dayOf(new Date())).toBe('17 July 2026');
  expect(view.moment(new Date())).toBe('17 July 2026 at 00:30 CEST');
  expect(view.day('2026-07-17')).toBe('17 July 2026');
});
