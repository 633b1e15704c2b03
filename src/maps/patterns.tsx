import type { Colour, Palette } from './paints.ts';

/** How a category looks where colours cannot be told apart. */
export type Fill = 'full' | 'bars' | 'lines' | 'zigzag' | 'dots' | 'cross' | 'empty';
export type Fills = Readonly<Record<string, Fill>>;

/** What a shape is filled and edged with, as SVG attributes. */
export interface Paint {
  readonly fill: string;
  readonly stroke: string;
}

const minerals: Readonly<Record<Fill, Colour>> = {
  full: 'lapis',
  bars: 'lapis',
  lines: 'ochre',
  zigzag: 'slate',
  dots: 'jade',
  cross: 'rose',
  empty: 'slate',
};

/** Small pieces, as a mosaic is laid of them; a tile repeats. What covers the largest lands is the quietest. */
const TILE = 4;
const pieces: Readonly<Partial<Record<Fill, string>>> = {
  lines: 'M-1 1l2-2M-1 5l6-6M3 5l2-2',
  bars: 'M1 0v4',
  zigzag: 'M-1 3l3-2l3 2',
  dots: 'M0 1h2M2 3h2',
  cross: 'M0 2h4M2 0v4',
};
const whole = `M0 0h${TILE}v${TILE}H0z`;
const strokes: Readonly<Partial<Record<Fill, number>>> = { lines: 1.3, bars: 2, zigzag: 0.5, dots: 2, cross: 1 };

/** A full fill hides its seams in the sea's colour; a patterned one is edged; one that is missing is a gap with an edge. */
export function paintOf(fill: Fill | undefined, id: string, paint: Palette): Paint {
  if (fill === undefined) return { fill: paint('line'), stroke: paint('sand') };
  if (fill === 'full') return { fill: paint('lapis'), stroke: paint('wash') };
  return { fill: fill === 'empty' ? paint('paper') : `url(#${id})`, stroke: paint(minerals[fill]) };
}

interface PatternProps {
  readonly fill: Fill;
  readonly id: string;
  readonly paint: Palette;
  /** Points to a unit of the drawing, where what is filled is written in points. */
  readonly grid?: number;
}

/** The pattern that a category's lands refer to; none where the fill is plain. */
export function Pattern({ fill, id, paint, grid }: PatternProps) {
  const d = pieces[fill];
  if (d === undefined) return null;
  const mineral = paint(minerals[fill]);
  return (
    <pattern
      id={id}
      width={TILE}
      height={TILE}
      patternUnits="userSpaceOnUse"
      patternTransform={grid && `scale(${grid})`}
    >
      <g fill={paint('paper')}>
        <path d={whole} />
      </g>
      <g fill={mineral}>
        <path fillOpacity=".2" d={whole} />
      </g>
      <g fill="none" stroke={mineral} strokeWidth={strokes[fill]}>
        <path d={d} />
      </g>
    </pattern>
  );
}
