import { describe, expect, it } from 'vitest';
import { dayOfMoment, readMoment } from './moment.ts';

describe('a moment', () => {
  it.each([
    ['2024-02-29T09:00Z', '2024-02-29T09:00:00.000Z'],
    ['2024-02-29T23:59:59+14:00', '2024-02-29T09:59:59.000Z'],
    ['2024-02-29T00:00:00.5-13:45', '2024-02-29T13:45:00.500Z'],
  ])('is read where it exists: %s', (text, at) => {
    expect(readMoment(text)?.toISOString()).toBe(at);
    expect(dayOfMoment(text)).toBe('2024-02-29');
  });

  it.each([
    '2024-02-30T09:00Z',
    '2023-02-29T09:00Z',
    '2024-13-01T09:00Z',
    '2024-00-10T09:00Z',
    '2024-04-31T09:00Z',
    '2024-02-29T24:00Z',
    '2024-02-29T25:00Z',
    '2024-02-29T23:60Z',
    '2024-02-29T23:59:61Z',
    '2024-02-29T09:00+15:00',
    '2024-02-29T09:00+14:30',
    '2024-02-29T09:00-23:59',
    '2024-02-29T9:00Z',
    '2024-02-29T',
    '2024-02-29',
    `2024-02-29T09:00:00.${'0'.repeat(100)}Z`,
    '',
  ])('is none where it does not: %s', (text) => {
    expect([readMoment(text), dayOfMoment(text)]).toEqual([undefined, undefined]);
  });

  it.each(['2024-02-29T09Z', '2024-02-29t09:00z', '2024-02-29T09:00+02', '2024-02-29 09:00:00,5Z', '2024-02-29T23'])(
    'has a day however it is written: %s',
    (text) => {
      expect(dayOfMoment(text)).toBe('2024-02-29');
    },
  );

  it('without an offset has a day, and is no moment', () => {
    expect([readMoment('2024-02-29T09:00'), dayOfMoment('2024-02-29 09:00')]).toEqual([undefined, '2024-02-29']);
  });
});
