import { datasets } from '../../src/api/datasets.ts';
import { openShapes } from '../../src/api/open-shapes.ts';
import { langs } from '../../src/config/langs.ts';
import { figureIds } from '../../src/figures/figures.ts';
import { explainerSlugs } from '../../src/figures/learn-page.tsx';
import type { Fields } from '../../src/http/fields.ts';
import type { Room } from '../../src/room.ts';
import { rooms as all } from '../../src/rooms.ts';
import { routesOf } from '../../src/routes.ts';
import type { Site } from './site.ts';

/** What may stand for a part of an address, by what it names: whatever there is, and what nobody may see. */
export interface Parts {
  readonly campaigns: readonly string[];
  readonly situations: readonly string[];
  readonly cases: readonly string[];
  readonly people: readonly string[];
  readonly states: readonly string[];
  /** A day beside today for pages that have days; undefined: only as of today. */
  readonly on: string | undefined;
  /** Drawings that are asked for as pictures: each takes its time, and they are made of what the drawings are. */
  readonly pictures?: readonly string[];
}

/** What stands before a part of an address, and what may stand for it; the first that fits. */
type Rule = readonly [before: RegExp, values: readonly string[]];

/**
 * Every address of every surface, from the manifests: pages, drawings, files, feeds, the calendar, the sitemap, the API; filled in with
 * each part that fits it. A part that nothing is said of here takes what the sitemap has for it.
 */
export async function surfaces(site: Site, parts: Parts, rooms: readonly Room[] = all): Promise<string[]> {
  const rules = await rulesOf(site, parts);
  const mapped = await pathsInSitemap(site);
  const pictures: Rule = [/\/drawings\/$/, parts.pictures ?? ['figure-states-parties']];
  const routes = routesOf(rooms).flatMap((route) => {
    if (route.method !== 'GET') return [];
    const named = route.path.endsWith(':name.png') ? [pictures, ...rules] : rules;
    const paths = filled(route.path, named, mapped);
    return ['', ...asked(route.query, parts)].flatMap((query) => paths.map((path) => path + query));
  });
  return [...new Set([...routes, ...(await apiAddresses(site, rules, parts.on))])];
}

/** What may stand behind the question mark, beside nothing. */
function asked(query: Fields, { on, states: [state] }: Parts): string[] {
  const warned = 'aware' in query ? '&aware=1' : '';
  return [
    ...('on' in query && on ? [`?on=${on}`] : []),
    ...('state' in query && state ? [`?state=${state}${warned}`] : []),
  ];
}

async function rulesOf({ fresh, running }: Site, parts: Parts): Promise<readonly Rule[]> {
  const { rows } = await fresh.pool.query<{ id: number; dataset: string }>('SELECT id, dataset FROM revisions');
  const media = await fresh.pool.query<{ name: string }>(
    `SELECT encode(hash, 'hex') || '.webp' AS name FROM media_files`,
  );
  const { feeds } = running.app.handed;
  const names = Object.keys(datasets) as (keyof typeof openShapes)[];
  const { campaigns, situations, cases, people, states } = parts;
  return [
    [/^\/$/, langs],
    // There is no picture that a new install shows.
    [/^\/media\/$/, [`${'0'.repeat(64)}.webp`, ...media.rows.map(({ name }) => name)]],
    [/\/figures\/$/, figureIds],
    [/\/learn\/$/, explainerSlugs],
    [/\/drawings\/$/, filesOf(drawingsOf(parts))],
    [/\/feeds\/$/, langs],
    [/\/feeds\/\w+\/$/, [...feeds.keys()]],
    ...[...feeds.keys()].map((about): Rule => [new RegExp(`/feeds/\\w+/${about}/$`), feedsAbout(about, parts)]),
    [/\/(?:data|datasets)\/$/, names],
    ...names.flatMap((name): Rule[] => [
      [
        new RegExp(`/(?:data|datasets)/${name}/$`),
        rows.filter((row) => row.dataset === name).map(({ id }) => String(id)),
      ],
      [
        new RegExp(`/data/${name}/\\d+/$`),
        ['metadata.json', ...Object.keys(openShapes[name]).map((file) => `${file}.csv`)],
      ],
    ]),
    [/\/campaigns\/$/, campaigns],
    [/\/situations\/$/, situations],
    [/\/cases\/$/, cases],
    [/\/people\/$|\/cases\/[^/]+\/$/, people],
    [/\/states\/$/, states],
    [/\/renew\/$/, ['confirm']],
    [/^\/fonts\/$/, ['nothing.woff2']],
  ];
}

/** Everything that can be drawn. */
export function drawingsOf({ situations, cases, people }: Pick<Parts, 'situations' | 'cases' | 'people'>): string[] {
  const tracks = [...situations, ...cases.map((of, at) => `${of}--${people[at]}`)].map((name) => `track--${name}`);
  return ['states', 'situations', 'case-flow', ...tracks, ...figureIds];
}

/** What drawings are made of; of those with words of their own the drawing, too. */
function filesOf(drawings: readonly string[]): string[] {
  return drawings.flatMap((name) => [`${name}.csv`, ...(name.startsWith('track--') ? [`${name}.svg`] : [])]);
}

/** A format each: what they tell is the same. */
function feedsAbout(about: string, parts: Parts): string[] {
  const names: readonly string[] = about in parts ? (parts[about as keyof Parts] as readonly string[]) : ['all'];
  return names.map((name, at) => `${name}.${(['atom', 'rss', 'json'] as const)[at % 3]}`);
}

/** In its order. */
export async function pathsInSitemap({ url }: Pick<Site, 'url'>): Promise<readonly string[]> {
  const sitemap = await (await fetch(`${url}/sitemap.xml`)).text();
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at = '']) => new URL(at).pathname);
}

function filled(pattern: string, rules: readonly Rule[], mapped: readonly string[]): string[] {
  const part = /:(\w+)|\{(\w+)\}/.exec(pattern);
  if (!part) return [pattern];
  const before = pattern.slice(0, part.index);
  const after = pattern.slice(part.index + part[0].length);
  const values = valuesFor(part[0].replace(/\W/g, ''), before, rules, mapped);
  if (values.length === 0) throw new Error(`test/support/surfaces.ts: say what may stand for ${part[0]} in ${pattern}`);
  return values.flatMap((value) => filled(`${before}${value}${after}`, rules, mapped));
}

function valuesFor(name: string, before: string, rules: readonly Rule[], mapped: readonly string[]): readonly string[] {
  if (name === 'token') return ['none'];
  const known = rules.find(([pattern]) => pattern.test(before))?.[1];
  const listed = mapped.flatMap((path) =>
    path.startsWith(before) ? (path.slice(before.length).split('/')[0] ?? []) : [],
  );
  return known ?? [...new Set(listed)];
}

async function apiAddresses(site: Site, rules: readonly Rule[], on: string | undefined): Promise<string[]> {
  interface Described {
    readonly paths: Readonly<
      Record<string, { readonly get: { readonly parameters?: readonly { readonly name: string }[] } }>
    >;
  }
  const described = (await (await fetch(`${site.url}/api/v1/openapi.json`)).json()) as Described;
  return Object.entries(described.paths).flatMap(([path, { get }]) => {
    const takes = (name: string) => get.parameters?.some((one) => one.name === name);
    const asked = [...(takes('limit') ? ['limit=500'] : [])];
    const queries = [asked, ...(on && takes('on') ? [[...asked, `on=${on}`]] : [])].map((all) =>
      all.length > 0 ? `?${all.join('&')}` : '',
    );
    return filled(path, rules, []).flatMap((one) => queries.map((query) => one + query));
  });
}
