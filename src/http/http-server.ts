import { createServer, type RequestListener, type Server } from 'node:http';

/** How long a connection may take for what it has to do, in milliseconds. */
export interface Timeouts {
  /** For the head of a request, and for one of whom nothing came yet. */
  readonly head: number;
  /** For a whole request, its body included. */
  readonly request: number;
  /** Between two requests. */
  readonly idle: number;
  /** Without a byte in either direction, as when somebody does not read what we send. */
  readonly silence: number;
  /** How often connections are looked over: a limit holds this much longer at most. */
  readonly look: number;
}

export const TIMEOUTS: Timeouts = { head: 15_000, request: 30_000, idle: 30_000, silence: 60_000, look: 2_000 };

/** A server of HTTP whose connections all end: slow heads, slow bodies, idle ones, and those who stopped reading. */
export function httpServer(timeouts: Timeouts, answer: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: timeouts.head,
      requestTimeout: timeouts.request,
      keepAliveTimeout: timeouts.idle,
      connectionsCheckingInterval: timeouts.look,
      // Said in words (request-limits.ts), where node:http would send an empty answer.
      requireHostHeader: false,
    },
    answer,
  );
  // An expectation that nobody here meets may be passed over (RFC 9110 section 10.1.1).
  server.on('checkExpectation', answer);
  return server.setTimeout(timeouts.silence);
}
