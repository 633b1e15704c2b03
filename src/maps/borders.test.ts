import { geoContains } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { asGeometry, type Place } from './atlas.ts';
import { bordersOfTheWorld } from './borders.ts';

const world = bordersOfTheWorld();
const shapes = world.countries.map((country) => ({ ...country, geometry: asGeometry(world, country.polygons) }));

/** The keys of all lands that hold a place: one, if borders are sound. */
function landsAt(place: Place): string[] {
  return shapes.filter(({ geometry }) => geoContains(geometry, [...place])).map(({ key }) => key);
}

describe('the borders on our maps', () => {
  it.each<[string, Place, string]>([
    ['Simferopol', [34.1, 45], 'UKR'],
    ['Perekop', [33.7, 46.1], 'UKR'],
    ['Krasnodar', [39, 45], 'RUS'],
    ['Laayoune', [-13.1, 27.1], '732'],
    ['Dakhla', [-15.5, 23.8], '732'],
    ['Tifariti', [-10.5, 26.2], '732'],
    ['Tarfaya', [-12.5, 27.9], 'MAR'],
    ['Agadir', [-9.3, 30.3], 'MAR'],
    ['the Golan', [35.8, 33], 'SYR'],
    ['Tiberias', [35.5, 32.8], 'ISR'],
    ['East Jerusalem', [35.25, 31.78], 'PSE'],
    ['Gaza', [34.33, 31.4], 'PSE'],
    ['Hargeisa', [44, 9.5], 'SOM'],
    ['Kyrenia', [33.5, 35.3], 'CYP'],
    ['the buffer zone', [33.35, 35.18], 'CYP'],
    ['Akrotiri', [32.95, 34.6], 'CYP'],
    ['Pristina', [21.1, 42.6], 'XKX'],
    ['Taipei', [121.3, 24.9], '158'],
    ['Hong Kong', [114.1, 22.4], 'CHN'],
    ['Nuuk', [-50, 64.5], '304'],
    ['Ponce', [-66.5, 18.2], '630'],
  ])('%s', (_name, place, key) => {
    expect(landsAt(place)).toEqual([key]);
  });

  it('give a category to states alone', () => {
    const silent = new Set(world.countries.filter(({ state }) => !state).map(({ key }) => key));
    for (const key of ['732', '158', '304', '630', '258', '540', '238', 'Siachen Glacier'])
      expect(silent).toContain(key);
    expect(world.countries.filter(({ state }) => state)).toHaveLength(198);
  });

  it('leave Antarctica out', () => {
    expect(landsAt([0, -80])).toEqual([]);
  });

  it('have no line within a land: Ukraine and Crimea are one piece', () => {
    const holder = shapes.find(({ key }) => key === 'UKR');
    const pieces = holder?.geometry.coordinates.filter((coordinates) =>
      [
        [34.1, 45],
        [30.5, 50.4],
      ].some(([lon = 0, lat = 0]) => geoContains({ type: 'Polygon', coordinates }, [lon, lat])),
    );
    expect(pieces).toHaveLength(1);
  });
});
