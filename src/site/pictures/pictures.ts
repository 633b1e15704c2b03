import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { LRUCache } from 'lru-cache';
import { Tinypool } from 'tinypool';
import { OverloadedError } from '../../http/shed-load.ts';
import type { Drawing } from './draw.ts';

/** A core stays free for answering. */
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1));
/** As many as are drawn within about two seconds. */
const WAITING = 8;
const LONGEST = 15_000;
/** The library gives back the memory of a picture (8 MB) when the thread that drew it ends, and hardly before. */
const DRAWN_BY_A_THREAD = 5;
const CACHED_BYTES = 16 * 1024 * 1024;

const drawings = cacheOfBytes(CACHED_BYTES);
const underWay = new Map<string, Promise<Buffer>>();
let threads: Tinypool | undefined;
let requests = 0;

/** Bytes under names, the least lately used going first once there are more than a limit. */
export function cacheOfBytes(maxSize: number): LRUCache<string, Buffer> {
  return new LRUCache({ maxSize, sizeCalculation: ({ length }) => length });
}

/** A picture, and the name under which it is kept: what it shows, and nothing else. */
export interface Picture {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Draws in threads beside the main one, a few at once; what shows the same is drawn once and kept for a while by what it shows.
 * @param width pixels @returns a PNG
 * @throws OverloadedError where more wait than are drawn in time
 */
export function drawPicture(svg: string, width: number): Promise<Picture> {
  return drawn({ svg, width });
}

/** The same drawing with its words as outlines: nobody needs the face to see them. @throws OverloadedError */
export async function outlined(svg: string): Promise<string> {
  return (await drawn({ svg })).bytes.toString();
}

/** A picture that costs nothing just now. */
export function cachedPicture(name: string): Buffer | undefined {
  return drawings.get(name);
}

async function drawn(drawing: Drawing): Promise<Picture> {
  const name = createHash('sha256').update(`${drawing.width}\n${drawing.svg}`).digest('base64url');
  return { name, bytes: drawings.get(name) ?? (await (underWay.get(name) ?? begin(name, drawing))) };
}

function begin(name: string, drawing: Drawing): Promise<Buffer> {
  if (underWay.size >= AT_ONCE + WAITING) throw new OverloadedError();
  const begun = draw(drawing).finally(() => underWay.delete(name));
  underWay.set(name, begun);
  return begun.then((bytes) => {
    drawings.set(name, bytes);
    return bytes;
  });
}

async function draw(drawing: Drawing): Promise<Buffer> {
  threads ??= new Tinypool({
    // Bundled, it lies beside the program; else it is the source.
    filename: new URL(import.meta.url.endsWith('.ts') ? './draw.ts' : './draw.js', import.meta.url).href,
    minThreads: 0,
    maxThreads: AT_ONCE,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 },
  });
  requests += 1;
  if (requests % DRAWN_BY_A_THREAD === 0) void threads.recycleWorkers();
  const bytes: Uint8Array = await threads.run(drawing, { signal: AbortSignal.timeout(LONGEST) });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
