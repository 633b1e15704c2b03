import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLang, type Lang, preferredLang } from '../config/langs.ts';
import { isTransient } from '../database/transient-errors.ts';
import { inLanguage } from '../http/address.ts';
import type { Answer } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import type { FailureKind } from '../http/failure.ts';
import { type Form, proseIn, SPEAK } from '../http/fields.ts';
import { FormTooLongError } from '../http/posted-form.ts';
import { RenderQueueFullError } from '../http/render-gate.ts';
import type { Handler, SiteRequest } from '../http/request.ts';
import { sendAnswer, sendCached } from '../http/send-answer.ts';
import { OverloadedError } from '../http/shed-load.ts';
import { viewFor } from '../http/view.ts';
import { errorPage, tryAgainPage } from './error-pages.tsx';
import { tooMuchPage } from './too-much-page.tsx';

export async function answerFailure(app: App, error: Error, request: FastifyRequest, reply: FastifyReply) {
  if (isTooLong(error)) return giveBack(app, error, request, reply);
  const status = statusOf(app, error);
  logFailure(app, error, request, status);
  const old = status >= 500 && app.pages.old(request.raw);
  if (old) return sendCached(request, reply, old, true);
  try {
    return await answerStatus(app, request, reply, status);
  } catch (worse) {
    logFailure(app, worse as Error, request, 500);
    return reply.status(500).type('text/plain').send('This can’t be answered just now.\n');
  }
}

/**
 * What a handler answers; where an error ends it of which a room says what it means, a page of that.
 * @param form the one that was sent
 */
export async function answerOf(handle: Handler, request: SiteRequest, form?: Form): Promise<Answer> {
  try {
    return await handle(request);
  } catch (error) {
    const failure = request.app.handed.failures.get((error as Error).name);
    if (!failure) throw error;
    const status = statusOfKind[failure.means];
    const written = proseIn(request.tooLong?.given ?? request.form, form?.fields ?? {});
    const show = failure.show ?? (async ({ app, lang }) => errorPage(viewFor(app, lang, ''), status, written));
    // What the page shows may have changed in the meantime too.
    return answerOf(async (again) => ({ ...(await show(again, written)), status }), request, form);
  }
}

/**
 * Every failure that is ours gets a line. A body that broke off midway is none: who sent it hung up; nor is load, which is counted
 * (metrics.ts).
 */
export function logFailure(app: Pick<App, 'log'>, error: Error, request: FastifyRequest, status: number): void {
  if (status < 500 || error instanceof OverloadedError || error instanceof RenderQueueFullError) return;
  app.log.error({ ...whatFailed(error), ...routeOf(request) }, 'a request failed');
}

export async function answerNotFound(app: App, request: FastifyRequest, reply: FastifyReply) {
  return answerStatus(app, request, reply, 404);
}

/** A page for an HTTP status, in the reader's language; where an action failed for now, with everything that was typed. */
export async function answerStatus(app: App, request: FastifyRequest, reply: FastifyReply, status: number) {
  const [given = '', search = ''] = request.url.split('?', 2);
  // A form may lead to `//host` as little as a redirect (RFC 3986 section 4.2).
  const pathname = given.replace(/^\/{2,}/, '/');
  const lang = languageOf(request, pathname);
  const fields = request.routeOptions.config?.form?.fields;
  const typed = status >= 500 && request.body instanceof URLSearchParams ? request.body : undefined;
  const view = viewFor(app, lang, typed && fields?.[SPEAK] ? pathname.slice(lang.length + 1) : '');
  const answer = typed
    ? tryAgainPage(view, status, `${pathname}${search && `?${search}`}`, typed, fields)
    : errorPage(view, status, status === 403 ? [] : proseOf(request));
  return sendAnswer(request, reply, answer);
}

/** What somebody wrote into a form of ours; another site's words (403) are not shown as anybody's. */
function proseOf({ body, routeOptions: { config } }: FastifyRequest): string[] {
  return body instanceof URLSearchParams ? proseIn(body, config?.form?.fields ?? {}) : [];
}

/** Whether more was typed than a form takes: then all of it goes back to whoever typed it. */
export function isTooLong(error: unknown): error is FormTooLongError {
  return error instanceof FormTooLongError;
}

/** What was typed comes back where too much of it was typed. */
function giveBack(app: App, error: FormTooLongError, request: FastifyRequest, reply: FastifyReply) {
  const [address = ''] = request.url.split('#', 1);
  const lang = languageOf(request, address);
  const view = viewFor(app, lang, address.startsWith(inLanguage(lang, '/')) ? address.slice(lang.length + 1) : '');
  return sendAnswer(request, reply, tooMuchPage(view, address, error));
}

function languageOf(request: FastifyRequest, pathname: string): Lang {
  const first = pathname.split('/')[1] ?? '';
  return isLang(first) ? first : preferredLang(request.headers['accept-language']);
}

/** What errors mean in HTTP (RFC 9110 section 15.5); rooms know nothing of it. */
const statusOfKind: Readonly<Record<FailureKind, number>> = { unknown: 404, ended: 410, refused: 400 };

/** The HTTP status for what was thrown. */
export function statusOf(
  { handed }: Pick<App, 'handed'>,
  error: Error & { code?: string; statusCode?: number },
): number {
  if (error instanceof FormTooLongError) return 413;
  const means = handed.failures.get(error.name)?.means;
  if (means) return statusOfKind[means];
  if (error.statusCode && error.statusCode >= 400) return error.statusCode;
  return isTransient(error) ? 503 : 500;
}

/** Messages of errors may quote what somebody typed; names, codes and places in the code can't. */
export function whatFailed(error: Error & { code?: string }) {
  const places = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6);
  return { error: error.name, code: error.code, places: places?.map((line) => line.trim()) };
}

function routeOf(request: FastifyRequest) {
  return { method: request.method, route: request.routeOptions.url };
}
