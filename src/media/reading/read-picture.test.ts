import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { asFile, hugeJpeg, hugePng, plain, SECRET, telling, tellingJpeg } from '../../../test/support/pictures.ts';
import { OverloadedError } from '../../http/shed-load.ts';
import { pictureType } from './picture-type.ts';
import { readPicture } from './read-picture.ts';

const MB = 1_000_000;
type Read = Awaited<ReturnType<typeof readPicture>> & { readonly peak?: number };

async function read(bytes: Buffer | string): Promise<Read> {
  return (await readPicture(await asFile(bytes))) as Read;
}

async function sizesOf(bytes: Buffer) {
  const outcome = await read(bytes);
  if (outcome.is !== 'read') throw new Error(outcome.is);
  return outcome.sizes;
}

describe('a picture', () => {
  it.each([
    ['JPEG', tellingJpeg],
    ['PNG', () => telling(900, 600).png().toBuffer()],
    ['WebP', () => telling(900, 600).webp().toBuffer()],
    ['AVIF', () => telling(900, 600).avif({ effort: 0 }).toBuffer()],
  ])('in %s comes back as pixels alone', async (_, make) => {
    const given = await make();
    expect(given.includes(SECRET)).toBe(true);
    const sizes = await sizesOf(given);
    expect(sizes.map(({ type, width, height }) => [type, width, height])).toEqual([
      ['image/webp', 320, 213],
      ['image/webp', 640, 427],
      ['image/webp', 900, 600],
      ['image/jpeg', 640, 427],
    ]);
    for (const { file, type, hash } of sizes) {
      const bytes = await readFile(file);
      expect([bytes.includes(SECRET), bytes.includes('Exif'), bytes.includes('ftyp')]).toEqual([false, false, false]);
      const { format, exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect([`image/${format}`, exif, xmp, iptc, icc, orientation]).toEqual([type, ...Array(5).fill(undefined)]);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('is turned as it was held', async () => {
    const sizes = await sizesOf(await plain(200, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [100, 200],
      [100, 200],
    ]);
  });

  it('fits into 2,560 pixels each way', async () => {
    const [whole] = (await sizesOf(await plain(1_000, 6_000).jpeg().toBuffer())).slice(-2);
    expect([whole?.width, whole?.height]).toEqual([427, 2_560]);
  });

  it('with nothing behind it is white in JPEG', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const given = await sharp({ create: { width: 40, height: 40, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const jpeg = (await sizesOf(given)).find(({ type }) => type === 'image/jpeg');
    const { data } = await sharp(jpeg?.file).raw().toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it.each([
    ['PNG', () => hugePng(64_000, 64_000)],
    ['JPEG', () => hugeJpeg(64_000, 64_000)],
  ])('of 64,000 × 64,000 pixels in %s of 5 KB is refused by its head', async (_, make) => {
    const given = await make();
    expect(given.length).toBeLessThan(5_200);
    // What the main process refuses by itself needs no other.
    const { is, peak = 0 } = await read(given);
    expect([is, peak < 100 * MB]).toEqual(['too-large', true]);
  });

  it('is opened within 300 MB, one after another', async () => {
    const given = await plain(7_000, 5_000).jpeg({ progressive: true, quality: 50 }).toBuffer();
    const all = await Promise.all([read(given), read(given)]);
    expect(all.map(({ is, peak = Infinity }) => [is, peak < 300 * MB])).toEqual(Array(2).fill(['read', true]));
  });

  it('is refused where too many wait', async () => {
    const given = await plain(64, 64).jpeg().toBuffer();
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => read(given)));
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused.length).toBeGreaterThanOrEqual(4);
    for (const reason of refused) expect(reason).toBeInstanceOf(OverloadedError);
  });
});

describe('what is no picture', () => {
  const box = (brand: string, also = '') => `\0\0\0\x18ftyp${brand}\0\0\0\0${also}`;
  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'other'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'other'],
    ['a document', '%PDF-1.7', 'other'],
    ['a GIF', 'GIF89a', 'other'],
    ['nothing', '', 'other'],
    ['a film', box('mp42'), 'other'],
    ['a HEIC', box('heic'), 'heic'],
    ['a HEIC by what it goes with', box('mif1', 'heic'), 'heic'],
    ['a box that is none', box('avif'), 'unreadable'],
    ['a head alone', '\xff\xd8\xff', 'unreadable'],
    ['a drawing that says that it is a PNG', '\x89PNG\r\n\x1a\n<svg/>', 'unreadable'],
    ['a WebP of nothing', 'RIFF\x04\0\0\0WEBP', 'unreadable'],
  ])('%s is answered as what it is', async (_, bytes, is) => {
    expect((await read(Buffer.from(bytes, 'latin1'))).is).toBe(is);
  });

  it('is known by its bytes however few they are', () => {
    for (let length = 0; length < 32; length += 1) pictureType(Buffer.from(box('mif1', 'avif')).subarray(0, length));
    expect(pictureType(Buffer.from(box('mif1', 'miafavif'), 'latin1'))).toBe('avif');
  });

  it('is told from what was cut short', async () => {
    const given = await plain(900, 600).jpeg().toBuffer();
    expect((await read(given.subarray(0, given.length / 2))).is).toBe('unreadable');
  });
});
