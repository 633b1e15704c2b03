import { describe, expect, it } from 'vitest';
import { smallArea } from './small-area.tsx';

describe('a small area', () => {
  it('steps where the number did, the highest at the top, and ends at the other edge', () => {
    const steps = [
      { on: '2000-01-01', value: 2 },
      { on: '2005-01-01', value: 4 },
    ];
    expect(smallArea(steps, '2000-01-01', '2010-01-01')).toBe('M0 18H0V9H36V0H72V18z');
  });

  it('says of many steps within a pixel where they came to', () => {
    const steps = ['2000-01-01', '2000-01-02', '2000-01-03'].map((on, index) => ({ on, value: index + 1 }));
    expect(smallArea(steps, '2000-01-01', '2020-01-01')).toBe('M0 18H0V0H72V18z');
  });

  it('is empty where nothing was ever counted', () => {
    expect(smallArea([], '2000-01-01', '2020-01-01')).toBe('M0 18H72V18z');
  });
});
