import { langs } from './config/langs.ts';
import { TODAY } from './http/finished.ts';
import type { SiteRequest } from './http/request.ts';
import { type GetRoute, get } from './http/route.ts';
import { fromVisible, together } from './publications/visible-to.ts';
import type { PageIn, Room } from './room.ts';
import { siteAddresses } from './site/addresses.ts';

/** Every page that a search engine may show, with its other languages (sitemaps.org 0.9; hreflang by xhtml:link). */
export function sitemapOf(rooms: readonly Room[]): GetRoute {
  const tags = rooms.flatMap(({ sitemapTags = [] }) => sitemapTags);
  const handle = fromVisible(
    ({ app }: SiteRequest) => pagesOf(rooms, app),
    (pages, { app }) => ({
      kind: 'file' as const,
      type: 'application/xml; charset=utf-8',
      tags: [...new Set([...tags, TODAY])],
      body: asXml(entriesOf(pages.flat(), app)),
    }),
  );
  return get(siteAddresses.sitemap, handle);
}

async function pagesOf(rooms: readonly Room[], app: SiteRequest['app']) {
  return together(await Promise.all(rooms.flatMap(({ sitemap }) => sitemap?.(app) ?? [])));
}

function entriesOf(pages: readonly PageIn[], app: SiteRequest['app']): string[] {
  return pages.flatMap((page) => {
    const there = langs.flatMap((lang) => {
      const path = page(lang);
      return path === undefined ? [] : [{ lang, at: `${app.settings.PUBLIC_URL}${path}` }];
    });
    const others = there.map(({ lang, at }) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${at}"/>`);
    return there.map(({ at }) => `<url><loc>${at}</loc>${others.join('')}</url>`);
  });
}

function asXml(entries: readonly string[]): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" ' +
    `xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`
  );
}
