import type { Place } from './atlas.ts';
import { type Point, projected, unrolled } from './projection.ts';

export const RADIUS = 4;
/** Below this in width and height a land is hard to hit. */
const SMALL = 7.5;
const APART = 2 * RADIUS + 0.6;
/** How far a mark may stand from its land. */
const REACH = 9;

/** Where the data have no shape, or where the largest island is not the middle of the state. */
const placed: Readonly<Record<string, Place>> = {
  TUV: [179.2, -8.5],
  KIR: [173, 1.4],
};

/** Where a land's mark belongs: the middle of its largest ring, or the place that is set for it. */
export function homeOf(key: string, largest: readonly Point[]): Point {
  const place = placed[key];
  if (place) return projected(unrolled([place])[0] ?? place);
  const [left, top, right, bottom] = boxOf(largest);
  return [(left + right) / 2, (top + bottom) / 2];
}

export type Box = readonly [left: number, top: number, right: number, bottom: number];

export function boxOf(ring: readonly Point[]): Box {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function isSmall(largest: readonly Point[]): boolean {
  const [left, top, right, bottom] = boxOf(largest);
  return largest.length === 0 || (right - left < SMALL && bottom - top < SMALL);
}

/** Moves marks that would cover one another a little apart, and holds each near its home. */
export function apart(homes: readonly Point[]): Point[] {
  let marks = homes.map((home) => home);
  for (let round = 0; round < 200; round += 1) {
    marks = marks.map((mark, index) => {
      const home = homes[index] ?? mark;
      const others = marks.filter((_, other) => other !== index);
      return near(home, others.reduce(pushed, mark));
    });
  }
  return marks.map(([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
}

function pushed(mark: Point, other: Point): Point {
  const [dx, dy] = [mark[0] - other[0], mark[1] - other[1]];
  const far = Math.hypot(dx, dy);
  if (far >= APART) return mark;
  const step = (APART - far) / 4;
  return far === 0 ? [mark[0], mark[1] - step] : [mark[0] + (dx / far) * step, mark[1] + (dy / far) * step];
}

function near(home: Point, mark: Point): Point {
  const [dx, dy] = [mark[0] - home[0], mark[1] - home[1]];
  const far = Math.hypot(dx, dy);
  return far <= REACH ? mark : [home[0] + (dx / far) * REACH, home[1] + (dy / far) * REACH];
}
