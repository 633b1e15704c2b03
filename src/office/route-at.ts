import type { OfficeForm, OfficePage, OfficeRoute } from './office-route.ts';

declare module '../http/app.ts' {
  interface Handed {
    /** Every address of the office. */
    readonly officeRoutes: readonly OfficeRoute[];
  }
}

/** An address with what its path says. */
export interface At<Route> {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

type Methods = { readonly GET: OfficePage; readonly POST: OfficeForm };

/** Which address of the office a path is of: of several that fit the one that says most of it in words of its own. */
export function routeAt<Method extends keyof Methods>(
  routes: readonly OfficeRoute[],
  method: Method,
  path: string,
): At<Methods[Method]> | undefined {
  const fitting = routes.flatMap((route) => {
    const params = route.method === method ? paramsIn(route.path, path) : undefined;
    return params ? [{ route: route as Methods[Method], params }] : [];
  });
  return fitting.sort((one, other) => Object.keys(one.params).length - Object.keys(other.params).length)[0];
}

/** What a path says of a pattern; undefined where it does not fit. */
export function paramsIn(pattern: string, path: string): Record<string, string> | undefined {
  const [parts, given] = [pattern.split('/'), path.split('/')];
  if (parts.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(given[at] ?? '');
    else if (part !== given[at]) return undefined;
  }
  return params;
}

/** The pages on which a form may stand, the likeliest first: at its own address, where it is proved for, and above. */
export function pagesWith(routes: readonly OfficeRoute[], { route, params }: At<OfficeForm>): At<OfficePage>[] {
  const parts = route.path.split('/');
  const above = parts.map((_, count) => parts.slice(0, parts.length - count).join('/'));
  const patterns = [...new Set([route.path, route.fresh?.pattern, ...above])];
  return patterns.flatMap((pattern) => {
    const page = routes.find((one): one is OfficePage => one.method === 'GET' && one.path === pattern);
    return page ? [{ route: page, params }] : [];
  });
}
