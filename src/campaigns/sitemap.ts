import { type Lang, langs } from '../locales/langs.ts';
import { figureIds } from '../record/figures/figures.ts';
import { explainerSlugs } from '../record/learn-page.tsx';
import { worldOf } from '../record/record.ts';
import { links } from '../site/links.ts';
import type { Handler } from '../site/visit.ts';
import { campaignsIn } from './campaigns.ts';

/** Every page that a search engine may show, with its other languages (sitemaps.org 0.9; hreflang by xhtml:link). */
export const sitemap: Handler = async ({ app }) => {
  const slugs = (await campaignsIn(app.database, 'en')).map(({ slug }) => slug);
  const { docket, treaty } = await worldOf(app.database);
  const recorded = [
    ...explainerSlugs.map((slug) => (lang: Lang) => links.learn(lang, slug)),
    ...[...docket.situations.keys()].map((slug) => (lang: Lang) => links.situation(lang, slug)),
    ...[...docket.cases.keys()].map((slug) => (lang: Lang) => links.case(lang, slug)),
    ...[...docket.people.keys()].map((slug) => (lang: Lang) => links.person(lang, slug)),
    ...figureIds.map((id) => (lang: Lang) => links.figure(lang, id)),
    ...[...treaty.states.keys()].map((iso3) => (lang: Lang) => links.state(lang, iso3)),
  ];
  const pages: ((lang: Lang) => string)[] = [
    links.home,
    links.privacy,
    (lang: Lang) => links.record(lang),
    (lang: Lang) => links.figures(lang),
    (lang: Lang) => links.victims(lang),
    (lang: Lang) => links.states(lang),
    links.data,
    links.changes,
    ...recorded,
    ...slugs.flatMap((slug) =>
      [links.campaign, links.share, links.join].map((link) => (lang: Lang) => link(lang, slug)),
    ),
  ];
  const entries = pages.flatMap((page) =>
    langs.map((lang) => {
      const others = langs.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${app.settings.PUBLIC_URL}${page(other)}"/>`,
      );
      return `<url><loc>${app.settings.PUBLIC_URL}${page(lang)}</loc>${others.join('')}</url>`;
    }),
  );
  return {
    kind: 'file',
    type: 'application/xml; charset=utf-8',
    tags: ['campaigns', 'record', 'states'],
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`,
  };
};
