import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TimeZone } from '../text/time-zone.ts';
import type { Answer, RedirectAnswer } from './answer.ts';
import type { Headers } from './answer-headers.ts';
import type { App } from './app.ts';
import { type CachedPage, knownTag, sent } from './cached-page.ts';
import { acceptedEncoding, type Encoding, worthCompressing } from './compression.ts';
import { forKeeping, hashOf, type Make, Once } from './finished.ts';
import { withEnd } from './page-end.ts';

/** An address that can be written in one way only: others are answered, and not kept beside it. */
const PLAIN = /^\/$|^(?:\/[\w.~@:,-]+)+$/;

type Render = () => Promise<Answer>;

/** Sends what a handler answered to whoever asked. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer) {
  return answer.kind === 'redirect' ? sendRedirect(reply, answer) : sendOnce(request, reply, new Once(answer), false);
}

/**
 * Answers a GET that is the same for everybody: with a render that all share who ask for the address meanwhile, or with the old page where
 * nothing newer can be had.
 * @param render stays in memory with the page, to render it anew
 * @throws whatever the render throws, or RenderQueueFullError, where nothing is kept
 */
export async function answerForAll(
  app: Pick<App, 'pages' | 'settings'>,
  request: FastifyRequest,
  reply: FastifyReply,
  render: Render,
): Promise<FastifyReply> {
  const keeps = app.pages.keeps && PLAIN.test(request.url);
  const given = await app.pages.render(
    request.url,
    making(render, keeps ? plain(reply.getHeaders()) : undefined, app.settings.TIME_ZONE),
  );
  if ('redirect' in given) return sendRedirect(reply, given.redirect);
  if ('once' in given) return sendOnce(request, reply, given.once, app.pages.keeps);
  return sendCached(request, reply, given.cached, given.old);
}

/** @param old whether something newer may exist */
export function sendCached(request: FastifyRequest, reply: FastifyReply, page: CachedPage, old = false): FastifyReply {
  const { status, headers, body } = sent(page, request.headers, old);
  return reply.status(status).headers(headers).send(body);
}

/** @param common the headers that every answer carries; left out: nothing is kept */
function making(render: Render, common: Headers | undefined, zone: TimeZone): Make {
  return async (old) => {
    const { result: answer, end } = await withEnd(render);
    if (answer.kind === 'redirect') return { redirect: answer };
    return common && answer.tags
      ? { cached: await forKeeping(answer, common, old, zone, end) }
      : { once: new Once(answer) };
  };
}

function plain(headers: Record<string, unknown>): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function sendRedirect(reply: FastifyReply, { to, status }: RedirectAnswer): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(to, status);
}

/** @param shared whether others may be sent the same answer */
async function sendOnce(
  request: FastifyRequest,
  reply: FastifyReply,
  given: Once,
  shared: boolean,
): Promise<FastifyReply> {
  const { status, headers, kind, tagged, hash, body } = given;
  reply.status(status).headers(headers);
  const accepted = acceptedEncoding(request.headers['accept-encoding']);
  const encoding: Encoding = kind === 'file' || !worthCompressing(body) ? 'identity' : accepted;
  if (encoding !== 'identity') reply.header('content-encoding', encoding).header('vary', 'accept-encoding');
  if (tagged) {
    const etag = `"${hash ?? hashOf(body)}-${encoding}"`;
    reply.header('etag', etag);
    if (knownTag(request.headers['if-none-match'], { etag })) return reply.status(304).send();
  }
  const bytes = await given.encoded(encoding);
  if (!shared) given.letGo();
  return reply.send(bytes);
}
