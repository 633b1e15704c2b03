import { type GeoRawProjection, geoEqualEarthRaw } from 'd3-geo';
import type { Place } from './atlas.ts';

/** Units from the left and from the top of the map. */
export type Point = readonly [x: number, y: number];

export const WIDTH = 1000;
/** The map is cut through the Bering Strait, so that Chukotka stays with the rest of Russia. */
const MIDDLE = 11;
const NORTH = 83.8;
const SOUTH = -56.2;
/** Of the map's edge, a curve drawn as short lines. */
const STEPS = 56;

/** Its published type is that of a function which makes it. */
const equalEarth = geoEqualEarthRaw as unknown as GeoRawProjection;
const radians = Math.PI / 180;
const scale = WIDTH / (2 * equalEarth(Math.PI, 0)[0]);
const top = equalEarth(0, NORTH * radians)[1];
export const HEIGHT = Math.ceil(scale * (top - equalEarth(0, SOUTH * radians)[1]));

/** Equal Earth (Šavrič, Patterson, Jenny 2018): areas are true to one another. Longitudes may run on beyond the map's edges. */
export function projected([lon, lat]: Place): Point {
  const [x, y] = equalEarth((lon - MIDDLE) * radians, lat * radians);
  return [WIDTH / 2 + scale * x, scale * (top - y)];
}

/** The world's edge as far as the map shows it: down the left side, up the right. */
export function edge(): Point[] {
  const parallels = Array.from({ length: STEPS + 1 }, (_, step) => NORTH - ((NORTH - SOUTH) / STEPS) * step);
  const side = (lon: number) => parallels.map((lat) => projected([MIDDLE + lon, lat]));
  return [...side(-180), ...side(180).toReversed()];
}

/** The same places with longitudes that never jump at the edge, most of them on the map: an island on the edge stays whole. */
export function unrolled(places: readonly Place[]): Place[] {
  let before = places[0]?.[0] ?? 0;
  const run = places.map(([lon, lat]): Place => {
    before = lon - 360 * Math.round((lon - before) / 360);
    return [before, lat];
  });
  const mean = run.reduce((sum, [lon]) => sum + lon, 0) / run.length;
  const turn = 360 * Math.round((mean - MIDDLE) / 360);
  return run.map(([lon, lat]) => [lon - turn, lat]);
}

/** Area in map units squared. */
export function triangle(a: Point, b: Point, c: Point): number {
  return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
}

/** Area in map units squared, by the shoelace formula. */
export function areaOf(ring: readonly Point[]): number {
  return Math.abs(
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );
}
