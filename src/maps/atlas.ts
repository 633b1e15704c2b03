import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

/** Longitude and latitude in degrees. */
export type Place = readonly [lon: number, lat: number];
/** Of each polygon its rings, of each ring the numbers of its arcs; a reversed arc is the complement of its number. */
export type Polygons = number[][][];

/** Areas that share their borders: a line between two neighbours is stored once. */
export interface Atlas {
  readonly arcs: Place[][];
  /** By ISO 3166-1 number, or by name where the data have none; in some cases several areas under one number. */
  readonly areas: { readonly key: string; polygons: Polygons }[];
}

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Natural Earth's countries at 1:50,000,000, as published: nothing is corrected here. */
export function readAtlas(): Atlas {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Countries;
  const areas = topology.objects.countries.geometries.map((geometry) => ({
    key: geometry.id === undefined ? nameOf(geometry.properties) : String(geometry.id),
    polygons: polygonsOf(geometry as Polygon | MultiPolygon),
  }));
  return { arcs: topology.arcs.map((_, index) => decoded(topology, index)), areas };
}

function nameOf(properties: object | undefined): string {
  return properties && 'name' in properties ? String(properties.name) : '';
}

function polygonsOf(geometry: Polygon | MultiPolygon): Polygons {
  return geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
}

function decoded(topology: Countries, arc: number): Place[] {
  const line = feature(topology, { type: 'LineString', arcs: [arc] });
  return line.geometry.type === 'LineString' ? line.geometry.coordinates.map(([lon = 0, lat = 0]) => [lon, lat]) : [];
}

/** The points of a ring, first and last the same. */
export function ringPlaces(arcs: readonly (readonly Place[])[], ring: readonly number[]): Place[] {
  return ring.flatMap((number, index) => {
    const arc = number < 0 ? (arcs[~number] ?? []).toReversed() : (arcs[number] ?? []);
    return index === 0 ? arc : arc.slice(1);
  });
}

/** As GeoJSON, to ask which places it holds. */
export function asGeometry(atlas: Pick<Atlas, 'arcs'>, polygons: Polygons): GeoJSON.MultiPolygon {
  const coordinates = polygons.map((rings) => rings.map((ring) => ringPlaces(atlas.arcs, ring).map((at) => [...at])));
  return { type: 'MultiPolygon', coordinates };
}
