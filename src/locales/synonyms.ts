import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../config/langs.ts';
import { root } from '../config/root.ts';

interface Synonym {
  readonly said: readonly string[];
  readonly also: readonly string[];
}

let read: Readonly<Record<Lang, readonly Synonym[]>> | undefined;

/** What others call the things that a text names, in words that ours never use: “arrest warrant”, «مذكرة توقيف». */
export function synonymsOf(lang: Lang, text: string): string[] {
  read ??= JSON.parse(readFileSync(join(root, 'src/locales/synonyms.json'), 'utf8')) as Record<Lang, Synonym[]>;
  const named = text.toLowerCase();
  return read[lang].flatMap(({ said, also }) => (said.some((word) => named.includes(word)) ? also : []));
}
