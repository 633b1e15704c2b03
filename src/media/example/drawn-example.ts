import { steadyNumbers } from '../../site/drawings/strip.ts';

/** Pixels; a piece takes a square of so many, with its seam. */
const WIDTH = 1_920;
const HEIGHT = 1_080;
const PIECE = 40;
const SEAM = 5;

interface Ring {
  readonly x: number;
  readonly y: number;
  readonly stones: readonly string[];
}
/** Rings that hold each other, the later over the earlier where they cross, but for where they go through. */
const rings: readonly Ring[] = [
  { x: 640, y: 600, stones: ['#27508f', '#3a66a8', '#1f4680'] },
  { x: 960, y: 480, stones: ['#b47a18', '#c8923a', '#9f6a10'] },
  { x: 1_280, y: 600, stones: ['#3d7d69', '#4f917c', '#2f6b58'] },
];
const INNER = 225;
const OUTER = 345;
const GROUND = ['#f1ebdd', '#e9e0cd', '#e2d7c0', '#efe6d4', '#cdb98f'];
const UNDER = '#1c2230';

/** The picture of a demonstration: rings of a mosaic that hold each other, with one piece missing; ever the same. */
export function drawnExample(): string {
  const next = steadyNumbers('an example of a picture');
  const pieces: string[] = [];
  for (let y = 0; y < HEIGHT; y += PIECE) for (let x = 0; x < WIDTH; x += PIECE) pieces.push(piece(x, y, next));
  const ground = `<path fill="${UNDER}" d="M0 0H${WIDTH}V${HEIGHT}H0z"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${ground}${pieces.join('')}</svg>`;
}

/** The place of whoever is missing. */
const GAP = { x: 1_240, y: 280 };

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
  const through = rings.filter((ring) => isIn(ring, x, y));
  // Over and under by turns: where two cross above, the first lies on top.
  const ring = y < (rings[1]?.y ?? 0) ? through.at(0) : through.at(-1);
  const stones = ring?.stones ?? GROUND;
  return stones[number % stones.length] ?? UNDER;
}

function isIn(ring: Ring, x: number, y: number): boolean {
  const away = Math.hypot(x - ring.x, y - ring.y);
  return away > INNER && away < OUTER;
}
