import { CROSSING, interlockedRings, type Ring, SEAM } from './rings.ts';

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
  ochre: '#b47a18',
  slate: '#66727f',
  rose: '#b46a66',
  sand: '#cdb98f',
  act: '#9c3a17',
};

export function logoPieces(): string {
  return pieces.map(([mineral, corners]) => `<path fill="${minerals[mineral]}" d="M${corners}z"/>`).join('');
}

const PAPER = '#fbf8f1';

/** The minerals in the order of the classes c1 to c6. */
const byClass = ['lapis', 'ochre', 'jade', 'rose', 'slate', 'sand'];

/** The mark alone, as an SVG file. */
export function logoSvg(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 66" role="img" aria-label="Common Bonds">${logoPieces()}</svg>`;
}

/** The campaign's logo, its words as text in a face that the drawing program must have: see brand.ts, which turns them into outlines. */
export function logoWithText(family: string): string {
  const style = `font-family="${family}" font-weight="600" font-size="30" fill="#1c2230"`;
  const name = '<text x="76" y="31">United by</text><text x="76" y="60">Common Bonds</text>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 306 66">${logoPieces()}<g ${style}>${name}</g></svg>`;
}

/** What is shown beside a shared link: the linked rings, and the campaign's name under them. 1200 by 630, as networks ask for. */
export function shareCardWithText(family: string): string {
  const { rings, loose } = interlockedRings();
  const scattered = loose.map((path, index) => `<path fill="${colour(index)}" d="${path}"/>`).join('');
  const { x, y, width, height } = CROSSING;
  const crossing = `<clipPath id="crossing"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>`;
  const [cool, warm] = rings.map(ringDrawn);
  const drawing = `${crossing}${scattered}${warm}${cool}<g clip-path="url(#crossing)">${warm}</g>`;
  const paper = `<rect width="1200" height="630" fill="${PAPER}"/>`;
  const picture = `<g transform="translate(296 14) scale(1.9)">${drawing}</g>`;
  const style = `font-family="${family}" font-weight="600" font-size="92" fill="#1c2230" text-anchor="middle"`;
  const name = '<text x="600" y="482">United by</text><text x="600" y="578">Common Bonds</text>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630">${paper}${picture}<g ${style}>${name}</g></svg>`;
}

function colour(index: number): string | undefined {
  return minerals[byClass[index] ?? ''];
}

function ringDrawn({ x, y, rows }: Ring): string {
  const circle = (radius: number, look: string) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" ${look}/>`;
  const pieces = rows.flatMap(({ radius, width, dashes }) =>
    dashes.map((dash, index) =>
      dash ? circle(radius, `stroke="${colour(index)}" stroke-width="${width}" stroke-dasharray="${dash}"`) : '',
    ),
  );
  return circle(SEAM.radius, `stroke="${PAPER}" stroke-width="${SEAM.width}"`) + pieces.join('');
}
