import { MINERALS, steadyNumbers } from './strip.ts';

/** The field on which the rings are drawn. */
export const RINGS_SIZE = { width: 320, height: 200 };
/** Where one ring must pass over the other again, so that they hold. */
export const CROSSING = { x: 130, y: 126, width: 60, height: 52 };

const BAND = 10.5;
const ROWS = [56, 67, 78];
/** The seam that a ring leaves where it passes over the other: radius and width of its whole band. */
export const SEAM = { radius: 67, width: 39 };

/** A row of pieces around a ring: for each mineral the lengths of its pieces and of the gaps between them, as a dash pattern. */
export interface Row {
  readonly radius: number;
  readonly width: number;
  readonly dashes: readonly (string | undefined)[];
}
export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly rows: readonly Row[];
}

/** Two linked rings, one of cool stones, one of warm ones; beside each other they share some. Last, pieces that came loose. */
export function interlockedRings(): { rings: readonly [Ring, Ring]; loose: readonly string[] } {
  const next = steadyNumbers('united by common bonds');
  return {
    rings: [ring(118, [0, 2, 0, 4, 0, 2, 0], 0, next), ring(202, [1, 3, 1, 1, 3, 5, 1], Math.PI, next)],
    loose: loosePieces(next),
  };
}

/** @param inner the angle at which this ring meets the other */
function ring(x: number, minerals: readonly number[], inner: number, next: () => number): Ring {
  const guests = minerals[0] === 0 ? [1, 3] : [0, 2];
  const rows = ROWS.map((radius) =>
    row(radius, next, (angle) => {
      const near = Math.cos(angle - inner);
      if (near < -0.55 && next() < 40 * -near) return undefined;
      if (near > 0.5 && next() < 26) return guests[next() % guests.length];
      return minerals[next() % minerals.length];
    }),
  );
  return { x, y: 100, rows };
}

/** Cuts one row into pieces of unequal length, and deals them out to the minerals. */
function row(radius: number, next: () => number, mineralAt: (angle: number) => number | undefined): Row {
  const round = 2 * Math.PI * radius;
  const patterns = Array.from({ length: MINERALS }, () => ({ dashes: '', last: 0 }));
  let at = 0;
  while (round - at > 6) {
    const cut = 8.5 + (next() % 5);
    const end = round - at - cut > 6 ? at + cut : round;
    const pattern = patterns[mineralAt(at / radius) ?? MINERALS];
    if (pattern) {
      pattern.dashes += `${pattern.dashes ? ' ' : '0 '}${short(at - pattern.last)} ${short(end - at - 1.2)}`;
      pattern.last = end - 1.2;
    }
    at = end;
  }
  const dashes = patterns.map(({ dashes, last }) => (dashes ? `${dashes} ${short(round - last)}` : undefined));
  return { radius, width: BAND - 0.8, dashes };
}

/** Small squares around the rings, each turned a little: what may be shattered at any time. */
function loosePieces(next: () => number): string[] {
  const paths = Array.from({ length: MINERALS }, () => '');
  for (let piece = 0; piece < 22; piece += 1) {
    const angle = (next() / 255 - 0.5) * 1.9;
    const far = 92 + (next() % 22);
    const side = piece % 2 === 0 ? 1 : -1;
    const [x, y] = [160 + side * (42 + Math.cos(angle) * far), 100 + Math.sin(angle) * far];
    const [a, b] = [3 + (next() % 3), (next() % 5) - 2];
    paths[next() % MINERALS] += `M${Math.round(x)} ${Math.round(y)}l${a} ${b} ${-b} ${a} ${-a} ${-b}z`;
  }
  return paths;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
