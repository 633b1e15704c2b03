import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { isLang, type Lang, preferredLang } from '../locales/langs.ts';
import { sendAnswer } from './answer.ts';
import { errorPage, tryAgainPage } from './error-pages.tsx';
import { NoForm } from './posted-form.ts';
import { viewFor } from './view.ts';
import { Gone, NothingHere } from './visit.ts';

/** Connection lost, shutting down, too many connections, disk full, out of memory: it passes, so what was typed must stay. */
const PASSING = /^(08|57P0|53)|^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|ENOENT|EAI_AGAIN)/;

export async function answerFailure(app: App, error: Error, request: FastifyRequest, reply: FastifyReply) {
  const status = statusOf(error);
  // Who hung up midway gets no answer, and is no failure of ours.
  if (status >= 500 && !request.raw.destroyed) app.log.error(whatFailed(error, request), 'a request failed');
  return answerStatus(app, request, reply, status);
}

export async function answerNotFound(app: App, request: FastifyRequest, reply: FastifyReply) {
  return answerStatus(app, request, reply, 404);
}

/** A page for an HTTP status, in the reader's language; where an act failed for now, with everything that was typed. */
export async function answerStatus(app: App, request: FastifyRequest, reply: FastifyReply, status: number) {
  const [pathname = '', search = ''] = request.url.split('?', 2);
  const lang = languageOf(request, pathname);
  const view = viewFor(app.settings, lang, '');
  const typed = request.body instanceof URLSearchParams ? request.body : undefined;
  const answer =
    status >= 500 && typed
      ? tryAgainPage(view, status, `${pathname}${search && `?${search}`}`, typed)
      : errorPage(view, status);
  return sendAnswer(request, reply, answer, app.pages, -1);
}

function languageOf(request: FastifyRequest, pathname: string): Lang {
  const first = pathname.split('/')[1] ?? '';
  return isLang(first) ? first : preferredLang(request.headers['accept-language']);
}

function statusOf(error: Error & { code?: string; statusCode?: number }): number {
  if (error instanceof NothingHere) return 404;
  if (error instanceof Gone) return 410;
  if (error instanceof NoForm) return 400;
  if (
    PASSING.test(error.code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  )
    return 503;
  return error.statusCode && error.statusCode >= 400 ? error.statusCode : 500;
}

/** Messages of errors may quote what somebody typed; names, codes and places in the code can't. */
function whatFailed(error: Error & { code?: string }, request: FastifyRequest) {
  const places = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6);
  return {
    error: error.name,
    code: error.code,
    route: request.routeOptions.url,
    places: places?.map((line) => line.trim()),
  };
}
