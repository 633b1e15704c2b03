import { COLUMNS, PIECE, piecesOfLand, ROWS } from './mosaic-pieces.ts';
import type { Fill, Fills } from './patterns.tsx';

/** The shape of a piece of each category, drawn from its corner and ending there: told without its colour, at a few pixels too. */
const pieceShapes: Readonly<Record<Fill, string>> = {
  full: 'h9v9h-9z',
  bars: 'h3.5v9h-3.5zm5.5 0h3.5v9h-3.5zm-5.5 0',
  lines: 'v9h9z',
  zigzag: 'm0 5h9v4h-9zm0-5',
  dots: 'm2.5 2.5h4v4h-4zm-2.5-2.5',
  cross: 'm3 0h3v3h3v3h-3v3h-3v-3h-3v-3h3zm-3 0',
  empty: 'm.5.5h8v8h-8zm-.5-.5',
};

/** From a piece to the next in a row. */
const ACROSS = 11;

/** Its colour by category, as classes. */
const looks: Readonly<Record<Fill, string>> = {
  full: 'lapis',
  bars: 'lapis',
  lines: 'ochre',
  zigzag: 'slate',
  dots: 'jade',
  cross: 'rose',
  empty: 'hole',
};

/** What a mosaic is laid of. */
export interface MosaicLaid {
  /** By ISO 3166-1 alpha-3; who is left out is ground. */
  readonly lands: ReadonlyMap<string, { readonly category: string }>;
  readonly patterns: Fills;
}

/** Land that has no category. */
const GROUND = 'c6 faint';

/** The world by category in about 700 pieces, at least one of every state: what travels at once where borders would weigh much. */
export function MosaicOverview({ title, lands, patterns }: { title: string } & MosaicLaid) {
  const paths = new Map<string, { path: string; x: number; y: number }>();
  for (const { column, row, iso3 } of piecesOfLand()) {
    const fill = patterns[lands.get(iso3 ?? '')?.category ?? ''];
    const look = fill ?? 'ground';
    const [x, y] = [column * PIECE, row * PIECE];
    const pen = paths.get(look) ?? { path: '', x: 0, y: 0 };
    paths.set(look, { path: `${pen.path}m${x - pen.x} ${y - pen.y}${pieceShapes[fill ?? 'full']}`, x, y });
  }
  return (
    <svg className="mosaicmap" viewBox={`0 0 ${COLUMNS * PIECE} ${ROWS * PIECE}`} role="img" aria-label={title}>
      {[...paths].map(([look, { path }]) => (
        <path key={look} className={looks[look as Fill] ?? GROUND} d={path} />
      ))}
    </svg>
  );
}

/** As many pieces in a row as there are things, beside their number. */
export function PiecesOf({ fill, count }: { fill: Fill; count: number }) {
  return (
    <svg width={count * ACROSS} height={PIECE} viewBox={`0 0 ${count * ACROSS} ${PIECE}`} aria-hidden="true">
      <path className={looks[fill]} d={`M0 0${Array(count).fill(pieceShapes[fill]).join(`m${ACROSS} 0`)}`} />
    </svg>
  );
}

/** One piece, for a legend; without a category it is ground. */
export function PieceOf({ fill }: { fill?: Fill }) {
  return (
    <svg viewBox="0 0 9 9" aria-hidden="true">
      <path className={fill ? looks[fill] : GROUND} d={`M0 0${pieceShapes[fill ?? 'full']}`} />
    </svg>
  );
}
