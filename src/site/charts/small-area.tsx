import type { Step } from './stepped-line.tsx';

const WIDTH = 72;
const HEIGHT = 18;
const DAY = 24 * 60 * 60 * 1_000;

interface Props {
  readonly steps: readonly Step[];
  readonly from: string;
  readonly to: string;
  /** Time runs with the reading. */
  readonly rtl: boolean;
}

/** How a number moved, beside the number: a glance that says nothing that a list or chart elsewhere does not. */
export function SmallArea({ steps, from, to, rtl }: Props) {
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path
        className="lapis"
        transform={rtl ? `matrix(-1 0 0 1 ${WIDTH} 0)` : undefined}
        d={smallArea(steps, from, to)}
      />
    </svg>
  );
}

/** From one edge to the other, in whole pixels above the ground: of what moved within one, where it came to. */
export function smallArea(steps: readonly Step[], from: string, to: string): string {
  const most = Math.max(1, ...steps.map(({ value }) => value));
  const across = (day: string) => Math.max(0, Math.round((days(from, day) / days(from, to)) * WIDTH));
  const down = (value: number) => HEIGHT - Math.round((value / most) * HEIGHT);
  const heights = new Map(steps.map(({ on, value }) => [across(on), down(value)] as const));
  const moves = [...heights].map(([x, y]) => `H${x}V${y}`).join('');
  return `M0 ${HEIGHT}${moves}H${WIDTH}V${HEIGHT}z`;
}

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;
