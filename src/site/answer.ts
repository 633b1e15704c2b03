import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptedEncoding, compressForKeeping, compressOnce, worthCompressing } from './compression.ts';
import type { KeptPage, PageCache } from './page-cache.ts';
import type { Answer, FileAnswer, PageAnswer } from './visit.ts';

/** Counts on pages are at most this old; acts of supporters drop nothing. */
const COUNTS_FRESH_FOR = 30_000;
/** The tag of every page that shows a running count. */
export const COUNTS = 'counts';
/** The tag of every page that says what is true today: at midnight (UTC) it is rendered anew. */
export const TODAY = 'today';

/** An address that can be written in one way only: others are answered, and not kept beside it. */
const PLAIN = /^\/$|^(?:\/[\w.~@:,-]+)+$/;

/** Sends what a handler answered; pages for everybody are kept, if nothing was dropped since `generation`. */
export async function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  pages: PageCache,
  generation: number,
) {
  if (answer.kind === 'redirect') return reply.header('cache-control', 'no-store').redirect(answer.to, answer.status);
  describe(reply, answer);
  const body = Buffer.from(answer.kind === 'page' ? answer.html : answer.body);
  if (
    answer.tags &&
    pages.keeps &&
    PLAIN.test(request.url) &&
    (request.method === 'GET' || request.method === 'HEAD')
  ) {
    const kept = await keep(reply, answer, body);
    pages.put(request.url, kept, generation);
    return sendKept(request, reply, kept);
  }
  return sendOnce(request, reply, answer, body);
}

function describe(reply: FastifyReply, answer: PageAnswer | FileAnswer): void {
  reply.header('cache-control', answer.tags ? 'public, max-age=30' : 'no-store');
  if (answer.noindex) reply.header('x-robots-tag', 'noindex');
  if (answer.kind === 'file') {
    reply.status(answer.status ?? 200).type(answer.type);
    if (answer.open)
      reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
    if (answer.lasting) reply.header('cache-control', 'public, max-age=31536000, immutable');
    if (answer.describedBy)
      reply.header('link', `<${answer.describedBy}>; rel="describedby"; type="application/csvm+json"`);
    if (answer.name) reply.header('content-disposition', `attachment; filename="${answer.name}"`);
    return;
  }
  reply.status(answer.status).type('text/html; charset=utf-8');
  if (answer.retryAfter) reply.header('retry-after', String(answer.retryAfter));
}

async function keep(reply: FastifyReply, answer: PageAnswer | FileAnswer, body: Buffer): Promise<KeptPage> {
  const headers = Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));
  const tags = answer.tags ?? [];
  return {
    status: reply.statusCode,
    headers,
    etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    bodies: compressible(headers['content-type']) ? await compressForKeeping(body) : { identity: body },
    tags,
    until: freshUntil(tags, Date.now()),
  };
}

function freshUntil(tags: readonly string[], now: number): number | undefined {
  if (tags.includes(COUNTS)) return now + COUNTS_FRESH_FOR;
  return tags.includes(TODAY) ? (Math.floor(now / 86_400_000) + 1) * 86_400_000 : undefined;
}

function compressible(type: string | undefined): boolean {
  return /^(text\/|application\/(json|javascript|xml|manifest)|image\/svg)/.test(type ?? '');
}

function sendKept(request: FastifyRequest, reply: FastifyReply, kept: KeptPage) {
  const encoding = acceptedEncoding(request.headers['accept-encoding']);
  const body = kept.bodies[encoding];
  reply.header('etag', `"${kept.etag}-${body ? encoding : 'identity'}"`).header('vary', 'accept-encoding');
  if (body && encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(body ?? kept.bodies.identity);
}

async function sendOnce(request: FastifyRequest, reply: FastifyReply, answer: PageAnswer | FileAnswer, body: Buffer) {
  const encoding = acceptedEncoding(request.headers['accept-encoding']);
  if (answer.kind === 'file' || encoding === 'identity' || !worthCompressing(body)) return reply.send(body);
  reply.header('content-encoding', encoding).header('vary', 'accept-encoding');
  return reply.send(await compressOnce(body, encoding));
}
