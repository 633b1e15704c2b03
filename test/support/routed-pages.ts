import type { Route } from '../../src/http/route.ts';
import { answering } from './links.ts';
import { openPage, type PageType } from './open-page.ts';
import { pathsInSitemap } from './surfaces.ts';

const IN_LANGUAGE = '/:lang';
/** Pictures, and tables to keep. */
const FILE = /\.\w+$|\/:file$/;

/**
 * Pages at addresses that no known one has: at its own where nothing varies in it, else at the first that the sitemap has of it.
 * @throws where neither says what may stand in an address
 */
export async function pagesOfRoutes(
  url: string,
  routes: readonly Route[],
  known: readonly PageType[],
): Promise<readonly PageType[]> {
  const mapped = await pathsInSitemap({ url });
  const met = new Set(known.flatMap(({ path }) => answering(routes, at('GET', path))));
  const pages: PageType[] = [];
  for (const route of routes) {
    if (route.method !== 'GET' || !route.path.startsWith(IN_LANGUAGE) || FILE.test(route.path) || met.has(route))
      continue;
    const example = exampleOf(route, mapped);
    if (await isPage(url, { name: '', path: example.replaceAll(/:\w+/g, 'none') })) {
      if (example.includes(':')) throw new Error(`say in test/support/ what may stand in ${route.path}`);
      pages.push({ name: nameOf(route), path: example });
    }
  }
  return pages;
}

/** What forms say that are sent with nothing in them; those behind mailed links would act. */
export async function formsWithErrors(
  url: string,
  routes: readonly Route[],
  pages: readonly PageType[],
): Promise<readonly PageType[]> {
  const forms = routes.filter(
    ({ method, path }) => method === 'POST' && path.startsWith(IN_LANGUAGE) && !path.includes(':token'),
  );
  const sent = forms.flatMap((route): PageType[] => {
    const page = { ...route, method: 'GET' } as const;
    const own = pages.find(
      ({ name, path }) => !name.startsWith('failed') && answering([page], at('GET', path)).length > 0,
    );
    return own ? [{ name: `sent empty: ${nameOf(route)}`, path: own.path.replace(/\?.*/, ''), sent: {} }] : [];
  });
  const shown = await Promise.all(sent.map((form) => isPage(url, form, [404])));
  return sent.filter((_, index) => shown[index]);
}

function at(method: Route['method'], path: string): { method: Route['method']; pathname: string } {
  return { method, pathname: `/en${path.replace(/\?.*/, '')}` };
}

function exampleOf(route: Route, mapped: readonly string[]): string {
  const path = mapped.find((one) => answering([route], { method: 'GET', pathname: one }).length > 0) ?? route.path;
  return path.replace(/^\/(?::lang|\w\w)(?=\/|$)/, '');
}

async function isPage(url: string, page: PageType, others: readonly number[] = []): Promise<boolean> {
  const response = await openPage(url, 'en', page);
  await response.body?.cancel();
  const html = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  return html && (response.status < 300 || response.status >= 400) && !others.includes(response.status);
}

/** Without its language: `campaigns/:slug/write`. */
function nameOf({ path }: Route): string {
  return path.slice(IN_LANGUAGE.length + 1);
}
