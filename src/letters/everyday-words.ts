import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../config/root.ts';

const lines = JSON.parse(readFileSync(join(root, 'content/letters/everyday-words.json'), 'utf8')) as Readonly<
  Record<'en' | 'fr' | 'es', readonly string[]>
>;
const everyday = new Set(Object.values(lines).flatMap((own) => own.flatMap((line) => line.split(' '))));

/** @returns whether a word is one of those that letters are made of, in any language that shares its letters with domains; in any case */
export function isEverydayWord(word: string): boolean {
  return everyday.has(word.toLowerCase());
}
