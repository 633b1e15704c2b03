import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type OutputInfo } from 'sharp';
import { JPEG_WIDTH, LONGEST_SIDE, MOST_MEMORY, MOST_PIXELS, type PictureType, WIDTHS } from './limits.ts';
import { type Reading, type ReadingOutcome, type SizeInFile, TOO_MUCH_MEMORY } from './read-outcome.ts';

/** What libvips calls what opens each type. */
const loaders = { jpeg: 'Jpeg', png: 'Png', webp: 'Webp', avif: 'Heif' } as const;
const LOOK_EVERY = 20;

interface Pixels {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

sharp.cache(false);
sharp.concurrency(1);
setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) process.exit(TOO_MUCH_MEMORY);
}, LOOK_EVERY).unref();
process.once('disconnect', () => process.exit(1));
process.once('message', async (reading: Reading) => {
  const outcome = await outcomeOf(reading);
  const peak = process.resourceUsage().maxRSS * 1_024;
  process.send?.({ ...outcome, peak }, () => process.exit(0));
});

async function outcomeOf({ file, type, folder }: Reading): Promise<ReadingOutcome> {
  // Nothing else is ever opened, whatever the bytes say.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: [`VipsForeignLoad${loaders[type]}`] });
  try {
    const { width = 0, height = 0 } = await sharp(file, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS[type]) return { is: 'too-large' };
    const pixels = await pixelsOf(file, type);
    return { is: 'read', sizes: await leaveSizes(pixels, folder) };
  } catch {
    return { is: 'unreadable' };
  }
}

/** Opened once, turned as it was held. What is no pixel stays behind, as nothing asks for it. */
function pixelsOf(file: string, type: PictureType): Promise<Pixels> {
  return sharp(file, { limitInputPixels: MOST_PIXELS[type], sequentialRead: true, failOn: 'error' })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}

async function leaveSizes({ data, info }: Pixels, folder: string): Promise<SizeInFile[]> {
  const { width: whole, height, channels } = info;
  const at = (width: number) => sharp(data, { raw: { width: whole, height, channels } }).resize({ width });
  const widths = [...WIDTHS.filter((width) => width < whole), whole];
  const sizes: SizeInFile[] = [];
  for (const width of widths) {
    const webp = await at(width).webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
    sizes.push(await leave(folder, 'image/webp', webp));
  }
  const small = at(Math.min(JPEG_WIDTH, whole)).flatten({ background: '#fff' });
  const jpeg = await small.jpeg({ quality: 80, progressive: true }).toBuffer({ resolveWithObject: true });
  return [...sizes, await leave(folder, 'image/jpeg', jpeg)];
}

async function leave(folder: string, type: SizeInFile['type'], { data, info }: Pixels): Promise<SizeInFile> {
  const hash = createHash('sha256').update(data).digest('hex');
  const file = join(folder, `${hash}.${type.slice(6)}`);
  await writeFile(file, data);
  return { file, type, width: info.width, height: info.height, hash, bytes: data.length };
}
