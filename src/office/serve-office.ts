import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { newSecret } from '../accounts/secrets.ts';
import { findSession, lookAtSession, type SessionRow } from '../accounts/sessions.ts';
import { fromOffice } from '../audit/made-from.ts';
import { isLang, type Lang, preferredLang } from '../config/langs.ts';
import { type Answer, NotFoundError, seeOther } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import type { Fields } from '../http/fields.ts';
import { Networks } from '../http/networks.ts';
import { InvalidFormError, sameOrigin, withoutNul } from '../http/posted-form.ts';
import { fieldOf, readFields } from '../http/read-fields.ts';
import { sendAnswer } from '../http/send-answer.ts';
import { FormWithFile, readFormWithFile } from '../http/uploaded-file.ts';
import { viewFor } from '../http/view.ts';
import { isTooLong, logFailure, statusOf } from '../site/failures.ts';
import { withPasskeys } from '../site/security-headers.ts';
import { officeAddresses } from './addresses.ts';
import { browserWords } from './browser-words.ts';
import { cookie, readCookie } from './cookies.ts';
import { copiedFormAt } from './copies/find-copied-form.ts';
import { formToken, isFormToken, sessionToken, TOKEN, whoseForm } from './form-token.ts';
import { keepSent, sentAgain } from './keep-unsent.ts';
import {
  elsewherePage,
  endedPage,
  officeErrorPage,
  officeTooMuchPage,
  officeTryAgainPage,
  refusedPage,
} from './office-errors.tsx';
import type { OfficeAnswer, OfficeForm, OfficeRequest, OfficeRoute, StaffRequest } from './office-route.ts';
import { isBehindUntrustedProxy, isFromHere, type Place, placeOf } from './place.ts';
import { refusedTo } from './refused-to.ts';
import { behindHome } from './way-back.ts';

/** Forms that one network may send in an hour before anybody signed in: enough for an office whose staff share one address. */
const FORMS_AN_HOUR = 120;

/** The office below /office, with errors, headers and cookies of its own. */
export async function serveOffice(server: FastifyInstance, app: App, routes: readonly OfficeRoute[]): Promise<void> {
  const networks = new Networks();
  await server.register(async (office) => {
    office.addHook('onRequest', async (request, reply) => {
      reply.header('permissions-policy', withPasskeys).header('x-robots-tag', 'noindex');
      if (!placeOf(app.settings, request)) {
        const behind = isBehindUntrustedProxy(app.settings, request);
        return sendAnswer(request, reply, elsewherePage(bareView(app, request), behind));
      }
      if (request.method === 'POST' && !sameOrigin(request.headers, app.settings.PUBLIC_URL))
        return sendAnswer(request, reply, officeErrorPage(bareView(app, request), 403));
      return undefined;
    });
    office.setErrorHandler((error, request, reply) => {
      const view = bareView(app, request);
      if (isTooLong(error)) return sendAnswer(request, reply, officeTooMuchPage(view, request.url, error));
      const status = statusOf(app, error as Error);
      logFailure(app, error as Error, request, status);
      // A page that comes of a failure changes nothing; whoever sends again is looked at as before.
      const typed = status >= 500 && request.body instanceof URLSearchParams && request.body.size > 1;
      const answer = typed
        ? officeTryAgainPage(view, status, request.url, request.body as URLSearchParams)
        : officeErrorPage(view, status);
      return sendAnswer(request, reply, answer);
    });
    takeFiles(office);
    const { root } = officeAddresses;
    office.get(root(), (request, reply) =>
      sendAnswer(request, reply, seeOther(officeAddresses.home(languageIn(request)))),
    );
    for (const route of routes) serve(office, app, route, networks);
    office.all(`${root()}/*`, (request, reply) =>
      sendAnswer(request, reply, officeErrorPage(bareView(app, request), 404)),
    );
  });
}

function serve(office: FastifyInstance, app: App, route: OfficeRoute, networks: Networks): void {
  const config = route.method === 'POST' ? { config: { form: route.form }, ...longBody(app, route) } : {};
  office.route({
    method: route.method,
    url: route.path,
    ...config,
    handler: async (request, reply) => {
      const checked = await readOfficeRequest(app, route, request, reply);
      const maySend = () => networks.take(request.ip, FORMS_AN_HOUR);
      return send(request, reply, await fromOffice(checked.browser.words, () => answerOf(route, checked, maySend)));
    },
  });
}

/** Files come with the forms that say so; whatever became of one, it is gone once it is answered. */
function takeFiles(office: FastifyInstance): void {
  office.addContentTypeParser('multipart/form-data', async (request: FastifyRequest, body: IncomingMessage) => {
    const { form } = request.routeOptions.config;
    if (!form?.file) throw new InvalidFormError('no file is asked for');
    return readFormWithFile(body, request.headers, form);
  });
  office.addHook('onResponse', async ({ body }) => {
    if (body instanceof FormWithFile) await body.removeFile();
  });
}

/** A long body is read of nobody who has no session. */
function longBody(app: App, { bytes, form }: OfficeForm): Pick<RouteShorthandOptions, 'bodyLimit' | 'onRequest'> {
  if (bytes === undefined && form.file === undefined) return {};
  return {
    ...(bytes === undefined ? {} : { bodyLimit: bytes }),
    onRequest: async (request, reply) => {
      const place = placeOf(app.settings, request);
      const given = place && readCookie(request.headers.cookie, 'office', place);
      if (given && (await findSession(app.database, given))) return undefined;
      return sendAnswer(request, reply, seeOther(officeAddresses.signIn(languageIn(request))));
    },
  };
}

