/** One piece of a way: laid, or a gap. */
export interface Piece {
  readonly label: string;
  /** When it was reached, or that it was not. */
  readonly said: string;
  readonly done: boolean;
}

export interface StripProps {
  readonly title: string;
  readonly pieces: readonly Piece[];
  /** The way runs with the reading. */
  readonly rtl: boolean;
}

/** A drawing knows no direction of its own: without these marks a date falls apart (Unicode UAX 9). */
export const inArabic = (text: string) => `\u202b${text}\u202c`;

const WIDTH = 720;
const HEIGHT = 70;
const GAP = 4;

/** A way as a strip of pieces, to keep as a file; pages lay it out in their own text, which a phone can break. */
export function Strip({ title, pieces, rtl }: StripProps) {
  const width = (WIDTH - GAP * (pieces.length - 1)) / Math.max(1, pieces.length);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="strip-title" xmlns="http://www.w3.org/2000/svg">
      <title id="strip-title">{title}</title>
      {pieces.map(({ label, said, done }, index) => {
        const along = index * (width + GAP);
        const x = rtl ? WIDTH - along - width : along;
        const text = { x: rtl ? x + width : x, textAnchor: rtl ? 'end' : 'start', direction: 'ltr' } as const;
        return (
          <g key={label}>
            <rect
              className={done ? (index % 2 ? 'jade' : 'lapis') : 'gap'}
              x={x + 0.5}
              y={1}
              width={width - 1}
              height={16}
            />
            <text {...text} y={38}>
              {rtl ? inArabic(label) : label}
            </text>
            <text {...text} y={56} className="small">
              {rtl ? inArabic(said) : said}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
