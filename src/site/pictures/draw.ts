import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

/** What a thread beside the main one is asked for. */
export interface Drawing {
  /** XML. */
  readonly svg: string;
  /** Pixels of the picture; left out: no picture, but the same drawing with its words as outlines. */
  readonly width?: number;
}

const find = createRequire(import.meta.url).resolve;
/** Faces of our own and no others, so that a picture is the same on every machine; the second one for Arabic. */
const font = {
  fontFiles: [
    find('@expo-google-fonts/vollkorn/600SemiBold/Vollkorn_600SemiBold.ttf'),
    find('@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf'),
  ],
  loadSystemFonts: false,
  defaultFontFamily: 'Vollkorn',
};

/** Draws; takes 100 to 300 ms of a core. @returns the bytes of a PNG, or of an SVG */
export default function draw({ svg, width }: Drawing): Uint8Array {
  if (width === undefined) return Buffer.from(new Resvg(svg, { font }).toString());
  return new Resvg(svg, { font, fitTo: { mode: 'width', value: width } }).render().asPng();
}
