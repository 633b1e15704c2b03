import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Says what no picture of ours may carry any more. */
export const SECRET = 'SECRET-7F3A';

/** A picture of no one thing: each number gives another. */
export function plain(width: number, height: number, number = 1) {
  const background = { r: (number * 37) % 256, g: (number * 91) % 256, b: (number * 53) % 256 };
  return sharp({
    create: { width, height, channels: 3, background, noise: { type: 'gaussian', mean: 120, sigma: 9 } },
  });
}

/** The same with a place, words about words, and a maker. */
export function telling(width: number, height: number) {
  return plain(width, height)
    .withExif({ IFD0: { Artist: SECRET, ImageDescription: SECRET }, IFD3: { GPSDateStamp: SECRET } })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>${SECRET}</rdf:RDF></x:xmpmeta>`);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** A JPEG as a phone and an agency leave it: EXIF with a place, XMP, IPTC, a thumbnail, a comment, a film behind its end. */
export async function tellingJpeg(): Promise<Buffer> {
  const jpeg = await telling(900, 600).jpeg().toBuffer();
  const iptc = Buffer.from(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x78\0\x0b${SECRET}`, 'latin1');
  const thumbnail = Buffer.concat([Buffer.from('JFXX\0\x10', 'latin1'), await plain(16, 16).jpeg().toBuffer()]);
  const film = Buffer.from(`\0\0\0\x18ftypmp42${SECRET}`, 'latin1');
  return Buffer.concat([
    ...[jpeg.subarray(0, 2), segment(0xe0, thumbnail), segment(0xed, iptc), segment(0xfe, Buffer.from(SECRET))],
    ...[jpeg.subarray(2), film],
  ]);
}

/** A PNG that says how large it is and holds next to nothing of it. */
export function hugePng(width: number, height: number): Buffer {
  const head = Buffer.from('00000000000000000800000000', 'hex');
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const pixels = deflateSync(Buffer.alloc(4_000_000));
  return Buffer.concat([
    ...[Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head)],
    ...[chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))],
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** The same as a JPEG, of a picture that could be opened. */
export async function hugeJpeg(width: number, height: number): Promise<Buffer> {
  const jpeg = await plain(64, 64).jpeg().toBuffer();
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(height, frame + 5);
  jpeg.writeUInt16BE(width, frame + 7);
  return jpeg;
}

/** Bytes as a file in a folder of its own. */
export async function asFile(bytes: Buffer | string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'picture-')), 'file');
  await writeFile(file, bytes);
  return file;
}
