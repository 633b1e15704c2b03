import { geoContains } from 'd3-geo';
import { mergeArcs } from 'topojson-client';
import { type Atlas, asGeometry, type Place, type Polygons, readAtlas } from './atlas.ts';
import { cutInTwo } from './cut.ts';
import { stateByNumber } from './numbers.ts';

/**
 * Whose ground is whose on our maps: the practice of the United Nations, in this file alone (docs/decisions/0006-borders-on-maps.md).
 *
 * The data draw who holds the ground. Where the United Nations says otherwise, a line below says so and names its source. A land has a
 * category only as a state of its own; a dependent territory, Western Sahara, Taiwan and ground whose status is open are drawn
 * without one. No drawing of ours is an opinion on the status of a territory or its boundaries.
 */

/** Areas that the data keep apart and that belong to a state. */
const partOf: Readonly<Record<string, string>> = {
  Somaliland: 'SOM',
  'N. Cyprus': 'CYP', // Security Council resolutions 541 (1983) and 550 (1984); the buffer zone and the base areas lie in either part.
  Kosovo: 'XKX', // Drawn by itself; Security Council resolution 1244 (1999).
  '086': 'MUS', // Chagos: General Assembly resolution 73/295 (2019).
  '248': 'FIN', // Åland
  '344': 'CHN', // Hong Kong
  '446': 'CHN', // Macao
};

interface Transfer {
  readonly from: string;
  readonly to: string;
  /** A place in the ground that is handed over. */
  readonly at: Place;
  /** Where the data draw no border: one to cut along, from coast to coast or from border to border. */
  readonly along?: readonly Place[];
}

const transfers: readonly Transfer[] = [
  // Crimea: General Assembly resolution 68/262 (2014).
  { from: 'RUS', to: 'UKR', at: [34.1, 45] },
  // Western Sahara north and west of the berm: the list of non-self-governing territories since 1963. Its border is at 27° 40′ N.
  {
    from: 'MAR',
    to: '732',
    at: [-13.1, 27.1],
    along: [
      [-13.17, 27.667],
      [-8.67, 27.667],
    ],
  },
  // The occupied Golan: Security Council resolution 497 (1981). The line of 1949: upper Jordan, eastern shore of the lake, Yarmouk.
  {
    from: 'ISR',
    to: 'SYR',
    at: [35.8, 33],
    along: [
      [35.628, 33.275],
      [35.655, 33.18],
      [35.63, 33.02],
      [35.62, 32.89],
      [35.65, 32.8],
      [35.61, 32.683],
    ],
  },
];

/** No state's, and nobody lives there to be spoken for. */
const leftOut: ReadonlySet<string> = new Set(['010']);

export interface Country {
  /** ISO 3166-1 alpha-3 (XKX for Kosovo) of a state; else the number or name of a land without a category. */
  readonly key: string;
  readonly state: boolean;
  /** None where the data have no island so small (Tuvalu). */
  readonly polygons: Polygons;
}

const states: ReadonlySet<string> = new Set([...stateByNumber.values(), 'XKX']);

/** Every land with the ground that is its own, and the arcs that lands share. */
export function bordersOfTheWorld(): { readonly arcs: Atlas['arcs']; readonly countries: readonly Country[] } {
  const atlas = readAtlas();
  const grounds = Map.groupBy(
    atlas.areas.map(({ key, polygons }) => ({ key: partOf[key] ?? stateByNumber.get(key) ?? key, polygons })),
    ({ key }) => key,
  );
  const owned = new Map([...states].map((key): [string, Polygons] => [key, []]));
  for (const [key, areas] of grounds) {
    owned.set(
      key,
      areas.flatMap(({ polygons }) => polygons),
    );
  }
  for (const transfer of transfers) handOver(atlas, owned, transfer);
  const topology = { type: 'Topology' as const, objects: {}, arcs: atlas.arcs.map((arc) => arc.map((at) => [...at])) };
  /** Without the borders between a land's own parts. */
  const joined = (arcs: Polygons) => mergeArcs(topology, [{ type: 'MultiPolygon', arcs }]).arcs;
  const countries = [...owned]
    .filter(([key]) => !leftOut.has(key))
    .map(([key, polygons]) => ({ key, state: states.has(key), polygons: joined(polygons) }));
  return { arcs: atlas.arcs, countries };
}

function handOver(atlas: Atlas, owned: Map<string, Polygons>, { from, to, at, along }: Transfer): void {
  const holds = (rings: Polygons[number]) => geoContains(asGeometry(atlas, [rings]), [...at]);
  const before = owned.get(from) ?? [];
  const parts = before.flatMap((rings) => (along && holds(rings) ? cutInTwo(atlas, rings, along) : [rings]));
  const given = parts.filter(holds);
  if (given.length !== 1) throw new Error(`the map's data no longer hold the ground that goes from ${from} to ${to}`);
  owned.set(
    from,
    parts.filter((rings) => !given.includes(rings)),
  );
  owned.set(to, [...(owned.get(to) ?? []), ...given]);
}
