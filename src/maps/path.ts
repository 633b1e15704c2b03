import type { Point } from './projection.ts';

/** Points to a map unit. */
const GRID = 10;

/** An SVG path of closed rings in relative lines, from the map's corner; points that fall together on the grid are written once. */
export function pathOf(rings: readonly (readonly Point[])[]): string {
  let [penX, penY] = [0, 0];
  let path = '';
  for (const ring of rings) {
    const steps: number[] = [];
    const [startX, startY] = [penX, penY];
    for (const [x, y] of ring) {
      const [toX, toY] = [Math.round(x * GRID), Math.round(y * GRID)];
      if (steps.length > 0 && toX === penX && toY === penY) continue;
      steps.push(toX - penX, toY - penY);
      [penX, penY] = [toX, toY];
    }
    if (steps.length < 6) {
      [penX, penY] = [startX, startY];
      continue;
    }
    [penX, penY] = [startX + (steps[0] ?? 0), startY + (steps[1] ?? 0)];
    path += `m${written(steps)}z`;
  }
  return path;
}

/** Numbers without a sign or a leading point need a space before them, others none. */
function written(steps: readonly number[]): string {
  return steps
    .map((step) => String(step / GRID).replace(/^(-?)0\./, '$1.'))
    .reduce((text, number) => {
      const apart = /^\d/.test(number) || (number.startsWith('.') && !/\.\d*$/.test(text));
      return text + (apart && text !== '' ? ' ' : '') + number;
    }, '');
}

/** Several paths as one. */
export function together(paths: readonly string[]): string {
  return paths.join('M0 0');
}
