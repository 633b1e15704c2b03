import type { ActorId } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';

/** The words of a thing in one language, whatever its room says of their shape. */
export type Words = object;

/** A text: of a thing, by the id of its publication, in one language. */
export interface ItemText {
  readonly item: string;
  readonly lang: Lang;
}

/** A version of another language of the same thing. */
export interface Source {
  readonly lang: Lang;
  readonly number: number;
}

export interface Version extends ItemText {
  /** Of its language, from 1. */
  readonly number: number;
  readonly words: Words;
  readonly madeAt: Date;
  readonly madeBy: ActorId;
  /** Whether files said so: those of the program, or a folder that was imported. */
  readonly brought: boolean;
  /** What it was translated from; null in the original. */
  readonly sourceLang: Lang | null;
  readonly sourceNumber: number | null;
}

export interface NewVersion extends ItemText {
  readonly words: Words;
  readonly by: ActorId;
  readonly source: Source | undefined;
  readonly brought?: boolean;
}

/** The newest version of a language, as it stands to its source. */
export interface Newest extends ItemText {
  readonly number: number;
  readonly sourceLang: Lang | null;
  readonly sourceNumber: number | null;
  /** Whether what it was made from says something else now. */
  readonly sourceMoved: boolean;
}
