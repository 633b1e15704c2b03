import type { RequestListener, Server } from 'node:http';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { App } from '../http/app.ts';
import { httpServer, TIMEOUTS, type Timeouts } from '../http/http-server.ts';
import { type Measure, metrics } from '../http/metrics.ts';
import { operatorRoutes } from '../http/operator-routes.ts';
import { withoutPipelining } from '../http/pipelining.ts';
import { readForm } from '../http/posted-form.ts';
import { limitRequests, unreadable } from '../http/request-limits.ts';
import type { Route } from '../http/route.ts';
import { CAPACITY, type Capacity, shedLoad } from '../http/shed-load.ts';
import { serveAssets } from './assets.ts';
import { ClientErrors, type OwnProblem } from './client-errors.ts';
import { answerFailure, answerNotFound } from './failures.ts';
import { securityHeaders } from './security-headers.ts';
import { serveRoute } from './serve-route.ts';

/** A letter of 5,000 characters in any script, percent-encoded, with room for the rest of the form. */
const BODY_LIMIT = 131_072;

interface Ways {
  readonly timeouts?: Timeouts;
  readonly capacity?: Capacity;
  /** What the rooms tell of themselves under /metrics. */
  readonly measures?: readonly Measure[];
  /** Answers an address that no router can read in the way of what is asked below it; false where that has none of its own. */
  readonly answersUnread?: (app: App, error: Error, request: FastifyRequest, reply: FastifyReply) => boolean;
  /** As `answersUnread`, where there is no request at all. */
  readonly ownProblem?: OwnProblem;
}

/** The web server of one process: cached pages first, then routes, then what else answers here. Call `listen` on it. */
export async function makeServer(
  app: App,
  routes: readonly Route[],
  more?: (server: FastifyInstance, app: App) => Promise<void>,
  {
    timeouts = TIMEOUTS,
    capacity = CAPACITY,
    measures = [],
    answersUnread = () => false,
    ownProblem = () => undefined,
  }: Ways = {},
): Promise<FastifyInstance> {
  const setHeaders = securityHeaders(app.settings);
  const clientErrors = new ClientErrors(setHeaders, ownProblem);
  const server = fastify({
    loggerInstance: app.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: app.settings.TRUSTED_PROXIES.length > 0 ? [...app.settings.TRUSTED_PROXIES] : false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    // What comes while the server ends is answered like everything else, and its connection closed.
    return503OnClosing: false,
    clientErrorHandler: (error, socket) => clientErrors.answer(error, socket),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => {
      // No hook has set them.
      setHeaders(request.raw, reply.raw);
      if (!answersUnread(app, error, request, reply)) void answerFailure(app, error, request, reply);
    },
    serverFactory: (handle) => cachedFirst(app, handle, timeouts, clientErrors),
  });
  server.addHook('onRequest', (request, reply, next) => {
    setHeaders(request.raw, reply.raw);
    next();
  });
  limitRequests(server);
  const measured = metrics(app, measures);
  await shedLoad(server, capacity, () => measured.shed.inc());
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, (request, body, done) => {
    const { form } = request.routeOptions.config;
    try {
      done(null, form ? readForm(body as Buffer, form) : undefined);
    } catch (error) {
      done(error as Error);
    }
  });
  server.setErrorHandler((error, request, reply) => answerFailure(app, error as Error, request, reply));
  server.setNotFoundHandler((request, reply) => answerNotFound(app, request, reply));
  operatorRoutes(server, app, measured);
  await serveAssets(server);
  for (const route of routes) serveRoute(server, app, route);
  await more?.(server, app);
  return server;
}

function cachedFirst(app: App, handle: RequestListener, timeouts: Timeouts, clientErrors: ClientErrors): Server {
  const answer = withoutPipelining((request, response) => {
    clientErrors.note(request, response);
    if (unreadable(request) || !app.pages.serve(request, response)) handle(request, response);
  });
  return httpServer(timeouts, answer);
}
