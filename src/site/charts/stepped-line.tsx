import { scaleLinear, scaleTime } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { Chart, Scale } from './chart.tsx';

export interface Step {
  /** 'YYYY-MM-DD' */
  readonly on: string;
  readonly value: number;
}

export interface SteppedLineProps {
  readonly title: string;
  readonly description: string;
  /** In the order of their days; the line begins at nought. */
  readonly steps: readonly Step[];
  readonly from: string;
  readonly to: string;
  /** After this day the line is dashed: what it shows is only what was known. */
  readonly knownThrough?: string | undefined;
  /** Time runs with the reading. */
  readonly rtl: boolean;
  readonly number: (value: number) => string;
  /** A year, 'YYYY', as the language writes it. */
  readonly year: (value: string) => string;
  /** Days that are explained beside the drawing, each by its number there. */
  readonly noted?: readonly string[] | undefined;
  /** A day marked on the line. */
  readonly mark?: string | undefined;
}

const WIDTH = 720;
const HEIGHT = 320;
const EDGE = { top: 16, bottom: 40, axis: 56, end: 12 };

const moment = (day: string) => new Date(`${day}T00:00:00Z`);
const round = (value: number) => Math.round(value * 10) / 10;

/** How a number moved: a line in steps, because a count stays until the day on which something happens. */
export function SteppedLine(props: SteppedLineProps) {
  const { x, y, ticks, years, path, beyond } = layOut(props);
  const { rtl, number } = props;
  const axis = rtl ? WIDTH - EDGE.axis : EDGE.axis;
  return (
    <Chart width={WIDTH} height={HEIGHT} title={props.title} description={props.description}>
      <g>
        <Scale {...{ ticks, y, axis, rtl, number }} far={rtl ? EDGE.end : WIDTH - EDGE.end} />
        {years.map((year) => (
          <text key={year} x={x(`${year}-01-01`)} y={HEIGHT - 8} textAnchor="middle">
            {props.year(`${year}`)}
          </text>
        ))}
        <path className="line" d={path} />
        {beyond && <path className="line" strokeDasharray="2 5" d={beyond} />}
        {props.noted?.map((day, index) => (
          <g key={day} className="noted">
            <line x1={x(day)} x2={x(day)} y1={EDGE.top} y2={HEIGHT - EDGE.bottom} />
            <text
              x={besideOf(x(day))}
              y={EDGE.top + 12}
              textAnchor={x(day) < WIDTH / 2 ? 'start' : 'end'}
              direction="ltr"
            >
              {number(index + 1)}
            </text>
          </g>
        ))}
        {props.mark && (
          <line className="mark" x1={x(props.mark)} x2={x(props.mark)} y1={EDGE.top} y2={HEIGHT - EDGE.bottom} />
        )}
      </g>
    </Chart>
  );
}

/** Beside its line, towards the middle: no number meets the axis or crosses the edge of the drawing. */
function besideOf(x: number): number {
  return x < WIDTH / 2 ? x + 8 : x - 8;
}

function layOut({ steps, from, to, rtl, knownThrough = to }: SteppedLineProps) {
  const range = rtl ? [WIDTH - EDGE.axis, EDGE.end] : [EDGE.axis, WIDTH - EDGE.end];
  const most = Math.max(1, ...steps.map(({ value }) => value));
  const time = scaleTime()
    .domain([moment(from), moment(to)])
    .range(range);
  const count = scaleLinear()
    .domain([0, most])
    .nice(4)
    .range([HEIGHT - EDGE.bottom, EDGE.top]);
  const x = (day: string) => round(time(moment(day)));
  const y = (value: number) => round(count(value));
  const before = steps.findLast(({ on }) => on <= from)?.value ?? 0;
  const within = steps.filter(({ on }) => on > from && on <= to);
  const points = [{ on: from, value: before }, ...within, { on: to, value: within.at(-1)?.value ?? before }];
  const drawn = line<Step>(
    ({ on }) => x(on),
    ({ value }) => y(value),
  ).curve(curveStepAfter);
  const last = knownThrough < from ? from : knownThrough < to ? knownThrough : to;
  const there = { on: last, value: points.findLast(({ on }) => on <= last)?.value ?? before };
  const path = drawn([...points.filter(({ on }) => on < last), there]) ?? '';
  const beyond = last < to ? drawn([there, ...points.filter(({ on }) => on > last)]) : null;
  const first = Math.ceil(Number(from.slice(0, 4)) / 5) * 5;
  const years = Array.from({ length: 12 }, (_, index) => first + index * 5).filter(
    (year) => `${year}-01-01` >= from && `${year}-01-01` <= to,
  );
  const ticks = count.ticks(4).filter(Number.isInteger);
  return { x, y, ticks, years, path, beyond };
}
