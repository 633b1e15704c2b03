/** One piece of a way: laid, a gap where it was not reached, or where it ended for good. */
export interface Piece {
  readonly label: string;
  /** When it was reached, or that it was not. */
  readonly said: string;
  readonly kind: 'done' | 'open' | 'end';
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
const GAP = 4;
const LINE = 17;
/** About the width of a letter of a label, in the drawing's units. */
const LETTER = 6.6;

/** A way as a strip of pieces, to keep as a file; pages lay it out in their own text, which a phone can break. */
export function Strip({ title, pieces, rtl }: StripProps) {
  const width = (WIDTH - GAP * (pieces.length - 1)) / Math.max(1, pieces.length);
  const labels = pieces.map(({ label }) => broken(label, width));
  const below = 38 + LINE * (Math.max(...labels.map((lines) => lines.length)) - 1);
  const shown = (text: string) => (rtl ? inArabic(text) : text);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${below + 32}`}
      role="img"
      aria-labelledby="strip-title"
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id="strip-title">{title}</title>
      {pieces.map(({ label, said, kind }, index) => {
        const along = index * (width + GAP);
        const x = rtl ? WIDTH - along - width : along;
        const text = { x: rtl ? x + width : x, textAnchor: rtl ? 'end' : 'start', direction: 'ltr' } as const;
        return (
          <g key={label}>
            <rect className={kind === 'done' ? 'lapis' : kind} x={x + 0.5} y={1} width={width - 1} height={16} />
            {kind === 'end' && <rect className="slate" x={x + 0.5} y={7} width={width - 1} height={4} />}
            {labels[index]?.map((line, place) => (
              <text key={line} {...text} y={38 + LINE * place}>
                {shown(line)}
              </text>
            ))}
            <text {...text} y={below + 18} className="small">
              {shown(said)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** A label in two lines where it is too wide for its piece. */
function broken(label: string, width: number): string[] {
  const words = label.split(' ');
  if (words.length === 1 || label.length * LETTER <= width) return [label];
  const half = Math.ceil(words.length / 2);
  return [words.slice(0, half).join(' '), words.slice(half).join(' ')];
}
