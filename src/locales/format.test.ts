import { describe, expect, it } from 'vitest';
import { day, partialDay } from './format.ts';

describe('a day', () => {
  it('is written out as its readers write it', () => {
    expect(day('fr', '2013-06-01')).toBe('1er juin 2013');
    expect(day('fr', '2013-06-11')).toBe('11 juin 2013');
    expect(day('en', '2013-06-01')).toBe('1 June 2013');
    expect(day('ar', '2013-06-01')).toBe('1 حزيران/يونيو 2013');
  });

  it('is no more precise than it is known', () => {
    expect(partialDay('en', '2007')).toBe('2007');
    expect(partialDay('es', '2007-10')).toBe('octubre de 2007');
    expect(partialDay('fr', '2007-10-02')).toBe('2 octobre 2007');
  });
});
