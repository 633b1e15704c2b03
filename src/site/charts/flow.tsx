export interface FlowStep {
  /** How many reached this step. */
  readonly value: number;
  readonly label: string;
}

export interface FlowProps {
  readonly title: string;
  readonly description: string;
  readonly steps: readonly FlowStep[];
  /** Bars begin where the reading does. */
  readonly rtl: boolean;
  readonly number: (value: number) => string;
}

const WIDTH = 720;
/** From one bar to the next: the band between them carries the words of the next. */
const ROW = 92;
const WORDS = 40;
const BAR = 20;
const DIGIT = 20;
/** As wide as a letter of the words may be, at the size that phones have. */
const LETTER = 16;
/** From an edge to the words. */
const AIR = 12;
const minerals = ['lapis', 'jade', 'ochre', 'rose', 'slate', 'lapis'] as const;

const round = (value: number) => Math.round(value * 10) / 10;

/** How many of those who set out reach each step, from above down: bars and bands as wide as the numbers. */
export function Flow({ title, description, steps, rtl, number }: FlowProps) {
  const most = Math.max(1, ...steps.map(({ value }) => value));
  const longest = Math.max(...steps.map(({ value }) => number(value).length));
  const across = (along: number) => round(rtl ? WIDTH - along : along);
  const words = { textAnchor: rtl ? 'end' : 'start', direction: 'ltr', className: 'big' } as const;
  const along = steps.map(({ value }) => Math.max(2, (value / most) * WIDTH));
  const places = placesOfWords(
    along,
    steps.map(({ label }) => AIR + longest * DIGIT + label.length * LETTER),
  );
  const laid = steps.map((step, index) => ({
    ...step,
    top: index * ROW + WORDS,
    end: across(along[index] ?? 0),
    at: places[index] ?? 0,
  }));
  return (
    <svg
      className="chart flow"
      viewBox={`0 0 ${WIDTH} ${(steps.length - 1) * ROW + WORDS + BAR}`}
      role="img"
      aria-labelledby="flow-title flow-desc"
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id="flow-title">{title}</title>
      <desc id="flow-desc">{description}</desc>
      {laid.map(({ label, value, top, end, at }, index) => {
        const next = laid[index + 1];
        return (
          <g key={label}>
            {next && (
              <path
                className={minerals[index]}
                fillOpacity=".22"
                d={`M${across(0)} ${top + BAR}H${end}L${next.end} ${next.top}H${across(0)}z`}
              />
            )}
            <path className={minerals[index]} d={`M${across(0)} ${top}H${end}v${BAR}H${across(0)}z`} />
            <text {...words} x={across(at)} y={top - 12} fontWeight="700">
              {number(value)}
            </text>
            <text {...words} x={across(at + AIR + longest * DIGIT)} y={top - 12}>
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/**
 * Where the words of each bar begin, so that no edge of a band runs through them: within the band where it is wide enough for all, else
 * beside it, wherever there is room.
 * @param along how long each bar is; @param wide how much room its words take
 */
function placesOfWords(along: readonly number[], wide: readonly number[]): number[] {
  const beside = along.map((_, index) => (along[index - 1] ?? WIDTH) + AIR);
  const fits = along.every((length, index) => AIR + (wide[index] ?? 0) <= length);
  return beside.map((place, index) => (!fits && place + (wide[index] ?? 0) <= WIDTH ? place : 8));
}
