import type { Point } from './projection.ts';

/** Points to a map unit, where nothing else is asked for. */
const GRID = 10;

/**
 * An SVG path of closed rings in relative lines, from the map's corner. On the grid points that fall together are written once, and none
 * that lies on the straight way between its neighbours.
 * @param grid points to a map unit: neighbours that are drawn on the same one keep their common border
 */
export function pathOf(rings: readonly (readonly Point[])[], grid = GRID): string {
  let [penX, penY] = [0, 0];
  let path = '';
  for (const ring of rings) {
    const corners = cornersOf(ring.map(([x, y]) => [Math.round(x * grid), Math.round(y * grid)]));
    const [first] = corners;
    if (!first || corners.length < 3) continue;
    const steps = corners.flatMap(([x, y]) => {
      const step = [(x - penX) / grid, (y - penY) / grid];
      [penX, penY] = [x, y];
      return step;
    });
    [penX, penY] = first;
    path += `m${written(steps)}z`;
  }
  return path;
}

/** Those of which a line turns. */
function cornersOf(ring: readonly Point[]): Point[] {
  const corners: Point[] = [];
  for (const [x, y] of ring) {
    const last = corners.at(-1);
    if (last && last[0] === x && last[1] === y) continue;
    const before = corners.at(-2);
    if (last && before && goesOn(before, last, [x, y])) corners.pop();
    corners.push([x, y]);
  }
  return corners;
}

/** Whether the way from one point over another to a third is straight. */
function goesOn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): boolean {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - bx, cy - by];
  return ux * vy === uy * vx && ux * vx + uy * vy > 0;
}

/** Numbers without a sign or a leading point need a space before them, others none. */
function written(steps: readonly number[]): string {
  return steps
    .map((step) => String(step).replace(/^(-?)0\./, '$1.'))
    .reduce((text, number) => {
      const apart = /^\d/.test(number) || (number.startsWith('.') && !/\.\d*$/.test(text));
      return text + (apart && text !== '' ? ' ' : '') + number;
    }, '');
}

/** Several paths as one. */
export function together(paths: readonly string[]): string {
  return paths.join('M0 0');
}