function send(request: FastifyRequest, reply: FastifyReply, answer: OfficeAnswer) {
  if (answer.kind !== 'csv') return sendAnswer(request, reply, answer);
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${answer.name}"`)
    .type('text/csv; charset=utf-8')
    .send(Readable.from(answer.lines));
}

/** Whoever may not gets an answer that says so, before the handler is asked. */
async function answerOf(route: OfficeRoute, checked: OfficeRequest, maySend: () => boolean): Promise<OfficeAnswer> {
  const refused = route.method === 'POST' ? await refusedForm(route, checked, maySend) : undefined;
  if (refused) return refused;
  if (route.who === 'anybody') return route.handle(checked as StaffRequest);
  const { session, lang } = checked;
  if (!session) return seeOther(officeAddresses.signIn(lang, route.method === 'GET' ? { to: checked.path } : {}));
  const no = await refusedTo(route, checked, session);
  if (no) return no;
  const copied = await copiedFormAt({ ...checked, session }, route);
  const answer = await route.handle({ ...checked, session, copied });
  if (route.method === 'POST' && answer.kind === 'redirect') await sentAgain(checked);
  return answer;
}

/** What was sent in a session that has ended is kept for whose session it was, and told from what no page of ours sent. */
async function refusedForm(
  route: OfficeForm,
  checked: OfficeRequest,
  maySend: () => boolean,
): Promise<Answer | undefined> {
  const { app, browser, form, view } = checked;
  const { who } = route;
  const given = form.get(TOKEN) ?? '';
  if (isFormToken(secretOf(checked), given))
    return who === 'anybody' && !maySend() ? officeErrorPage(view, 429) : undefined;
  const prose = proseOf(checked, route.form.fields);
  const whose = who === 'anybody' ? undefined : whoseForm({ keys: app.keys, browser: browser.token }, given);
  if (!whose) return refusedPage(checked, 'forged', prose);
  return endedPage(checked, route.byScript ? undefined : await keepSent(checked, route, whose), prose);
}

/** What somebody wrote, also into fields whose names only begin as declared; given back to whoever sent it, and kept nowhere. */
function proseOf({ form }: OfficeRequest, fields: Fields): string[] {
  return [...form].flatMap(([name, text]) => (fieldOf(fields, name)?.prose ? text.trim() || [] : []));
}

/** Of each request under way, what its browser alone holds. */
const secrets = new WeakMap<object, string>();

function secretOf({ browser }: OfficeRequest): string {
  return secrets.get(browser) ?? '';
}

async function readOfficeRequest(
  app: App,
  route: OfficeRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<OfficeRequest> {
  const place = placeOf(app.settings, request) as Place;
  const params = request.params as Record<string, string>;
  const lang = params.lang ?? '';
  if (!isLang(lang) || Object.values(params).includes('')) throw new NotFoundError(route.path);
  const cookies = request.headers.cookie;
  const given = readCookie(cookies, 'office', place);
  const look = route.method === 'POST' && route.byItself ? lookAtSession : findSession;
  const session = given ? await look(app.database, given) : undefined;
  const browser = { token: browserToken(cookies, place, reply), words: wordsOf(request) };
  const secret = session && given ? given : browser.token;
  secrets.set(browser, secret);
  const whose = { keys: app.keys, browser: browser.token };
  const [pathname = '', search = ''] = request.url.split('?', 2);
  return {
    app,
    lang,
    view: viewFor(app, lang, ''),
    params,
    query: readQuery(search, route),
    form: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
    place,
    browser,
    session: session as SessionRow | undefined,
    token: session && given ? sessionToken(whose, given, session.actor_id) : formToken(secret),
    fromHere: isFromHere(request),
    path: behindHome(lang, pathname) + (route.method === 'GET' && search ? `?${search}` : ''),
    keep: (name, value) => void reply.header('set-cookie', cookie(name, value, place)),
  };
}

/** By which a browser is known again; made where it has none. */
function browserToken(cookies: string | undefined, place: Place, reply: FastifyReply): string {
  const known = readCookie(cookies, 'office-browser', place);
  if (known) return known;
  const { token } = newSecret();
  reply.header('set-cookie', cookie('office-browser', token, place));
  return token;
}

function readQuery(search: string, route: OfficeRoute): URLSearchParams {
  if (route.method === 'POST') return new URLSearchParams();
  const { given, wrong, repeated } = readFields(withoutNul(new URLSearchParams(search)), route.query);
  if (wrong.size > 0 || repeated) throw new InvalidFormError('what stands behind the question mark');
  return given;
}

function wordsOf({ headers }: FastifyRequest): string {
  return browserWords(headers['user-agent'] ?? '');
}

function languageIn(request: FastifyRequest): Lang {
  const second = request.url.split(/[/?#]/)[2] ?? '';
  return isLang(second) ? second : preferredLang(request.headers['accept-language']);
}

function bareView(app: App, request: FastifyRequest) {
  return viewFor(app, languageIn(request), '');
}
