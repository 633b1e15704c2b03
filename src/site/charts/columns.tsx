import { scaleLinear } from 'd3-scale';
import { Chart, Scale } from './chart.tsx';
import { inArabic } from './strip.tsx';

export interface Column {
  readonly name: string;
  /** Undefined: it is not shown. */
  readonly value: number | undefined;
}

export interface ColumnsProps {
  readonly title: string;
  readonly description: string;
  /** In the order of time. */
  readonly columns: readonly Column[];
  /** What stands below the first and the last. */
  readonly ends: readonly [first: string, last: string];
  /** Time runs with the reading. */
  readonly rtl: boolean;
  readonly number: (value: number) => string;
}

const WIDTH = 720;
const HEIGHT = 280;
const EDGE = { top: 16, bottom: 44, axis: 76, end: 4 };
/** Of the room of a column, how much it fills. */
const FULL = 0.78;

const round = (value: number) => Math.round(value * 10) / 10;

/** How many of each day or month: a column each, a gap where none is shown. */
export function Columns({ title, description, columns, ends, rtl, number }: ColumnsProps) {
  const ground = HEIGHT - EDGE.bottom;
  const most = Math.max(1, ...columns.map(({ value = 0 }) => value));
  const high = scaleLinear().domain([0, most]).nice(4).range([ground, EDGE.top]);
  const room = (WIDTH - EDGE.axis - EDGE.end) / Math.max(1, columns.length);
  const across = (along: number, width = 0) => round(rtl ? WIDTH - along - width : along);
  const ticks = high.ticks(4).filter(Number.isInteger);
  const y = (value: number) => round(high(value));
  const begin = rtl ? 'end' : 'start';
  const said = (text: string) => (rtl ? inArabic(text) : text);
  return (
    <Chart width={WIDTH} height={HEIGHT} title={title} description={description}>
      <Scale ticks={ticks} y={y} axis={across(EDGE.axis)} far={across(WIDTH)} rtl={rtl} number={number} />
      {columns.map(({ name, value }, index) => {
        const top = y(value ?? 0);
        const width = room * FULL;
        const x = across(EDGE.axis + room * index + (room - width) / 2, width);
        return value === undefined ? null : (
          <rect key={name} className="lapis" x={x} y={top} width={round(width)} height={round(ground - top)} />
        );
      })}
      <text x={across(EDGE.axis)} y={HEIGHT - 10} textAnchor={begin} direction="ltr">
        {said(ends[0])}
      </text>
      <text x={across(WIDTH)} y={HEIGHT - 10} textAnchor={rtl ? 'start' : 'end'} direction="ltr">
        {said(ends[1])}
      </text>
    </Chart>
  );
}
