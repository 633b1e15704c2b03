import { steadyNumbers } from '../site/drawings/strip.ts';
import { pieceShapes } from './mosaic-overview.tsx';
import { COLUMNS, PIECE, piecesOfLand, ROWS } from './mosaic-pieces.ts';

/** How a state's pieces are laid: whole, about to come out, or missing. */
export type Laid = 'whole' | 'leaving' | 'gap';

interface Props {
  readonly label: string;
  /** By ISO 3166-1 alpha-3; who is left out is ground without a category. */
  readonly laid: ReadonlyMap<string, Laid>;
}

/** Whole pieces are of three stones: each stands in one of them by its place, and means no more than the others. */
const STONES = ['c1', 'c3', 'c5'] as const;

/** The world as a mosaic: a piece that is missing is a state that is missing. A picture to enter by, not a map to look things up in. */
export function MosaicMap({ label, laid }: Props) {
  return (
    <svg className="mosaicmap" viewBox={`0 0 ${COLUMNS * PIECE} ${ROWS * PIECE}`} role="img" aria-label={label}>
      {[...pathsBy(laid)].map(([look, path]) => (
        <path key={look} className={look} d={path} />
      ))}
    </svg>
  );
}

/** One path for each look; pieces that stand beside each other are written alike, so that they compress to next to nothing. */
function pathsBy(laid: ReadonlyMap<string, Laid>): Map<string, string> {
  const next = steadyNumbers('the mosaic of the world');
  const paths = new Map<string, { path: string; x: number; y: number }>();
  for (const { column, row, iso3 } of piecesOfLand()) {
    const stone = STONES[next() % STONES.length] ?? 'c1';
    const look = lookOf(iso3 === undefined ? undefined : laid.get(iso3), stone);
    const [x, y] = [column * PIECE, row * PIECE];
    const pen = paths.get(look) ?? { path: '', x: 0, y: 0 };
    const across = x - pen.x;
    paths.set(look, { path: `${pen.path}m${across} ${y - pen.y}${shapeOf(look)}`, x, y });
  }
  return new Map([...paths].map(([look, { path }]) => [look, path]));
}

/** What is leaving is told by its shape as well as its colour. */
const shapeOf = (look: string) => pieceShapes[look === 'c2' ? 'cross' : 'full'];

function lookOf(laid: Laid | undefined, stone: string): string {
  if (laid === undefined) return 'c6 faint';
  return { whole: stone, leaving: 'c2', gap: 'hole' }[laid];
}
