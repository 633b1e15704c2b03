import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stop, transformSync } from 'esbuild';
import { roomFolder } from '../config/room-folder.ts';
import { fontFace } from './fonts.ts';

export interface InlinedStyles {
  readonly css: string;
  readonly hash: `sha256-${string}`;
}

const first = ['tokens', 'base', 'frame', 'forms'].map(ours);
/** What holds for a medium has the last word over the rooms. */
const last = ['media'].map(ours);

let ofRooms: readonly string[] = [];
let made: InlinedStyles | undefined;

function ours(name: string): string {
  return join(roomFolder('site'), 'styles', `${name}.css`);
}

/** Says which sheets of the rooms stand in every page, in this order, by their paths. */
export function setStyles(sheets: readonly string[]): void {
  ofRooms = sheets;
  made = undefined;
}

/** The site's one style sheet, which stands in every page, and its hash for the Content-Security-Policy (CSP level 3, section 2.3.1). */
export function inlinedStyles(): InlinedStyles {
  made ??= readStyles([...first, ...ofRooms, ...last]);
  return made;
}

function readStyles(paths: readonly string[]): InlinedStyles {
  const text = [fontFace, ...paths.map((path) => readFileSync(path, 'utf8'))].join('\n');
  const css = transformSync(text, {
    loader: 'css',
    minify: true,
    target: ['safari14', 'chrome90', 'firefox90'],
  }).code.trim();
  // Otherwise its service would stay beside the site for nothing.
  void stop();
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
}
