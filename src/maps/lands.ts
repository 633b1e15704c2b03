import { type Place, ringPlaces } from './atlas.ts';
import { bordersOfTheWorld, type Country } from './borders.ts';
import { apart, homeOf, isSmall } from './marks.ts';
import { pathOf } from './path.ts';
import { areaOf, type Point, projected, unrolled } from './projection.ts';
import { simplified } from './simplify.ts';

/** Map units squared (one is 1,190 km²): smaller bends and islands are left out. */
const BEND = 0.22;
const ISLAND = 0.5;
/** With less ground than this a land is told by its mark. */
const SEEN = 7;

export interface Mark {
  readonly x: number;
  readonly y: number;
  /** Whether it is drawn; otherwise the shape is seen well enough and the mark only widens what can be hit. */
  readonly drawn: boolean;
}

export interface Land {
  /** ISO 3166-1 alpha-3, XKX for Kosovo; undefined for land that has no category of its own. */
  readonly iso3: string | undefined;
  /** SVG path data, relative; empty where an island has no shape at this size. */
  readonly d: string;
  readonly mark: Mark | undefined;
  /** Its shapes, the largest first; the same as in the path. */
  readonly rings: readonly (readonly Point[])[];
}

let lands: readonly Land[] | undefined;

/** Every land of the world on a grid 1000 wide; computed at the first call and kept. */
export function landShapes(): readonly Land[] {
  lands ??= drawnLands();
  return lands;
}

function drawnLands(): Land[] {
  const { arcs, countries } = bordersOfTheWorld();
  const short = arcs.map((arc) => simplified(arc, BEND));
  const lands = countries.map((country) => ({ country, ...ringsOf(short, country) }));
  const small = lands.filter(({ country, largest }) => country.state && isSmall(largest));
  const places = apart(small.map(({ country, largest }) => homeOf(country.key, largest)));
  const marks = new Map(
    small.map(({ country, rings }, index): [string, Mark] => {
      const [x, y] = places[index] ?? [0, 0];
      return [country.key, { x, y, drawn: rings.reduce((sum, ring) => sum + areaOf(ring), 0) < SEEN }];
    }),
  );
  return lands.map(({ country, rings }) => ({
    iso3: country.state ? country.key : undefined,
    d: pathOf(rings),
    mark: marks.get(country.key),
    rings,
  }));
}

function ringsOf(
  arcs: readonly (readonly Place[])[],
  country: Country,
): { readonly rings: readonly (readonly Point[])[]; readonly largest: readonly Point[] } {
  const rings = country.polygons
    .flat()
    .map((ring) => unrolled(ringPlaces(arcs, ring)).map(projected))
    .map((ring) => ({ ring: ring.slice(0, -1), area: areaOf(ring) }))
    .toSorted((one, other) => other.area - one.area);
  const seen = rings.filter(({ area }, index) => index === 0 || area >= ISLAND);
  return { rings: seen.map(({ ring }) => ring), largest: rings[0]?.ring ?? [] };
}
