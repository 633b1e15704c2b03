import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../config/root.ts';

/** The names of the colours in src/site/styles/tokens.css that maps use. */
export type Colour = 'paper' | 'line' | 'wash' | 'sand' | 'lapis' | 'ochre' | 'jade' | 'rose' | 'slate';

/** How a colour is written into a drawing. */
export type Palette = (colour: Colour) => string;

/** On a page: the page's own, light or dark. */
export const ofThePage: Palette = (colour) => `var(--${colour})`;

let light: ReadonlyMap<string, string> | undefined;

/** In a file by itself: the light colours, written out. */
export const writtenOut: Palette = (colour) => {
  light ??= lightColours();
  return light.get(colour) ?? '#000000';
};

function lightColours(): ReadonlyMap<string, string> {
  const sheet = readFileSync(join(root, 'src/site/styles/tokens.css'), 'utf8');
  const [first = ''] = sheet.split('prefers-color-scheme');
  return new Map(
    [...first.matchAll(/(?<![a-z-])--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}
