import type { Lang } from '../../config/langs.ts';
import { isLang } from '../../config/langs.ts';
import type { PageAnswer } from '../../http/answer.ts';
import type { App } from '../../http/app.ts';
import { readFields } from '../../http/read-fields.ts';
import type { GetRoute, Route } from '../../http/route.ts';
import { viewFor } from '../../http/view.ts';
import type { Preview } from '../../publications/audience.ts';
import { previewing } from '../../publications/previewing.ts';
import { answerOf } from '../../site/failures.ts';
import { dayIn } from '../../text/time-zone.ts';
import { paramsIn } from '../route-at.ts';

declare module '../../http/app.ts' {
  interface Handed {
    /** Every address of the site. */
    readonly publicRoutes: readonly Route[];
  }
}

interface Found {
  readonly route: GetRoute;
  readonly params: Readonly<Record<string, string>>;
  readonly lang: Lang;
}

/** Pages that are the same for everybody, and what people do from a campaign; what a mailed link leads to is its reader's own. */
function isShown(route: Route): route is GetRoute {
  return route.method === 'GET' && (route.forAll || route.path.startsWith('/:lang/campaigns/:slug/'));
}

/** The page of the site at a path; undefined where a preview leads nowhere. */
export function sitePageAt({ handed }: Pick<App, 'handed'>, path: string): Found | undefined {
  const pathname = path.split('?')[0] ?? '';
  const fitting = handed.publicRoutes.filter(isShown).flatMap((route) => {
    const params = paramsIn(route.path, pathname);
    return params && isLang(params.lang ?? '') ? [{ route, params, lang: params.lang as Lang }] : [];
  });
  return fitting.sort((one, other) => Object.keys(one.params).length - Object.keys(other.params).length)[0];
}

/** What readers would be answered there, through the gate, as it stands for a preview; undefined where it is no page. */
export async function previewed(
  app: App,
  { route, params, lang }: Found,
  path: string,
  preview: Preview,
): Promise<PageAnswer | undefined> {
  const [pathname = '', search = ''] = path.split('?', 2);
  const view = viewFor(app, lang, pathname.slice(lang.length + 1) + (search && `?${search}`));
  const today = () => dayIn(view.timeZone, preview.at);
  const request = {
    ...{ app, lang, params, view: { ...view, today } },
    ...{ query: readFields(new URLSearchParams(search), route.query).given, form: new URLSearchParams() },
    ...{ network: '', acceptLanguage: '', fromOurPages: true },
  };
  const answer = await previewing(preview, () => answerOf(route.handle, request));
  return answer.kind === 'page' ? answer : undefined;
}
