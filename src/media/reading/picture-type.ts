import type { PictureType } from './limits.ts';

/** What a file is by its bytes; `other` is none that is taken. */
export type FoundType = PictureType | 'heic' | 'other';

/** As many bytes from the beginning as are looked at. */
export const HEAD_BYTES = 64;

/** Brands of ISO base media files: AV1 pictures, and those of which only phones of some makers know how to open them. */
const avif = new Set(['avif', 'avis']);
const heic = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** By its first bytes alone: what its name or whoever sent it says of it counts for nothing. */
export function pictureType(head: Buffer): FoundType {
  const text = head.toString('latin1');
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  if (text.slice(4, 8) === 'ftyp') return boxType(head, text);
  return 'other';
}

/** How many pixels it says it has, where that stands so near its beginning (PNG, 11.2.2; WebP, VP8X): such a lie costs nothing. */
export function pixelsSaid(head: Buffer, type: FoundType): number | undefined {
  if (type === 'png' && head.length >= 24) return head.readUInt32BE(16) * head.readUInt32BE(20);
  if (type === 'webp' && head.length >= 30 && head.toString('latin1', 12, 16) === 'VP8X')
    return (head.readUIntLE(24, 3) + 1) * (head.readUIntLE(27, 3) + 1);
  return undefined;
}

/** The major brand, then those that it is compatible with (ISO/IEC 14496-12, 4.3). */
function boxType(head: Buffer, text: string): FoundType {
  const end = Math.min(head.readUInt32BE(0), head.length);
  const brands = [text.slice(8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text.slice(at, at + 4));
  if (brands.some((brand) => avif.has(brand))) return 'avif';
  return brands.some((brand) => heic.has(brand)) ? 'heic' : 'other';
}
