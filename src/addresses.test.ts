import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unconnectedApp } from '../test/support/unconnected.ts';
import { serveApi } from './api/serve-api.ts';
import { langs } from './config/langs.ts';
import { address, addressOnDay } from './http/address.ts';
import { rooms } from './rooms.ts';
import { routesOf } from './routes.ts';
import { makeServer } from './site/server.ts';

const addresses = rooms.flatMap((room) => Object.values(room.addresses ?? {}));
const patterns = addresses.map(({ pattern }) => pattern);

let server: Awaited<ReturnType<typeof makeServer>>;
beforeAll(async () => {
  server = await makeServer(unconnectedApp(), routesOf(rooms), serveApi);
  await server.ready();
});
afterAll(async () => {
  await server.close();
});

/** Files that are built for browsers have one route each. */
const isAsset = (pattern: string) => pattern === '/assets/:name';
const answers = (pattern: string) =>
  server.hasRoute({ method: 'GET', url: pattern }) || server.hasRoute({ method: 'POST', url: pattern });

describe('an address', () => {
  it('fills its parts in, each escaped, and puts the rest behind a question mark', () => {
    expect(address('/:lang/states/:iso3')('fr', 'A/B')).toBe('/fr/states/A%2FB');
    expect(addressOnDay('/:lang/record')('ar', '2016-02-18')).toBe('/ar/record?on=2016-02-18');
    expect(addressOnDay('/:lang/record')('ar')).toBe('/ar/record');
    expect(address('/:lang/write')('en', { state: 'KEN', to: ['1', '2'], none: undefined })).toBe(
      '/en/write?state=KEN&to=1&to=2',
    );
    expect(address('/drawings/:name.png')('map')).toBe('/drawings/map.png');
  });

  it('is of one room, and is answered', () => {
    expect(patterns.length).toBeGreaterThan(40);
    expect(patterns.filter((pattern, at) => patterns.indexOf(pattern) !== at)).toEqual([]);
    expect(patterns.filter((pattern) => !isAsset(pattern) && !answers(pattern))).toEqual([]);
  });

  it('is what every route of a page has', () => {
    const paths = routesOf(rooms).map(({ path }) => path);
    expect(paths.filter((path) => !patterns.includes(path))).toEqual([]);
    const twice = routesOf(rooms).map(({ method, path }) => `${method} ${path}`);
    expect(twice.filter((one, at) => twice.indexOf(one) !== at)).toEqual([]);
  });
});

/**
 * What a source has of addresses: text that begins as one of ours does, in quotes or behind something filled in; a first part that is
 * filled in (`/${lang}/…`); a path put together.
 */
function typedIn(text: string): string[] {
  const firsts = patterns.flatMap((pattern) => pattern.match(/^\/[a-z.][\w.-]*/i)?.[0].slice(1) ?? []);
  const begins = new RegExp(`['"\`}](/(?:${[...new Set(firsts), ...langs].join('|')})(?=[/'"\`?#])[^'"\`\\s]*)`, 'g');
  const filled = /(?:['"`]|url\})(\/\$\{\w*lang\}[^`\s]*|\/\$\{[\w.]+\}\/[^`\s]*)/gi;
  const joined = /(['"]\/['"] ?\+[^\n]*)/g;
  return [begins, filled, joined].flatMap((way) => [...text.matchAll(way)].map(([, path = '']) => path));
}

describe('no address is typed by hand', () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|address(?:es)?\.ts$/.test(name),
  );

  it('where there could be one', () => {
    expect(sources.length).toBeGreaterThan(300);
    const inTemplate = (path: string) => `\`${path.replaceAll('<', '${').replaceAll('>', '}')}\``;
    for (const typed of [
      `href='/en/record'`,
      '"/feeds/fr/x"',
      inTemplate('/<view.lang>/states'),
      inTemplate('/<one>/states'),
      inTemplate('<view.publicUrl>/<lang>'),
      inTemplate('<publicUrl>/<one>/record'),
      inTemplate('<app.settings.PUBLIC_URL>/api/v1/states'),
      inTemplate('Sitemap: <at>/sitemap.xml'),
      `'/' + lang + '/record'`,
    ])
      expect(typedIn(typed), typed).toHaveLength(1);
    for (const other of [`'/tmp/x'`, inTemplate('<file>/<key>'), inTemplate('<date>/<record>')])
      expect(typedIn(other), other).toEqual([]);
  });

  it('in any file of the product', () => {
    const typed = sources.flatMap((name) =>
      typedIn(readFileSync(join(import.meta.dirname, name), 'utf8')).map((path) => `${name}: ${path}`),
    );
    expect(typed).toEqual([]);
  });
});
