import { hash } from 'node:crypto';

export const MINERALS = 6;

/** Ever the same numbers from the same words: the drawing of a page is its own and does not change. */
export function steadyNumbers(words: string): () => number {
  let block = hash('sha256', words, 'buffer');
  let at = 0;
  return () => {
    if (at >= block.length) {
      block = hash('sha256', block, 'buffer');
      at = 0;
    }
    const value = block[at] ?? 0;
    at += 1;
    return value;
  };
}

/** More bytes than the pieces of a strip take, two each, if all are the narrowest. */
const STRIP_BYTES = 1_024;

/** A strip of small pieces, one path for each mineral; here and there a gap. Units: 10 to a piece's height, two rows. */
export function stripPaths(words: string): string[] {
  const bytes = hash('shake256', words, { outputEncoding: 'buffer', outputLength: STRIP_BYTES }).values();
  const next = () => bytes.next().value ?? 0;
  const paths = Array.from({ length: MINERALS }, () => '');
  for (const row of [0, 1]) {
    for (let x = 0; x < STRIP_WIDTH; ) {
      const width = 7 + (next() % 4) * 3;
      const mineral = next() % (MINERALS + 1);
      if (mineral < MINERALS) paths[mineral] += `M${x} ${row * 10}h${width - 1}v9h-${width - 1}z`;
      x += width;
    }
  }
  return paths;
}

/** Every strip is at least this wide, whatever its pieces' widths. */
export const STRIP_WIDTH = 1_200;
