import { type Land, landShapes } from './lands.ts';
import { boxOf } from './marks.ts';
import { HEIGHT, type Point, WIDTH } from './projection.ts';

/** The side of a piece in units of the map. */
const SIDE = 14;
/** Places looked at in each direction of a piece, and how many of them have to be land. */
const LOOKS = 3;
const LAND = 4;
/** How many places away a state may stand that has none of its own. */
const REACH = 3;

/** The field of the pieces, and the side of one with its seam. */
export const PIECE = 10;
export const COLUMNS = Math.ceil(WIDTH / SIDE);
export const ROWS = Math.ceil(HEIGHT / SIDE);

/** A piece of the world: its column and row, and whose ground most of it is. */
export interface LandPiece {
  readonly column: number;
  readonly row: number;
  /** Undefined for land that has no category of its own. */
  readonly iso3: string | undefined;
}

let pieces: readonly LandPiece[] | undefined;

/**
 * The world as pieces, row by row. Every state has one: those too small for it get the nearest place that is free, or that leaves its
 * neighbour another. Computed once.
 */
export function piecesOfLand(): readonly LandPiece[] {
  pieces ??= laid(landShapes());
  return pieces;
}

function laid(lands: readonly Land[]): readonly LandPiece[] {
  const owners = ownersOf(lands);
  const has = Map.groupBy(owners.values(), (land) => land);
  const left = new Map(lands.map((land) => [land, has.get(land)?.length ?? 0]));
  for (const land of lands.filter((one) => one.iso3 !== undefined && left.get(one) === 0)) {
    const place = around(middleOf(land)).find((one) => {
      const owner = owners.get(one);
      return owner === undefined || (left.get(owner) ?? 0) > 1;
    });
    if (place === undefined) continue;
    const before = owners.get(place);
    if (before) left.set(before, (left.get(before) ?? 0) - 1);
    owners.set(place, land);
    left.set(land, 1);
  }
  return [...owners]
    .map(([place, { iso3 }]) => ({ column: place % COLUMNS, row: Math.floor(place / COLUMNS), iso3 }))
    .sort((one, other) => one.row - other.row || one.column - other.column);
}

/** By place, counted along the rows: the land with most of the ground, where enough of it is land. */
function ownersOf(lands: readonly Land[]): Map<number, Land> {
  const counted = new Map<number, Map<Land, number>>();
  for (const land of lands) {
    for (const place of placesIn(land)) {
      const found = ground(land, place);
      if (found > 0) counted.set(place, (counted.get(place) ?? new Map()).set(land, found));
    }
  }
  const owners = new Map<number, Land>();
  for (const [place, found] of counted) {
    const whole = [...found.values()].reduce((sum, one) => sum + one, 0);
    const [most] = [...found].sort(([, one], [, other]) => other - one);
    if (most && whole >= LAND) owners.set(place, most[0]);
  }
  return owners;
}

function placesIn({ rings }: Land): number[] {
  if (rings.length === 0) return [];
  const [left, top, right, bottom] = boxOf(rings.flat());
  const [first, last] = [Math.max(0, Math.floor(left / SIDE)), Math.min(COLUMNS - 1, Math.floor(right / SIDE))];
  const [high, low] = [Math.max(0, Math.floor(top / SIDE)), Math.min(ROWS - 1, Math.floor(bottom / SIDE))];
  const rows = Array.from({ length: Math.max(0, low - high + 1) }, (_, row) => high + row);
  return rows.flatMap((row) =>
    Array.from({ length: Math.max(0, last - first + 1) }, (_, column) => row * COLUMNS + first + column),
  );
}

/** How many of the places looked at in a piece are a land's ground. */
function ground({ rings }: Land, place: number): number {
  const looks = Array.from({ length: LOOKS * LOOKS }, (_, look): Point => {
    const at = (cell: number, step: number) => (cell + (step + 0.5) / LOOKS) * SIDE;
    return [at(place % COLUMNS, look % LOOKS), at(Math.floor(place / COLUMNS), Math.floor(look / LOOKS))];
  });
  return looks.filter((point) => rings.filter((ring) => isInside(point, ring)).length % 2 === 1).length;
}

/** Whether a line from a point to the right crosses a ring an odd number of times. */
function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false;
  let [lastX, lastY] = ring.at(-1) ?? [0, 0];
  for (const [nextX, nextY] of ring) {
    if (nextY > y !== lastY > y && x < ((lastX - nextX) * (y - nextY)) / (lastY - nextY) + nextX) inside = !inside;
    [lastX, lastY] = [nextX, nextY];
  }
  return inside;
}

function middleOf({ mark, rings }: Land): Point {
  if (mark) return [mark.x, mark.y];
  const [left, top, right, bottom] = boxOf(rings[0] ?? []);
  return [(left + right) / 2, (top + bottom) / 2];
}

/** The place of a point, then those around it, the nearest first. */
function around([x, y]: Point): number[] {
  const steps = Array.from({ length: 2 * REACH + 1 }, (_, step) => step - REACH);
  return steps
    .flatMap((down) => steps.map((across) => [Math.floor(x / SIDE) + across, Math.floor(y / SIDE) + down] as const))
    .filter(([column, row]) => column >= 0 && column < COLUMNS && row >= 0 && row < ROWS)
    .sort((one, other) => far(one, x, y) - far(other, x, y))
    .map(([column, row]) => row * COLUMNS + column);
}

function far([column, row]: readonly [number, number], x: number, y: number): number {
  return Math.hypot((column + 0.5) * SIDE - x, (row + 0.5) * SIDE - y);
}
