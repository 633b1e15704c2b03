import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stop, transformSync } from 'esbuild';
import { root } from '../config/root.ts';

const sheets = ['tokens', 'base', 'frame', 'forms', 'campaign', 'record', 'media'];

/** The site's one style sheet, which stands in every page, and its hash for the Content-Security-Policy (CSP level 3, section 2.3.1). */
export const inlinedStyles = readStyles();

function readStyles(): { readonly css: string; readonly hash: `sha256-${string}` } {
  const text = [...sheets.map((name) => `site/styles/${name}`), 'states/map/map']
    .map((name) => readFileSync(join(root, 'src', `${name}.css`), 'utf8'))
    .join('\n');
  const css = transformSync(text, {
    loader: 'css',
    minify: true,
    target: ['safari14', 'chrome90', 'firefox90'],
  }).code.trim();
  // Otherwise its service would stay beside the site for nothing.
  void stop();
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
}
