import type { Lang } from '../config/langs.ts';

/** By which right a picture is shown. */
export const licences = ['own', 'permission', 'cc-by', 'cc-by-sa', 'cc0', 'public-domain'] as const;
export type Licence = (typeof licences)[number];

/** What stays to be seen where a picture is cut to fit, row by row. */
export const focuses = [
  ...(['top-left', 'top', 'top-right'] as const),
  ...(['left', 'middle', 'right'] as const),
  ...(['bottom-left', 'bottom', 'bottom-right'] as const),
] as const;
export type Focus = (typeof focuses)[number];

/** One of its sizes. */
export interface Size {
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  /** Of its file. */
  readonly bytes: number;
}

export interface PictureWords {
  readonly lang: Lang;
  /** What whoever does not see it is told. */
  readonly alternative: string | null;
  readonly caption: string | null;
}

/** A picture with all that is said of it. */
export interface Picture {
  readonly id: string;
  /** By which staff know it. */
  readonly name: string;
  readonly credit: string | null;
  readonly licence: Licence | null;
  /** It says nothing that is not said beside it. */
  readonly decorative: boolean;
  readonly focus: Focus;
  readonly addedAt: Date;
  /** The narrowest first. */
  readonly sizes: readonly Size[];
  readonly words: readonly PictureWords[];
}

/** The size that is as large as it comes. */
export function largest({ sizes }: Pick<Picture, 'sizes'>): Size | undefined {
  return sizes.filter(({ type }) => type === 'image/webp').at(-1);
}

/** Whether it can be shown in a language: whoever does not see it is told what it shows, or misses nothing. */
export function isDescribed({ decorative, words }: Pick<Picture, 'decorative' | 'words'>, lang: Lang): boolean {
  return decorative || words.some((one) => one.lang === lang && one.alternative !== null);
}

/** As its address calls a file. */
export function fileName({ hash, type }: Pick<Size, 'hash' | 'type'>): string {
  return `${hash}.${type === 'image/jpeg' ? 'jpg' : 'webp'}`;
}

/** @returns the hash that an address names; undefined where it names none */
export function hashIn(file: string): string | undefined {
  return /^([0-9a-f]{64})\.(?:webp|jpg)$/.exec(file)?.[1];
}
