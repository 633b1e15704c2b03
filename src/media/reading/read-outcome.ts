import type { PictureType } from './limits.ts';

/** What the process that reads pictures is asked for: one, and then it ends. */
export interface Reading {
  readonly file: string;
  readonly type: PictureType;
  /** Where to leave the sizes. */
  readonly folder: string;
}

export const sizeTypes = ['image/webp', 'image/jpeg'] as const;

/** One size of a picture, as it lies in a file until it is stored. */
export interface SizeInFile {
  readonly file: string;
  readonly type: (typeof sizeTypes)[number];
  readonly width: number;
  readonly height: number;
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string;
  readonly bytes: number;
}

/** What came of reading a picture; the sizes from the smallest WebP on, a JPEG last. */
export type ReadingOutcome =
  | { readonly is: 'read'; readonly sizes: readonly SizeInFile[] }
  | { readonly is: 'too-large' | 'unreadable' };

/** With which code that process ends where it would need more memory than it may. */
export const TOO_MUCH_MEMORY = 71;
