/** The pieces of our mark: a square of nine in which one piece is only just joining. Each: mineral, and its corners on a field of 64. */
export const pieces: readonly (readonly [mineral: string, corners: string])[] = [
  ['lapis', '2 20 19 18 20 34 3 35'],
  ['jade', '22 18 38 19 37 34 23 34'],
  ['ochre', '3 38 20 37 20 50 2 50'],
  ['slate', '23 37 38 37 39 50 23 50'],
  ['rose', '41 37 56 38 55 50 42 50'],
  ['sand', '2 53 20 53 19 63 3 62'],
  ['lapis', '23 53 39 53 39 63 22 63'],
  ['jade', '42 53 55 53 56 62 42 63'],
  ['act', '46 4 61 10 55 26 41 19'],
];

/** For light ground; also the colours of material that leaves the site. */
export const minerals: Readonly<Record<string, string>> = {
  lapis: '#27508f',
  jade: '#3d7d69',
  ochre: '#bd8526',
  slate: '#66727f',
  rose: '#b97a76',
  sand: '#cdb98f',
  act: '#9c3a17',
};

export function markPieces(): string {
  return pieces.map(([mineral, corners]) => `<path fill="${minerals[mineral]}" d="M${corners}z"/>`).join('');
}

/** The mark alone, as an SVG file. */
export function markSvg(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 66" role="img" aria-label="Common Bonds">${markPieces()}</svg>`;
}

/** The campaign's logo: the mark with the campaign's name beside it. */
export function logoSvg(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 66" role="img" aria-label="United by Common Bonds">${markPieces()}<g font-family="Iowan Old Style,Palatino Linotype,Palatino,Noto Serif,Georgia,serif" font-weight="600" font-size="26" fill="#1c2230"><text x="78" y="32">United by</text><text x="78" y="59">Common Bonds</text></g></svg>`;
}
