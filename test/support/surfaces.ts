import { datasets } from '../../src/api/datasets.ts';
import { openShapes } from '../../src/api/open-shapes.ts';
import { langs } from '../../src/config/langs.ts';
import { figureIds } from '../../src/figures/figures.ts';
import { rooms } from '../../src/rooms.ts';
import { routesOf } from '../../src/routes.ts';
import type { Site } from './site.ts';

/** What may stand for a part of an address; a part that has none here fails whoever asks. */
export interface Parts {
  /** Slugs of whatever there is, and of what nobody may see. */
  readonly slugs: readonly string[];
  readonly people: readonly string[];
  readonly iso3: readonly string[];
  /** A day beside today for pages that have days. */
  readonly on: string;
}

/**
 * Every address of every surface, from the manifests: pages, drawings, files, feeds, the calendar, the sitemap, the API; filled in with
 * each part.
 */
export async function surfaces(site: Site, parts: Parts): Promise<string[]> {
  const values = await valuesOf(site, parts);
  const routes = routesOf(rooms).flatMap((route) => {
    if (route.method !== 'GET') return [];
    const days = 'on' in route.query ? ['', `?on=${parts.on}`] : [''];
    return filled(route.path, values).flatMap((path) => days.map((day) => path + day));
  });
  return [...new Set([...routes, ...(await apiAddresses(site, values, parts.on))])];
}

type Values = Readonly<Record<string, readonly string[]>>;

/** The part of each pattern that varies, by its name; where a name means different things, by the pattern's part before it too. */
async function valuesOf(site: Site, { slugs, people, iso3 }: Parts): Promise<Values> {
  const revisions = await site.fresh.pool.query<{ id: number }>('SELECT id FROM revisions ORDER BY id');
  const about = [...site.running.app.handed.feeds.keys()];
  const followed = ['all', ...slugs, ...people, ...iso3];
  return {
    lang: langs.filter((lang) => lang === 'en' || lang === 'ar'),
    slug: slugs,
    person: people,
    iso3,
    id: figureIds,
    about,
    dataset: Object.keys(datasets),
    revision: revisions.rows.map(({ id }) => String(id)),
    token: ['none'],
    purpose: ['confirm'],
    name: ['nothing.woff2'],
    'picture:name': ['figure-states-parties'],
    'drawings:file': ['states', 'situations', 'case-flow', ...figureIds].map((name) => `${name}.csv`),
    'data:file': [
      'metadata.json',
      ...Object.values(openShapes).flatMap((files) => Object.keys(files).map((file) => `${file}.csv`)),
    ],
    'feeds:file': followed.map((name, at) => `${name}.${(['atom', 'rss', 'json'] as const)[at % 3]}`),
  };
}

function filled(pattern: string, values: Values): string[] {
  const [part] = /:(\w+)|\{(\w+)\}/.exec(pattern) ?? [];
  if (part === undefined) return [pattern];
  const name = part.replace(/\W/g, '');
  const kind = pattern.split('/').find((one) => ['drawings', 'data', 'feeds'].includes(one)) ?? '';
  const known = values[pattern.endsWith('.png') ? `picture:${name}` : `${kind}:${name}`] ?? values[name];
  if (!known) throw new Error(`test/support/surfaces.ts: say what may stand for ${part} in ${pattern}`);
  return known.flatMap((value) => filled(pattern.replace(part, value), values));
}

async function apiAddresses(site: Site, values: Values, on: string): Promise<string[]> {
  interface Described {
    readonly paths: Readonly<
      Record<string, { readonly get: { readonly parameters?: readonly { readonly name: string }[] } }>
    >;
  }
  const described = (await (await fetch(`${site.url}/api/v1/openapi.json`)).json()) as Described;
  return Object.entries(described.paths).flatMap(([path, { get }]) => {
    const takes = (name: string) => get.parameters?.some((one) => one.name === name);
    const asked = [...(takes('limit') ? ['limit=500'] : [])];
    const queries = [asked, ...(takes('on') ? [[...asked, `on=${on}`]] : [])].map((all) =>
      all.length > 0 ? `?${all.join('&')}` : '',
    );
    return filled(path, values).flatMap((one) => queries.map((query) => one + query));
  });
}
