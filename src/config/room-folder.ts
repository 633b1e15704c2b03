import { join } from 'node:path';
import { root } from './root.ts';

const elsewhere = new Map<string, string>();

/** Where a room has its words and style sheets: below `src/` under its own name, unless it was said to be elsewhere. */
export function roomFolder(room: string): string {
  return join(root, elsewhere.get(room) ?? `src/${room}`);
}

/** @param folder from the project's root */
export function placeRoom(room: string, folder: string): void {
  elsewhere.set(room, folder);
}
