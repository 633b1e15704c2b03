import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OverloadedError } from '../../http/shed-load.ts';
import { LONGEST, MOST_PIXELS, type PictureType } from './limits.ts';
import { HEAD_BYTES, pictureType, pixelsSaid } from './picture-type.ts';
import { type ReadingOutcome, TOO_MUCH_MEMORY } from './read-outcome.ts';

/** What came of a file that somebody gave: `heic` and `other` are types that are not taken. */
export type FileOutcome = ReadingOutcome | { readonly is: 'heic' | 'other' };

/** As many wait for their turn as are read in half a minute. */
const WAITING = 6;
let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads a picture that a stranger may have made, in a process of its own with little memory and little time, one after another. Its sizes
 * are left beside it. @param file in a folder of its own, which whoever asks removes
 * @throws OverloadedError where too many wait
 */
export async function readPicture(file: string): Promise<FileOutcome> {
  const head = await headOf(file);
  const type = pictureType(head);
  if (type === 'heic' || type === 'other') return { is: type };
  if ((pixelsSaid(head, type) ?? 0) > MOST_PIXELS[type]) return { is: 'too-large' };
  if (waiting >= WAITING) throw new OverloadedError();
  waiting += 1;
  const mine = turn.then(() => readAlone(file, type));
  turn = mine.catch(() => undefined);
  return mine.finally(() => {
    waiting -= 1;
  });
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function readAlone(file: string, type: PictureType): Promise<ReadingOutcome> {
  const folder = await mkdtemp(join(dirname(file), 'sizes-'));
  const child = begin();
  const tooLong = setTimeout(() => child.kill('SIGKILL'), LONGEST);
  let outcome: ReadingOutcome | undefined;
  child.on('message', (said) => {
    outcome = said as ReadingOutcome;
  });
  // What it can't be told any more it shows by its end.
  child.send({ file, type, folder }, () => undefined);
  const [code] = await once(child, 'exit').finally(() => clearTimeout(tooLong));
  if (outcome && code === 0) return outcome;
  return { is: code === TOO_MUCH_MEMORY || code === null ? 'too-large' : 'unreadable' };
}

/** It knows nothing of the settings, as whatever it opens may take it over. */
function begin(): ChildProcess {
  // Bundled, it lies beside the program; else it is the source.
  const name = import.meta.url.endsWith('.ts') ? './reencode.ts' : './reencode.js';
  return fork(fileURLToPath(new URL(name, import.meta.url)), {
    // Of one arena less is left unused than of many.
    env: { MALLOC_ARENA_MAX: '2' },
    execArgv: ['--max-old-space-size=64', '--max-semi-space-size=1'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
