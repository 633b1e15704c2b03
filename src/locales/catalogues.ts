import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../config/langs.ts';
import { roomFolder } from '../config/room-folder.ts';

/** The English words of each room by its name; rooms add theirs in `words/english.ts`. */
// biome-ignore lint/suspicious/noEmptyInterface: the rooms fill it
export interface English {}

/** `<room>.<key of its catalogue>`: English is the model; a test holds the other languages to it. */
export type Key = { [Room in keyof English & string]: `${Room}.${string & keyof English[Room]}` }[keyof English &
  string];

/** Every message of a room in a language, by its key without the room. @throws when there is none, or it is no JSON */
export function catalogueOf(room: string, lang: Lang): ReadonlyMap<string, string> {
  const text = readFileSync(join(roomFolder(room), 'words', `${lang}.json`), 'utf8');
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}

/** Every message of these rooms in a language by its key. @throws as `catalogueOf` */
export function catalogue(rooms: readonly string[], lang: Lang): ReadonlyMap<string, string> {
  return new Map(
    rooms.flatMap((room) => [...catalogueOf(room, lang)].map(([key, message]) => [`${room}.${key}`, message] as const)),
  );
}
