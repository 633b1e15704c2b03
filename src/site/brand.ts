import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { logoWithText, markSvg, shareCardWithText } from './mark.ts';
import type { Handler } from './visit.ts';

const tags = ['site'];
const FAMILY = 'Vollkorn';
const face = createRequire(import.meta.url).resolve('@expo-google-fonts/vollkorn/600SemiBold/Vollkorn_600SemiBold.ttf');
/** Our own face and no other, so that the logo is the same whatever fonts a machine has. */
const font = { fontFiles: [face], loadSystemFonts: false, defaultFontFamily: FAMILY };

/** The mark and the campaign's logo, to look at and to download. */
export const markFile: Handler = async () => ({ kind: 'file', type: 'image/svg+xml', body: markSvg(), tags });
export const logoFile: Handler = async () => ({
  kind: 'file',
  type: 'image/svg+xml',
  body: outlined(logoWithText(FAMILY)),
  tags,
});
export const logoPicture: Handler = async () => ({
  kind: 'file',
  type: 'image/png',
  body: drawn(logoWithText(FAMILY), 1_530),
  tags,
});
export const shareCard: Handler = async () => ({
  kind: 'file',
  type: 'image/png',
  body: drawn(shareCardWithText(FAMILY), 1_200),
  tags,
});

/** Words become outlines: nobody needs the face to see them. */
function outlined(svg: string): string {
  return new Resvg(svg, { font }).toString();
}

/** @param width pixels */
function drawn(svg: string, width: number): Buffer {
  return new Resvg(svg, { font, fitTo: { mode: 'width', value: width } }).render().asPng();
}
