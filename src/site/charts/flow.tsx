import { Chart } from './chart.tsx';

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
/** The widest bar leaves as much room beside it as the longest words take on a phone. */
const WIDEST = 272;
const ROW = 68;
const BAR = 28;
const DIGIT = 20;
/** From the widest bar to the words, and from a number to its words. */
const AIR = 16;
/** Above the first bar and below the last, for words that are higher than a bar. */
const EDGE = 6;

const round = (value: number) => Math.round(value * 10) / 10;

/** How many of those who set out reach each step, from above down: bars and bands as wide as the numbers, the words in a column beside. */
export function Flow({ title, description, steps, rtl, number }: FlowProps) {
  const most = Math.max(1, ...steps.map(({ value }) => value));
  const longest = Math.max(...steps.map(({ value }) => number(value).length));
  const across = (along: number) => round(rtl ? WIDTH - along : along);
  const words = { textAnchor: rtl ? 'end' : 'start', direction: 'ltr', className: 'big', dy: '.35em' } as const;
  const beside = WIDEST + AIR;
  const laid = steps.map((step, index) => ({
    ...step,
    top: index * ROW + EDGE,
    end: across(Math.max(2, (step.value / most) * WIDEST)),
  }));
  return (
    <Chart
      id="flow"
      className="chart flow"
      width={WIDTH}
      height={(steps.length - 1) * ROW + BAR + 2 * EDGE}
      title={title}
      description={description}
    >
      {laid.map(({ label, value, top, end }, index) => {
        const next = laid[index + 1];
        return (
          <g key={label}>
            {next && (
              <path
                className="lapis"
                fillOpacity=".22"
                d={`M${across(0)} ${top + BAR}H${end}L${next.end} ${next.top}H${across(0)}z`}
              />
            )}
            <path className="lapis" d={`M${across(0)} ${top}H${end}v${BAR}H${across(0)}z`} />
            <text {...words} x={across(beside)} y={top + BAR / 2} fontWeight="700">
              {number(value)}
            </text>
            <text {...words} x={across(beside + longest * DIGIT + AIR)} y={top + BAR / 2}>
              {label}
            </text>
          </g>
        );
      })}
    </Chart>
  );
}
