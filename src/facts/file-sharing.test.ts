import { describe, expect, it } from 'vitest';
import { isOnlyShared } from './file-sharing.ts';

describe('a copy on a file-sharing site', () => {
  it.each([
    ['https://docslib.org/doc/12660979/the-court-today', true],
    ['https://de.scribd.com/document/397761517/BembaEng-pdf', true],
    ['Newsletter 34 https://fdocuments.net/document/one.html, and http://vdocuments.mx/two', true],
    ['List of 12 June 2003 https://www.scoop.co.nz/1; the same https://www.academia.edu/1826043/', false],
    ['https://www.icc-cpi.int/drc?copy=docslib.org', false],
    ['https://notscribd.com/1', false],
    ['UN Treaty Series 2187', false],
  ])('%s alone: %s', (source, only) => {
    expect(isOnlyShared(source)).toBe(only);
  });
});
