import type { Point } from './projection.ts';

/** Points to a map unit, where nothing else is asked for. */
const GRID = 10;

/**
 * An SVG path of closed rings in relative lines, from the map's corner; points that fall together on the grid are written once.
 * @param grid points to a map unit: neighbours that are drawn on the same one keep their common border
 */
export function pathOf(rings: readonly (readonly Point[])[], grid = GRID): string {
  let [penX, penY] = [0, 0];
  let path = '';
  for (const ring of rings) {
    const steps: number[] = [];
    const [startX, startY] = [penX, penY];
    for (const [x, y] of ring) {
      const [toX, toY] = [Math.round(x * grid), Math.round(y * grid)];
      if (steps.length > 0 && toX === penX && toY === penY) continue;
      steps.push(toX - penX, toY - penY);
      [penX, penY] = [toX, toY];
    }
    if (steps.length < 6) {
      [penX, penY] = [startX, startY];
      continue;
    }
    [penX, penY] = [startX + (steps[0] ?? 0), startY + (steps[1] ?? 0)];
    path += `m${written(steps.map((step) => step / grid))}z`;
  }
  return path;
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
