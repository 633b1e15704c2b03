import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { isLang, type Lang, preferredLang } from '../locales/langs.ts';
import { sendAnswer } from './answer.ts';
import { answerStatus } from './failures.ts';
import { sameOrigin, withoutNul } from './posted-form.ts';
import type { Route } from './route.ts';
import { viewFor } from './view.ts';
import { NothingHere, type Visit } from './visit.ts';

export function serveRoute(server: FastifyInstance, app: App, route: Route): void {
  server.route({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      if (route.method === 'POST' && !sameOrigin(request.headers, app.settings.PUBLIC_URL)) {
        return answerStatus(app, request, reply, 403);
      }
      const address = canonical(route.path, request);
      if (route.method === 'GET' && address !== request.url) return reply.redirect(address, 301);
      const generation = app.pages.generation;
      const answer = await route.handle(readVisit(app, request));
      return sendAnswer(request, reply, answer, app.pages, generation);
    },
  });
}

/**
 * A page has one address, so that it is kept once: however its letters are escaped, and without what a server is never sent.
 * @throws NothingHere where a part of it is empty: `//host/x` would lead to another site (RFC 3986 section 4.2)
 */
function canonical(path: string, request: FastifyRequest): string {
  const params = request.params as Record<string, string>;
  if (Object.values(params).includes('')) throw new NothingHere(path);
  const [, search] = request.url.split('#', 1)[0]?.split(/\?(.*)/s, 2) ?? [];
  const pathname = path.replace(/:([a-z0-9]+)/gi, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return search === undefined ? pathname : `${pathname}?${search}`;
}

function readVisit(app: App, request: FastifyRequest): Visit {
  const params = request.params as Record<string, string>;
  const lang = languageOf(request);
  const [pathname = '', search = ''] = request.url.split('?', 2);
  return {
    app,
    lang,
    view: viewFor(app.settings, lang, pathname.slice(lang.length + 1) + (search && `?${search}`)),
    params,
    query: withoutNul(new URLSearchParams(search)),
    form: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
    network: request.ip,
    acceptLanguage: String(request.headers['accept-language'] ?? ''),
    fromOurPages: [undefined, 'same-origin'].includes(request.headers['sec-fetch-site'] as string | undefined),
  };
}

/** @throws NothingHere for a language that the site does not speak */
function languageOf(request: FastifyRequest): Lang {
  const { lang } = request.params as { lang?: string };
  if (lang === undefined) return preferredLang(request.headers['accept-language']);
  if (!isLang(lang)) throw new NothingHere(lang);
  return lang;
}
