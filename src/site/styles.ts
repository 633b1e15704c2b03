import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stop, transformSync } from 'esbuild';
import { LRUCache } from 'lru-cache';
import { roomFolder } from '../config/room-folder.ts';
import { fontFace } from './fonts.ts';
import { namesIn, type Sheet, takeApart, usedBy, withoutFiles } from './used-styles.ts';

export interface InlinedStyles {
  readonly css: string;
  readonly hash: `sha256-${string}`;
}

const first = ['tokens', 'base', 'frame', 'forms'].map(ours);
/** What holds for a medium has the last word over the rooms. */
const last = ['media'].map(ours);

let ofRooms: readonly string[] = [];
let made: Sheet | undefined;
/** Pages with the same elements and classes carry the same; the rarest are worked out again. */
const carried = new LRUCache<string, InlinedStyles>({ max: 150 });

/** Classes that no page has until a script of ours gives them to something. */
export const GIVEN_BY_SCRIPTS = ['err', 'hint', 'num'];

function ours(name: string): string {
  return join(roomFolder('site'), 'styles', `${name}.css`);
}

/** Says which sheets of the rooms pages draw from, in this order, by their paths. */
export function setStyles(sheets: readonly string[]): void {
  ofRooms = sheets;
  made = undefined;
  carried.clear();
}

/**
 * What a page uses of the site's one style sheet, which stands in it, and its hash for the Content-Security-Policy (CSP level 3, section
 * 2.3.1). On a slow line every kilobyte is a sixth of a second: a page carries no other's rules.
 */
export function stylesOf(html: string): InlinedStyles {
  const names = namesIn(html, GIVEN_BY_SCRIPTS);
  const key = [...names].sort().join(' ');
  const known = carried.get(key);
  if (known) return known;
  const css = usedBy(wholeSheet(), names);
  const styles: InlinedStyles = { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
  carried.set(key, styles);
  return styles;
}

/** What a page uses that is no page of the site, and so can fetch none of its files. */
export function stylesApart(html: string): string {
  return usedBy(withoutFiles(wholeSheet()), namesIn(html, []));
}

function wholeSheet(): Sheet {
  made ??= readStyles([...first, ...ofRooms, ...last]);
  return made;
}

function readStyles(paths: readonly string[]): Sheet {
  const text = [fontFace, ...paths.map((path) => readFileSync(path, 'utf8'))].join('\n');
  const css = transformSync(text, {
    loader: 'css',
    minify: true,
    target: ['safari14', 'chrome90', 'firefox90'],
  }).code.trim();
  // Otherwise its service would stay beside the site for nothing.
  void stop();
  return takeApart(css);
}
