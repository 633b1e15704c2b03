import { randomFillSync } from 'node:crypto';

const POOL = 8_192;
let pool = Buffer.alloc(0);
let used = 0;

/** Random bytes for nonces and ids, fetched from the system many at a time; none is given out twice. @param length at most 64 */
export function randomSlice(length: number): Buffer {
  if (used + length > pool.length) {
    pool = randomFillSync(Buffer.allocUnsafeSlow(POOL));
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}
