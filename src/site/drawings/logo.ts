/**
 * The pieces of our mark: a ring of seven cut by hand, in which one is only just joining. Each: mineral, and its corners on a field of 64.
 * The seams are as wide as a pixel where it is drawn 16 pixels wide.
 */
export const pieces: readonly (readonly [mineral: string, corners: string])[] = [
  ['jade', '43 32.5 56.5 27.5 57.5 38.5 54 48.5 42 40.5'],
  ['lapis', '39.5 44 51.5 52 44 59 34 62 33 47.5'],
  ['ochre', '28.5 48 29.5 62.5 20 60.5 12 55.5 22.5 45.5'],
  ['slate', '19.5 42.5 9 52.5 4 44.5 2.5 35.5 17 36.5'],
  ['rose', '17.5 32 3 31 6 21.5 13 13.5 21 25.5'],
  ['lapis', '24.5 23 16.5 11 25.5 8 35 8 31 22'],
  ['act', '39.5 16.5 46 3.5 54 10.5 59 20.5 44.5 23'],
];

/** For light ground; also the colours of material that leaves the site. */
export const minerals: Readonly<Record<string, string>> = {
  lapis: '#27508f',
  jade: '#3d7d69',
  ochre: '#b47a18',
  slate: '#66727f',
  rose: '#b46a66',
  sand: '#cdb98f',
  act: '#9c3a17',
};

export function logoPieces(): string {
  return pieces.map(([mineral, corners]) => `<path fill="${minerals[mineral]}" d="M${corners}z"/>`).join('');
}

export const PAPER = '#fbf8f1';
export const INK = '#1c2230';

/** The mark alone, as an SVG file. */
export function logoSvg(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-label="Common Bonds">${logoPieces()}</svg>`;
}

/** The mark in one colour, for print, stamps and embroidery. */
export function logoInOneColour(): string {
  const shape = pieces.map(([, corners]) => `M${corners}z`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-label="Common Bonds"><path d="${shape}"/></svg>`;
}

/** The campaign's logo, its words as text in a face that the drawing program must have: see brand.ts, which turns them into outlines. */
export function logoWithText(family: string): string {
  const style = `font-family="${family}" font-weight="600" font-size="28" fill="${INK}"`;
  const name = '<text x="76" y="30">United by</text><text x="76" y="58">Common Bonds</text>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 290 68">${logoPieces()}<g ${style}>${name}</g></svg>`;
}
