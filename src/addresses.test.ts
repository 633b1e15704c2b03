import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeRoutes } from '../test/support/office.ts';
import { unconnectedApp } from '../test/support/unconnected.ts';
import { API } from './api/addresses.ts';
import { endpointsOf } from './api/endpoints.ts';
import { serveApi } from './api/serve-api.ts';
import { langs } from './config/langs.ts';
import { root } from './config/root.ts';
import { address, addressOnDay } from './http/address.ts';
import { officeAddresses } from './office/addresses.ts';
import { serveOffice } from './office/serve-office.ts';
import { rooms } from './rooms.ts';
import { routesOf } from './routes.ts';
import { siteAddresses } from './site/addresses.ts';
import { makeServer } from './site/server.ts';

const addresses = rooms.flatMap((room) => Object.values(room.addresses ?? {}));
const patterns = addresses.map(({ pattern }) => pattern);
const routes = [...routesOf(rooms), ...officeRoutes];

let server: Awaited<ReturnType<typeof makeServer>>;
beforeAll(async () => {
  server = await makeServer(unconnectedApp(), routesOf(rooms), async (to, app) => {
    await serveApi(to, app);
    await serveOffice(to, app, officeRoutes);
  });
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
    expect(officeRoutes.length).toBeGreaterThan(40);
    const paths = routes.map(({ path }) => path);
    expect(paths.filter((path) => !patterns.includes(path))).toEqual([]);
    const twice = routes.map(({ method, path }) => `${method} ${path}`);
    expect(twice.filter((one, at) => twice.indexOf(one) !== at)).toEqual([]);
  });

  it('is what every other route of the server has: operators’, assets’, the API’s', () => {
    const served = routesIn(server.printRoutes({ commonPrefix: false }));
    expect(served.length).toBeGreaterThan(60);
    const known = [
      ...patterns,
      ...endpointsOf(unconnectedApp()).map(({ path }) => API + path.replace(/\{(\w+)\}/g, ':$1')),
    ];
    const assets = new RegExp(`^${siteAddresses.asset('')}[\\w.-]+$`);
    // What is answered wherever nothing else is; below an address that is answered too it is printed without its slash.
    const rest = ['*', '/*', `${API}/*`, `${officeAddresses.root()}*`];
    expect(served.filter((path) => ![...known, ...rest].includes(path) && !assets.test(path))).toEqual([]);
  });
});

/** The routes in a tree as Fastify prints it: each line is a part, as deep as it is indented. */
function routesIn(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods] = /^([\s│]*)[├└]── (\S*)(?: \((.+)\))?/.exec(line) ?? [];
    if (part === '') return [];
    const depth = indent.length / 4;
    above.length = depth;
    above.push(part);
    return methods ? [above.join('')] : [];
  });
}

const firsts = patterns.flatMap((pattern) => pattern.match(/^\/[a-z.][\w.-]*/i)?.[0].slice(1) ?? []);
const seconds = patterns.flatMap((pattern) => pattern.match(/^\/:lang\/([\w.-]+)/)?.[1] ?? []);
const inOffice = patterns.flatMap((pattern) => pattern.match(/^\/office\/:lang\/([\w.-]+)/)?.[1] ?? []);
const oneOf = (names: readonly string[]) => `(?:${[...new Set(names)].map(RegExp.escape).join('|')})`;

/**
 * What a source has of addresses: text that begins as one of ours does, in quotes or behind something filled in; a first part that is
 * filled in (`/${lang}/…`); a path put together; what stands behind a language, there or in the office; a link, picture or form with a
 * path in its tag.
 */
const ways = [
  new RegExp(`['"\`}=](/${oneOf([...firsts, ...langs])}(?=[/'"\`?#])[^'"\`\\s]*)`, 'g'),
  /(?:['"`]|url\})(\/\$\{\w*lang\}[^`\s]*|\/\$\{[^}\n]+\}\/[^`\s]*)/gi,
  /(['"]\/['"] ?\+[^\n]*|['"]\/['"]\.concat\()/g,
  /(\[\s*''\s*,[^\]\n]*\]\.join\(['"]\/['"]\))/g,
  new RegExp(
    `((?:\\+ ?|\\$\\{[^}\\n]*\\}|inLanguage\\([^()\\n]*, ?)['"\`]?/${oneOf(seconds)}(?=[/'"\`?#])[^'"\`\\s]*)`,
    'gi',
  ),
  new RegExp(`['"\`](/${oneOf(inOffice)}(?=[/'"\`?#])[^'"\`s]*)`, 'g'),
  /((?:href|action|formAction|src|srcSet|poster)=\{?["'`](?!#|https?:|mailto:|data:|["'`]|\$\{)[^\s"'`]*)/g,
];
const typedIn = (text: string) => [
  ...new Set(ways.flatMap((way) => [...text.matchAll(way)].map(([, path = '']) => path))),
];

/** What words, texts and styles have of them, in the middle of a sentence too. */
const typedInWords = (text: string) =>
  [...text.matchAll(new RegExp(`(?<![\\w./])/${oneOf([...firsts, ...langs])}/[\\w./-]+`, 'g'))].map(([path]) => path);

describe('no address is typed by hand', () => {
  const filesIn = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const sources = [...filesIn('src'), ...filesIn('bin')].filter(
    (name) => /\.(?:tsx?|js)$/.test(name) && !/\.test\.tsx?$|address(?:es)?\.ts$/.test(name),
  );
  const read = (name: string) => readFileSync(join(root, name), 'utf8');

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
      `'Path=/office'`,
      `fresh: '/staff/:id'`,
      `{ to: '/account' }`,
      inTemplate('/office/<lang>/jobs'),
      `'/' + lang + '/record'`,
      `'/'.concat(lang)`,
      `['', lang, 'record'].join('/')`,
      inTemplate('/<langOf(view)>/states'),
      inTemplate('/<one ?? other>/states'),
      `prefix + '/record/cases/x'`,
      `inLanguage(view.lang, '/record')`,
      `<a href="record">`,
      `<form action="../write">`,
      `<img src={'logo.svg'}/>`,
    ])
      expect(typedIn(typed).length, typed).toBeGreaterThan(0);
    for (const other of [
      `'/tmp/x'`,
      inTemplate('<file>/<key>'),
      inTemplate('<date>/<record>'),
      `inLanguage(view.lang, '')`,
      `<a href="#top">`,
      `<a href="mailto:x@mail.example">`,
    ])
      expect(typedIn(other), other).toEqual([]);
    for (const typed of ['see /feeds/en/cases/x.rss.', '[here](/en/record)', 'url(/brand/mark.svg)'])
      expect(typedInWords(typed), typed).toHaveLength(1);
    for (const other of ['and/or', 'https://other.example/en/record', '1998/en'])
      expect(typedInWords(other)).toEqual([]);
  });

  it('in any file of the product', () => {
    // A server of its own at the machine, for the outbox; what stands below the API's address.
    const others = ['src/mail/outbox-reader.ts', 'src/campaigns/open-endpoints.ts'];
    const typed = sources.flatMap((name) => typedIn(read(name)).map((path) => `${name}: ${path}`));
    expect(typed.filter((one) => !others.some((file) => one.startsWith(file)))).toEqual([]);
  });

  it('in words, styles and content', () => {
    const written = [...filesIn('src'), ...filesIn('content')].filter(
      (name) => /\.(?:json|css|md|txt)$/.test(name) && !name.endsWith('README.md'),
    );
    expect(written.length).toBeGreaterThan(60);
    expect(written.flatMap((name) => typedInWords(read(name)).map((path) => `${name}: ${path}`))).toEqual([]);
  });
});
