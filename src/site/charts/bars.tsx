import { Chart } from './chart.tsx';
import { inArabic } from './strip.tsx';

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
}

export interface BarsProps {
  readonly title: string;
  readonly description: string;
  readonly bars: readonly Bar[];
  /** Bars begin where the reading does. */
  readonly rtl: boolean;
  readonly number: (value: number) => string;
}

const WIDTH = 720;
const ROW = 72;
const BAR = 20;
/** Letters of a name that fit above its bar on a phone, beside the number. */
const LONGEST = 40;

/** How many of each thing: a bar below its name, the number at the other end. */
export function Bars({ title, description, bars, rtl, number }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const [begin, end] = rtl ? ([WIDTH, 0] as const) : ([0, WIDTH] as const);
  return (
    <Chart className="chart flow" width={WIDTH} height={bars.length * ROW} title={title} description={description}>
      {bars.map(({ key, name, value }, index) => {
        const width = Math.max(2, Math.round((value / most) * WIDTH));
        const words = { y: index * ROW + 30, className: 'big', direction: 'ltr' } as const;
        return (
          <g key={key}>
            <text {...words} x={begin} textAnchor={rtl ? 'end' : 'start'}>
              {rtl ? inArabic(cut(name)) : cut(name)}
            </text>
            <text {...words} x={end} textAnchor={rtl ? 'start' : 'end'} fontWeight="700">
              {number(value)}
            </text>
            <rect className="lapis" x={rtl ? WIDTH - width : 0} y={index * ROW + 42} width={width} height={BAR} />
          </g>
        );
      })}
    </Chart>
  );
}

/** What is longer stands whole in the table beside. */
function cut(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name;
}
