import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Thrown where an address or a header is longer than any of ours or any browser's. */
export class RequestTooLongError extends Error {
  override readonly name = 'RequestTooLongError';
  readonly statusCode: 414 | 431;

  /** @param statusCode 414 for an address (RFC 9110 section 15.5.15), 431 for a header (RFC 6585 section 5) */
  constructor(statusCode: 414 | 431) {
    super();
    this.statusCode = statusCode;
  }
}

/** An address with as many addressees in it as anybody ticks, and words to search for. */
export const LONGEST_ADDRESS = 8_192;

/** Every header that is read, with the most characters that are taken of it. */
export const headerLimits: Readonly<Record<string, number>> = {
  'accept-encoding': 500,
  'accept-language': 1_000,
  authorization: 600,
  'content-length': 20,
  'content-type': 300,
  cookie: 8_000,
  forwarded: 1_000,
  host: 300,
  'if-none-match': 1_000,
  origin: 300,
  'sec-fetch-site': 20,
  'user-agent': 2_000,
  via: 1_000,
  'x-forwarded-for': 1_000,
  'x-forwarded-host': 300,
  'x-forwarded-proto': 100,
  'x-real-ip': 100,
};

const limits = Object.entries(headerLimits);

/** What is too long of a request, by the status that says so; undefined where all fits. */
export function tooLongOf({ url, headers }: Pick<IncomingMessage, 'url' | 'headers'>): 414 | 431 | undefined {
  if ((url ?? '').length > LONGEST_ADDRESS) return 414;
  return limits.some((limit) => isLong(headers, limit)) ? 431 : undefined;
}

/** No host is named where one must be, or more than one (RFC 9112 section 3.2). */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly statusCode = 400;
}

function hasWrongHost({ headers, rawHeaders, httpVersion }: IncomingMessage): boolean {
  if (headers.host === undefined) return httpVersion === '1.1';
  // Names and values stand in turn; Node keeps the first of several hosts.
  return rawHeaders.filter((name, at) => at % 2 === 0 && name.length === 4 && name.toLowerCase() === 'host').length > 1;
}

/** Whether a request is answered with what is wrong with it, and with nothing else. */
export function unreadable(request: IncomingMessage): boolean {
  return tooLongOf(request) !== undefined || hasWrongHost(request);
}

/** Before anything else of a request is looked at. What is too long is taken out, so that the answer reads nothing of it either. */
export function limitRequests(server: FastifyInstance): void {
  server.addHook('onRequest', ({ raw }, _, next) => {
    const status = tooLongOf(raw);
    if (!status) return next(hasWrongHost(raw) ? new HostError() : undefined);
    for (const limit of limits) if (isLong(raw.headers, limit)) delete raw.headers[limit[0]];
    next(new RequestTooLongError(status));
  });
}

function isLong(headers: IncomingHttpHeaders, [name, most]: readonly [string, number]): boolean {
  return lengthOf(headers[name]) > most;
}

function lengthOf(header: string | string[] | undefined): number {
  if (header === undefined) return 0;
  return typeof header === 'string' ? header.length : header.reduce((sum, one) => sum + one.length, 0);
}
