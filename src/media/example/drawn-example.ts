import { steadyNumbers } from '../../site/drawings/strip.ts';

/** Pixels; a piece takes a square of so many, with its seam. */
const WIDTH = 1_920;
const HEIGHT = 1_080;
const PIECE = 40;
const SEAM = 5;

type Stones = readonly string[];

/** Hills one behind the other, the nearest last: how high each begins to stand, and how it goes up and down. */
const hills: readonly {
  readonly top: number;
  readonly high: number;
  readonly long: number;
  readonly stones: Stones;
}[] = [
  { top: 560, high: 90, long: 420, stones: ['#7f97bd', '#8fa5c6', '#748db5'] },
  { top: 700, high: 70, long: 300, stones: ['#27508f', '#3a66a8', '#1f4680'] },
  { top: 840, high: 60, long: 520, stones: ['#3d7d69', '#4f917c', '#2f6b58'] },
];
const sun: { readonly x: number; readonly y: number; readonly wide: number; readonly stones: Stones } = {
  ...{ x: 1_240, y: 420, wide: 190 },
  stones: ['#b47a18', '#c8923a', '#d6a658'],
};
const SKY: Stones = ['#f1ebdd', '#e9e0cd', '#e2d7c0', '#efe6d4', '#cdb98f'];
const UNDER = '#1c2230';

/** The picture of a demonstration: the sun behind hills, in a mosaic with one piece missing; ever the same. */
export function drawnExample(): string {
  const next = steadyNumbers('an example of a picture');
  const pieces: string[] = [];
  for (let y = 0; y < HEIGHT; y += PIECE) for (let x = 0; x < WIDTH; x += PIECE) pieces.push(piece(x, y, next));
  const ground = `<path fill="${UNDER}" d="M0 0H${WIDTH}V${HEIGHT}H0z"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${ground}${pieces.join('')}</svg>`;
}

/** The place of whoever is missing. */
const GAP = { x: 1_240, y: 360 };

function piece(x: number, y: number, next: () => number): string {
  const off = () => (next() % (SEAM * 2)) - SEAM / 2;
  const [near, far] = [SEAM, PIECE - SEAM / 2];
  const corners = [
    [x + near + off(), y + near + off()],
    [x + far + off() / 2, y + near + off()],
    [x + far + off() / 2, y + far + off() / 2],
    [x + near + off(), y + far + off() / 2],
  ];
  const stone = stoneAt(x + PIECE / 2, y + PIECE / 2, next());
  if (x === GAP.x && y === GAP.y) return '';
  return `<path fill="${stone}" d="M${corners.map((corner) => corner.join(' ')).join('L')}z"/>`;
}

function stoneAt(x: number, y: number, number: number): string {
  const before = hills.findLast(({ top, high, long }) => y > top - high * Math.sin(x / long));
  const inSun = Math.hypot(x - sun.x, y - sun.y) < sun.wide;
  const stones = before?.stones ?? (inSun ? sun.stones : SKY);
  return stones[number % stones.length] ?? UNDER;
}
