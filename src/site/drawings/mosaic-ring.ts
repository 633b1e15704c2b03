import { MINERALS, steadyNumbers } from './strip.ts';

/** The field on which the ring is drawn; the piece that is just joining stands out of it. */
export const RING_SIZE = 320;
const CENTRE = { x: 156, y: 166 };
const INNER = 58;
const OUTER = 142;
/** Between pieces. */
const SEAM = 2.4;
/** Where the ring begins, in the mark as in the picture: at the upper right. */
const BEGINS = -1.05;
/** How far out, and how much turned, a piece comes. */
const COMING = { out: 17, turn: 0.22 };

/** Cool stones on the one side and warm ones on the other, which meet. Numbers of minerals. */
const COOL = [0, 2, 0, 4];
const WARM = [1, 3, 1, 3];

/** A place for one piece. */
export interface Place {
  readonly mineral: number;
  /** It has no other outside it. */
  readonly outer: boolean;
  /** An SVG path. */
  readonly path: string;
  /** The same piece, coming from outside. */
  readonly coming: string;
}

/** What is drawn of a ring: SVG paths, one for each mineral where there are many. */
export interface RingDrawing {
  /** The pieces that are there. */
  readonly paths: readonly string[];
  /** The rest of the picture as it is drawn on the ground before it is laid. */
  readonly ground: readonly string[];
  /** The open place, and its piece, which is just coming. */
  readonly gap: string;
  readonly coming: string;
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The picture of the movement: a ring of hand-cut pieces, ever the same, in the order in which they are laid, clockwise from where the
 * mark has its open place.
 */
export function mosaicRing(rows: number, inAll: number): readonly Place[] {
  const next = steadyNumbers(`united by common bonds ${inAll}`);
  const high = (OUTER - INNER) / rows;
  const radii = Array.from({ length: rows }, (_, row) => INNER + row * high);
  const round = radii.reduce((sum, low) => sum + low + high / 2, 0);
  const cuts = radii.flatMap((low, row) => {
    const many = Math.round((inAll * (low + high / 2)) / round);
    return cutRow(many, next).map(([from, to]) => ({ from, to, low, high: low + high, outer: row === rows - 1 }));
  });
  return cuts
    .sort((one, other) => one.from + one.to - other.from - other.to || one.low - other.low)
    .map((cut) => ({
      mineral: mineralAt((cut.from + cut.to) / 2, next),
      outer: cut.outer,
      path: drawn(corners(cut)),
      coming: drawn(coming(cut)),
    }));
}

/** @returns one path for each mineral, '' where there is none of it */
export function byMineral(places: readonly Place[]): string[] {
  const paths = Array.from({ length: MINERALS }, () => '');
  for (const { mineral, path } of places) paths[mineral] += path;
  return paths;
}

/** Cuts a round into pieces of unequal length. */
function cutRow(many: number, next: () => number): [from: number, to: number][] {
  const lengths = Array.from({ length: many }, () => 0.82 + next() / 700);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let at = 0;
  return lengths.map((length) => {
    const from = at;
    at += (length / whole) * 2 * Math.PI;
    return [from, at];
  });
}

function mineralAt(angle: number, next: () => number): number {
  const warm = Math.cos(angle + BEGINS) > (next() / 255 - 0.5) * 0.9;
  return (warm ? WARM : COOL)[next() % 4] ?? 0;
}

type Point = readonly [x: number, y: number];

function corners({ from, to, low, high }: Cut): Point[] {
  const at = (radius: number, angle: number, side: number): Point => {
    const turned = BEGINS + angle + (side * SEAM) / 2 / radius;
    return [CENTRE.x + radius * Math.cos(turned), CENTRE.y + radius * Math.sin(turned)];
  };
  const [inside, outside] = [low + SEAM / 2, high - SEAM / 2];
  return [at(inside, from, 1), at(outside, from, 1), at(outside, to, -1), at(inside, to, -1)];
}

function coming(cut: Cut): Point[] {
  const angle = BEGINS + (cut.from + cut.to) / 2;
  const middle = (cut.low + cut.high) / 2;
  const [x, y] = [CENTRE.x + middle * Math.cos(angle), CENTRE.y + middle * Math.sin(angle)];
  const [cos, sin] = [Math.cos(COMING.turn), Math.sin(COMING.turn)];
  return corners(cut).map(([px, py]) => {
    const [dx, dy] = [px - x, py - y];
    return [
      x + dx * cos - dy * sin + COMING.out * Math.cos(angle),
      y + dx * sin + dy * cos + COMING.out * Math.sin(angle),
    ];
  });
}

/** In whole units, each corner from the one before: short, and as if cut by hand. */
function drawn(points: readonly Point[]): string {
  const rounded = points.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  const [[x, y] = [0, 0], ...others] = rounded;
  const steps = others.map(([nextX, nextY], index) => {
    const [fromX, fromY] = rounded[index] ?? [0, 0];
    return `${nextX - fromX} ${nextY - fromY}`;
  });
  return `M${x} ${y}l${steps.join(' ').replaceAll(' -', '-')}z`;
}
