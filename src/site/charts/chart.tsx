import type { ComponentChildren } from 'preact';

interface ChartProps {
  /** What its title and description are called in the page. */
  readonly id?: string;
  readonly className?: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** The same in words. */
  readonly description: string;
  readonly children: ComponentChildren;
}

/** The frame of a drawing of numbers, in a page or as a file. */
export function Chart({ id = 'chart', className = 'chart', width, height, title, description, children }: ChartProps) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  );
}

interface ScaleProps {
  readonly ticks: readonly number[];
  readonly y: (tick: number) => number;
  /** Where the drawing begins, and its other edge. */
  readonly axis: number;
  readonly far: number;
  readonly rtl: boolean;
  readonly number: (value: number) => string;
}

/** A rule across the drawing for each round number, which stands before it. */
export function Scale({ ticks, y, axis, far, rtl, number }: ScaleProps) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line className="rule" x1={Math.min(axis, far)} x2={Math.max(axis, far)} y1={y(tick)} y2={y(tick)} />
      <text x={rtl ? axis + 8 : axis - 8} y={y(tick)} dy=".35em" textAnchor={rtl ? 'start' : 'end'} direction="ltr">
        {number(tick)}
      </text>
    </g>
  ));
}
