import type { Route } from '../../src/http/route.ts';
import type { Fetched } from './fetch-all.ts';

/** Something that leads on from an answer of ours to another address of ours. */
export interface Link {
  readonly from: string;
  readonly method: 'GET' | 'POST';
  readonly pathname: string;
  /** The names behind its question mark. */
  readonly query: readonly string[];
  readonly fragment: string;
}

/** What an answer leads to on the same site: by links, pictures, forms and addresses in machine-readable files. */
export function linksIn(url: string, { path, type, body }: Pick<Fetched, 'path' | 'type' | 'body'>): Link[] {
  const found = type.startsWith('text/html') ? inPage(body) : inFile(url, body);
  return found.flatMap(({ to, method }) => {
    const at = URL.parse(to.replaceAll('&amp;', '&'), url + path);
    if (at?.origin !== new URL(url).origin) return [];
    return [
      { from: path, method, pathname: at.pathname, query: [...at.searchParams.keys()], fragment: at.hash.slice(1) },
    ];
  });
}

interface Found {
  readonly to: string;
  readonly method: Link['method'];
}

function inPage(html: string): Found[] {
  const tags = [...html.matchAll(/<(\w+)\b([^>]*)>/g)].map(([, tag = '', rest = '']) => {
    const attributes = [...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
    return { tag, attributes: new Map(attributes) };
  });
  const drawn = [...html.matchAll(/url\((\/[^)"]+)\)/g)].map(([, to = '']) => ({ to, method: 'GET' as const }));
  let method: Link['method'] = 'GET';
  const said = tags.flatMap(({ tag, attributes }) => {
    if (tag === 'form') method = attributes.get('method') === 'post' ? 'POST' : 'GET';
    const sent = ['action', 'formaction'].flatMap((name) => attributes.get(name) ?? []);
    const script = attributes.get('data-ask');
    const led = ['href', 'src', 'poster'].flatMap((name) => attributes.get(name) ?? []);
    const set = (attributes.get('srcset') ?? '').split(',').flatMap((one) => one.trim().split(' ')[0] || []);
    const told = /^https?:/.test(attributes.get('content') ?? '') ? [attributes.get('content') ?? ''] : [];
    return [
      ...sent.map((to) => ({ to, method })),
      ...(script ? [{ to: script, method: 'POST' as const }] : []),
      ...[...led, ...set, ...told].map((to) => ({ to, method: 'GET' as const })),
    ];
  });
  return [...said, ...drawn];
}

function inFile(url: string, body: string): Found[] {
  const addresses = body.matchAll(new RegExp(`${RegExp.escape(url)}[^\\s"'<>\\\\,;\\]]*`, 'g'));
  return [...addresses].map(([to]) => ({ to, method: 'GET' }));
}

/** The routes that answer a link: each part that varies may be anything. */
export function answering<One extends Pick<Route, 'method' | 'path'>>(
  routes: readonly One[],
  { method, pathname }: Pick<Link, 'method' | 'pathname'>,
): One[] {
  return routes.filter((route) => route.method === method && patternOf(route.path).test(pathname));
}

const patterns = new Map<string, RegExp>();

function patternOf(path: string): RegExp {
  const known = patterns.get(path);
  if (known) return known;
  const made = new RegExp(
    `^${path
      .split(/:[a-z0-9]+/i)
      .map(RegExp.escape)
      .join('[^/]+')}$`,
  );
  patterns.set(path, made);
  return made;
}
