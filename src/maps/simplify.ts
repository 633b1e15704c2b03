import type { Place } from './atlas.ts';
import { type Point, projected, triangle, unrolled } from './projection.ts';

/**
 * Leaves out the points of a line that hardly change the drawing (Visvalingam and Whyatt 1993, in rounds of growing tolerance). The
 * ends stay, so that lines which met still meet.
 * @param tolerance area in map units squared of the largest triangle that may be lost
 */
export function simplified(places: readonly Place[], tolerance: number): Place[] {
  let left = unrolled(places).map((place, index) => ({ place: places[index] ?? place, point: projected(place) }));
  for (let limit = tolerance / 64; limit <= tolerance; limit *= 2) {
    for (let before = Number.POSITIVE_INFINITY; left.length < before; ) {
      before = left.length;
      left = withoutFlat(left, limit);
    }
  }
  return left.map(({ place }) => place);
}

function withoutFlat<Stop extends { readonly point: Point }>(stops: readonly Stop[], limit: number): Stop[] {
  const left: Stop[] = [];
  for (const [index, stop] of stops.entries()) {
    const before = left.at(-1);
    const after = stops[index + 1];
    // Never two neighbours in one round: each triangle is measured against points that stay.
    const settled = before === stops[index - 1];
    if (before && after && settled && triangle(before.point, stop.point, after.point) < limit) continue;
    left.push(stop);
  }
  return left;
}
