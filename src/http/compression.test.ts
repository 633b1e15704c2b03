import { describe, expect, it } from 'vitest';
import { acceptedEncoding } from './compression.ts';

describe('the encoding of an answer', () => {
  it.each([
    [undefined, 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['GZIP', 'gzip'],
    ['deflate', 'identity'],
    ['brotli', 'identity'],
    ['br;q=0.0', 'identity'],
  ])('%s → %s', (header, encoding) => {
    expect(acceptedEncoding(header)).toBe(encoding);
  });
});
