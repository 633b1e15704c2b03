import { existsSync, readFileSync } from 'node:fs';
import { type Place, ringPlaces } from './atlas.ts';
import { bordersOfTheWorld, type Country } from './borders.ts';
import { apart, homeOf, isSmall } from './marks.ts';
import { pathOf } from './path.ts';
import { areaOf, type Point, projected, unrolled } from './projection.ts';
import { simplified } from './simplify.ts';

/** How closely lands are drawn, in map units squared (one is 1,190 km²): smaller bends and islands are left out. */
export interface Detail {
  readonly bend: number;
  readonly island: number;
}

/** What a small part of the world, filling a page, or the whole on paper needs. */
export const FINE: Detail = { bend: 0.22, island: 0.5 };
/** For a region, or any large part of the world. */
export const MIDDLE: Detail = { bend: 0.6, island: 0.5 };
/** For the whole world on a page. */
export const COARSE: Detail = { bend: 3, island: 2 };

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

type Lands = readonly Land[];

const nameOf = ({ bend, island }: Detail) => `${bend} ${island}`;

/** Beside the built program alone: worked out when it was built, as at every start that takes a quarter of a second. */
const BUILT = new URL('lands.json', import.meta.url);
const landsByDetail = new Map<string, Lands>(existsSync(BUILT) ? JSON.parse(readFileSync(BUILT, 'utf8')) : []);

/** Every land of the world on a grid 1000 wide; where it was not built, computed at the first call for each detail, and kept. */
export function landShapes(detail = FINE): Lands {
  const known = landsByDetail.get(nameOf(detail));
  if (known) return known;
  const drawn = detail === FINE ? drawnLands() : withMarksOf(landShapes(), drawnRings(detail));
  landsByDetail.set(nameOf(detail), drawn);
  return drawn;
}

/** What `lands.json` holds: the lands of each detail that pages draw. */
export function landsToBuild(): readonly (readonly [string, Lands])[] {
  return [FINE, MIDDLE, COARSE].map((detail) => [nameOf(detail), landShapes(detail)]);
}

let borders: ReturnType<typeof bordersOfTheWorld> | undefined;

function drawnRings(detail: Detail) {
  borders ??= bordersOfTheWorld();
  const short = borders.arcs.map((arc) => simplified(arc, detail.bend));
  return borders.countries.map((country) => ({ country, ...ringsOf(short, country, detail.island) }));
}

/** The same lands, in the same order. */
function withMarksOf(fine: Lands, drawn: ReturnType<typeof drawnRings>): Land[] {
  return drawn.flatMap(({ rings }, at) => {
    const land = fine[at];
    return land ? [{ ...land, rings, d: pathOf(rings) }] : [];
  });
}

function drawnLands(): Land[] {
  const lands = drawnRings(FINE);
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
  island: number,
): { readonly rings: readonly (readonly Point[])[]; readonly largest: readonly Point[] } {
  const rings = country.polygons
    .flat()
    .map((ring) => unrolled(ringPlaces(arcs, ring)).map(projected))
    .map((ring) => ({ ring: ring.slice(0, -1), area: areaOf(ring) }))
    .toSorted((one, other) => other.area - one.area);
  const seen = rings.filter(({ area }, index) => index === 0 || area >= island);
  return { rings: seen.map(({ ring }) => ring), largest: rings[0]?.ring ?? [] };
}
