import { boxOf } from './marks.ts';
import { type Point, projected } from './projection.ts';

/** A line is wider than nothing: it is seen when it lies this far beyond an edge. */
const STROKE = 2;

/** A part of the map, in its units. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Parts of the world as the United Nations' statisticians draw them (UN M49), by the code of each. */
export const regionCodes = { africa: '002', americas: '019', asia: '142', europe: '150', oceania: '009' } as const;
export type Region = keyof typeof regionCodes;
export const regions = Object.keys(regionCodes) as readonly Region[];

/** The states of each region, by ISO 3166-1 alpha-3 (XKX for Kosovo). */
const states: Readonly<Record<Region, string>> = {
  africa: `AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ETH GAB GHA GIN GMB GNB GNQ KEN LBR LBY LSO MAR MDG MLI
    MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE`,
  americas: `ARG ATG BHS BLZ BOL BRA BRB CAN CHL COL CRI CUB DMA DOM ECU GRD GTM GUY HND HTI JAM KNA LCA MEX NIC PAN PER PRY SLV SUR
    TTO URY USA VCT VEN`,
  asia: `AFG ARE ARM AZE BGD BHR BRN BTN CHN CYP GEO IDN IND IRN IRQ ISR JOR JPN KAZ KGZ KHM KOR KWT LAO LBN LKA MDV MMR MNG MYS
    NPL OMN PAK PHL PRK PSE QAT SAU SGP SYR THA TJK TKM TLS TUR UZB VNM YEM`,
  europe: `ALB AND AUT BEL BGR BIH BLR CHE CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA LIE LTU LUX LVA MCO MDA MKD MLT
    MNE NLD NOR POL PRT ROU RUS SMR SRB SVK SVN SWE UKR VAT XKX`,
  oceania: 'AUS COK FJI FSM KIR MHL NIU NRU NZL PLW PNG SLB TON TUV VUT WSM',
};

const regionByState: ReadonlyMap<string, Region> = new Map(
  regions.flatMap((region) => states[region].split(/\s+/).map((iso3) => [iso3, region] as const)),
);

/** @param iso3 ISO 3166-1 alpha-3 */
export function regionOf(iso3: string): Region | undefined {
  return regionByState.get(iso3);
}

/** West, south, east and north of what is drawn of each, in degrees. */
const edges: Readonly<Record<Region, readonly [number, number, number, number]>> = {
  africa: [-27, -36, 61, 38],
  americas: [-122, -55, -36, 62],
  asia: [27, -10, 146, 52],
  europe: [-24, 34, 52, 71],
  oceania: [111, -47, 188, 20],
};

/** The part of the map on which a region is drawn. */
export function windowOf(region: Region): Window {
  const [west, south, east, north] = edges[region];
  const middle = (south + north) / 2;
  const corners = [south, middle, north].flatMap((lat): Point[] => [projected([west, lat]), projected([east, lat])]);
  const [left, top, right, bottom] = boxOf(corners);
  return { left, top, width: right - left, height: bottom - top };
}

/** Whether anything of a shape may be seen in a part of the map. */
export function isWithin({ left, top, width, height }: Window, ring: readonly Point[]): boolean {
  const [west, north, east, south] = boxOf(ring);
  return east > left && west < left + width && south > top && north < top + height;
}

/** A shape of which what lies beyond one edge of a part of the map is drawn straight: nobody sees it. */
export function trimmedTo(window: Window, ring: readonly Point[]): readonly Point[] {
  const sides = ring.map((point) => beyond(window, point));
  // Beyond which edges all lie since the last point that stays: the line to the next must not cross what is seen.
  let since = sides[0] ?? [];
  return ring.filter((_, at) => {
    const next = sides[(at + 1) % ring.length] ?? [];
    const common = since.filter((side) => sides[at]?.includes(side) && next.includes(side));
    const stays = at === 0 || common.length === 0;
    since = stays ? (sides[at] ?? []) : common;
    return stays;
  });
}

/** Beyond which edges of a part of the map a point lies. */
function beyond({ left, top, width, height }: Window, [x, y]: Point): readonly ('west' | 'east' | 'north' | 'south')[] {
  return [
    ...(x < left - STROKE ? (['west'] as const) : []),
    ...(x > left + width + STROKE ? (['east'] as const) : []),
    ...(y < top - STROKE ? (['north'] as const) : []),
    ...(y > top + height + STROKE ? (['south'] as const) : []),
  ];
}

export function viewBoxOf({ left, top, width, height }: Window): string {
  return [left, top, width, height].map(Math.round).join(' ');
}
