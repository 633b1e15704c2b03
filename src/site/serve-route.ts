import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLang, type Lang, preferredLang } from '../config/langs.ts';
import { type Answer, NotFoundError } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import type { Fields, Form } from '../http/fields.ts';
import { InvalidFormError, LongForm, sameOrigin, withoutNul } from '../http/posted-form.ts';
import { guardAction } from '../http/proof-of-work.ts';
import { readFields } from '../http/read-fields.ts';
import type { SiteRequest } from '../http/request.ts';
import { RequestTooLongError } from '../http/request-limits.ts';
import type { GetRoute, PostRoute, Route } from '../http/route.ts';
import { answerForAll, sendAnswer } from '../http/send-answer.ts';
import { viewFor } from '../http/view.ts';
import { busyPage } from './busy-page.tsx';
import { answerOf, answerStatus } from './failures.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The form that an address takes: the body is held to it while it is read. */
    form?: Form;
  }
}

export function serveRoute(server: FastifyInstance, app: App, route: Route): void {
  if (route.method === 'GET') serveGet(server, app, route);
  else servePost(server, app, route);
}

function serveGet(server: FastifyInstance, app: App, route: GetRoute): void {
  server.get(route.path, async (request, reply) => {
    const address = canonical(route.path, request);
    if (address !== request.url) return reply.redirect(address, 301);
    const siteRequest = readSiteRequest(app, request, route.query);
    if (!route.forAll) return sendAnswer(request, reply, await answerOf(route.handle, siteRequest));
    return answerForAll(app, request, reply, renderFor(route, siteRequest));
  });
}

function servePost(server: FastifyInstance, app: App, route: PostRoute): void {
  const { path, form, handle } = route;
  server.post(path, {
    config: { form },
    // Before the body is read: what another site sends is neither taken nor given back.
    onRequest: async (request, reply) => {
      if (!sameOrigin(request.headers, app.settings.PUBLIC_URL)) return answerStatus(app, request, reply, 403);
      languageOf(request);
    },
    handler: async (request, reply) => {
      const siteRequest = readSiteRequest(app, request, {});
      const guard = form.pays === 'network' ? await guardAction(siteRequest) : 'go';
      if (guard !== 'go' && siteRequest.tooLong) throw siteRequest.tooLong;
      const answer = guard === 'go' ? await answerOf(handle, siteRequest, form) : busyPage(siteRequest, guard, form);
      return sendAnswer(request, reply, answer);
    },
  });
}

/**
 * A page has one address, so that it is kept once: however its letters are escaped, and without what a server is never sent.
 * @throws NotFoundError where a part of it is empty: `//host/x` would lead to another site (RFC 3986 section 4.2)
 */
function canonical(path: string, request: FastifyRequest): string {
  const params = request.params as Record<string, string>;
  if (Object.values(params).includes('')) throw new NotFoundError(path);
  const [, search] = request.url.split('#', 1)[0]?.split(/\?(.*)/s, 2) ?? [];
  const pathname = path.replace(/:([a-z0-9]+)/gi, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return search === undefined ? pathname : `${pathname}?${search}`;
}

function readSiteRequest(app: App, request: FastifyRequest, query: Fields): SiteRequest {
  const params = request.params as Record<string, string>;
  const lang = languageOf(request);
  const [pathname = '', search = ''] = request.url.split('?', 2);
  return {
    app,
    lang,
    view: viewFor(app, lang, pathname.slice(lang.length + 1) + (search && `?${search}`)),
    params,
    query: readQuery(search, query),
    ...formOf(request.body),
    network: request.ip,
    acceptLanguage: String(request.headers['accept-language'] ?? ''),
    fromOurPages: [undefined, 'same-origin'].includes(request.headers['sec-fetch-site'] as string | undefined),
  };
}

function formOf(body: unknown): Pick<SiteRequest, 'form' | 'tooLong'> {
  if (body instanceof LongForm) return { form: body.taken(), tooLong: body.tooLong };
  return { form: body instanceof URLSearchParams ? body : new URLSearchParams() };
}

/** Renders for everybody: it may stay in memory, so it holds nothing of the request, and what is of its reader alone is taken out. */
function renderFor(route: GetRoute, siteRequest: SiteRequest): () => Promise<Answer> {
  const everybody = {
    ...siteRequest,
    form: new URLSearchParams(),
    network: '',
    acceptLanguage: '',
    fromOurPages: false,
  };
  return () => answerOf(route.handle, everybody);
}

/** @throws RequestTooLongError, InvalidFormError */
function readQuery(search: string, fields: Fields): URLSearchParams {
  const { given, wrong, repeated } = readFields(withoutNul(new URLSearchParams(search)), fields);
  if (wrong.size > 0) throw new RequestTooLongError(414);
  if (repeated) throw new InvalidFormError('a field came too often');
  return given;
}

/** @throws NotFoundError for a language that the site does not speak */
function languageOf(request: FastifyRequest): Lang {
  const { lang } = request.params as { lang?: string };
  if (lang === undefined) return preferredLang(request.headers['accept-language']);
  if (!isLang(lang)) throw new NotFoundError(lang);
  return lang;
}
