import { MINERALS, steadyNumbers } from './tesserae.ts';

const COLUMNS = 30;
const ROWS = 20;
const PIECE = 10;

/** Two rings of pieces, linked: the picture of the movement. Centre and radius in pieces. */
const rings = [
  { x: 9.6, y: 9.5, radius: 6.8, minerals: [0, 2, 0, 4] },
  { x: 19.4, y: 9.5, radius: 6.8, minerals: [1, 3, 1, 5] },
] as const;
const THICK = 1.75;

export const BONDS = { width: COLUMNS * PIECE, height: ROWS * PIECE };

/** One path for each mineral: the linked rings, and around them scattered pieces that have not found their place. */
export function bondsPaths(): string[] {
  const next = steadyNumbers('united by common bonds');
  const paths = Array.from({ length: MINERALS }, () => '');
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      const mineral = mineralAt(column, row, next());
      if (mineral !== undefined) paths[mineral] += piece(column, row, next());
    }
  }
  return paths;
}

function mineralAt(column: number, row: number, chance: number): number | undefined {
  const onRing = rings.filter(({ x, y, radius }) => Math.abs(Math.hypot(column - x, row - y) - radius) < THICK);
  // Where the rings cross, one passes over above and under below: so they hold.
  const ring = onRing.length > 1 ? onRing[row < ROWS / 2 ? 0 : 1] : onRing[0];
  if (ring) return chance < 12 ? undefined : ring.minerals[chance % ring.minerals.length];
  return chance < 10 ? 5 : undefined;
}

/** Cut by hand: no two pieces are quite the same. */
function piece(column: number, row: number, chance: number): string {
  const [x, y] = [column * PIECE + (chance & 1), row * PIECE + ((chance >> 1) & 1)];
  const [width, height] = [8 + ((chance >> 2) & 1), 8 + ((chance >> 3) & 1)];
  return `M${x} ${y}h${width}v${height}h-${width}z`;
}
