import { randomSlice } from './random.ts';

/** A UUIDv7 (RFC 9562 section 5.7): in order of time, so that new rows lie together. Never shown to a stranger: it tells when. */
export function newId(now = Date.now()): string {
  const bytes = randomSlice(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
