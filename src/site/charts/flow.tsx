export interface FlowStep {
  /** How many reached this step. */
  readonly value: number;
  readonly label: string;
}

export interface FlowProps {
  readonly title: string;
  readonly description: string;
  readonly steps: readonly FlowStep[];
  /** The way runs with the reading. */
  readonly rtl: boolean;
  readonly number: (value: number) => string;
}

const WIDTH = 720;
const HEIGHT = 300;
const TOP = 28;
const BOTTOM = 34;
const BAR = 26;
const minerals = ['lapis', 'jade', 'ochre', 'rose', 'slate', 'lapis'] as const;

const round = (value: number) => Math.round(value * 10) / 10;

/** Words in the middle of their bar; the outer ones begin and end with the drawing. */
function anchored(x: number): { x: number; textAnchor: 'start' | 'middle' | 'end' } {
  if (x < 2 * BAR) return { x: 4, textAnchor: 'start' };
  return x > WIDTH - 2 * BAR ? { x: WIDTH - 4, textAnchor: 'end' } : { x, textAnchor: 'middle' };
}

/** How many of those who set out reach each step: bars and bands as high as the numbers. */
export function Flow({ title, description, steps, rtl, number }: FlowProps) {
  const most = Math.max(1, ...steps.map(({ value }) => value));
  const room = HEIGHT - TOP - BOTTOM;
  const height = (value: number) => round((value / most) * room);
  const gap = (WIDTH - 2 * BAR) / Math.max(1, steps.length - 1);
  const across = (x: number, width: number) => round(rtl ? WIDTH - x - width : x);
  const at = steps.map((step, index) => ({
    ...step,
    x: index * (gap - BAR / Math.max(1, steps.length - 1)) + BAR / 2,
    h: height(step.value),
  }));
  return (
    <svg
      className="chart flow"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby="flow-title flow-desc"
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id="flow-title">{title}</title>
      <desc id="flow-desc">{description}</desc>
      {at.slice(1).map((step, index) => {
        const before = at[index];
        if (!before) return null;
        const x1 = across(before.x + BAR, 0);
        const x2 = across(step.x, 0);
        const base = TOP + room;
        return (
          <path
            key={step.label}
            className={minerals[index]}
            fillOpacity=".28"
            d={`M${x1} ${base}V${round(base - before.h)}L${x2} ${round(base - step.h)}V${base}z`}
          />
        );
      })}
      {at.map((step, index) => (
        <g key={step.label}>
          <path
            className={minerals[index]}
            d={`M${across(step.x, BAR)} ${TOP + room}v-${Math.max(step.h, 1)}h${BAR}v${Math.max(step.h, 1)}z`}
          />
          <text x={across(step.x, BAR) + BAR / 2} y={TOP + room - step.h - 8} textAnchor="middle" className="big">
            {number(step.value)}
          </text>
          <text {...anchored(across(step.x, BAR) + BAR / 2)} y={HEIGHT - 12} direction="ltr">
            {step.label}
          </text>
        </g>
      ))}
    </svg>
  );
}
