import { type Atlas, type Place, type Polygons, ringPlaces } from './atlas.ts';

/**
 * Cuts a polygon without holes along a line, whose two ends move to the nearest points of its ring.
 * Neighbours keep sharing their border with it: an arc in which an end lies is split for everybody.
 * @param rings of the atlas itself, not a copy
 * @returns the two parts that stand in place of the polygon
 */
export function cutInTwo(atlas: Atlas, rings: Polygons[number], along: readonly Place[]): Polygons {
  const ring = rings[0] ?? [];
  const from = splitNear(atlas, ring, along[0] ?? [0, 0]);
  const to = splitNear(atlas, ring, along.at(-1) ?? [0, 0]);
  const line = atlas.arcs.push([from, ...along.slice(1, -1), to]) - 1;
  const starts = ring.map((number) => ringPlaces(atlas.arcs, [number])[0]);
  const begin = starts.findIndex((place) => same(place, from));
  const turned = [...ring.slice(begin), ...ring.slice(0, begin)];
  const turn = (starts.findIndex((place) => same(place, to)) - begin + ring.length) % ring.length;
  return [[[...turned.slice(0, turn), ~line]], [[...turned.slice(turn), line]]];
}

/** Sees to it that an arc ends at the ring's point nearest to a place; gives back that point. */
function splitNear(atlas: Atlas, ring: readonly number[], near: Place): Place {
  let best = { arc: 0, at: 0, far: Number.POSITIVE_INFINITY, place: near };
  for (const number of ring) {
    const arc = number < 0 ? ~number : number;
    for (const [at, place] of (atlas.arcs[arc] ?? []).entries()) {
      const far = Math.hypot(place[0] - near[0], place[1] - near[1]);
      if (far < best.far) best = { arc, at, far, place };
    }
  }
  const last = (atlas.arcs[best.arc] ?? []).length - 1;
  if (best.at > 0 && best.at < last) splitArc(atlas, best.arc, best.at);
  return best.place;
}

function splitArc(atlas: Atlas, index: number, at: number): void {
  const whole = atlas.arcs[index] ?? [];
  const rest = atlas.arcs.push(whole.slice(at)) - 1;
  atlas.arcs[index] = whole.slice(0, at + 1);
  for (const ring of atlas.areas.flatMap(({ polygons }) => polygons.flat())) {
    for (let place = ring.length - 1; place >= 0; place -= 1) {
      if (ring[place] === index) ring.splice(place, 1, index, rest);
      else if (ring[place] === ~index) ring.splice(place, 1, ~rest, ~index);
    }
  }
}

function same(one: Place | undefined, other: Place): boolean {
  return one?.[0] === other[0] && one[1] === other[1];
}
