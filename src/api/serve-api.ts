import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { FileAnswer } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { TODAY } from '../http/finished.ts';
import { answerForAll, sendCached } from '../http/send-answer.ts';
import { words } from '../locales/words.ts';
import { logFailure, statusOf } from '../site/failures.ts';
import { API, apiAddresses } from './addresses.ts';
import { type Endpoint, recordQuestion } from './endpoint.ts';
import { endpointsOf } from './endpoints.ts';
import { describeRoutes } from './openapi.ts';
import { PROBLEM_TYPE, ProblemError, problemBody, problemOfKind, problemResponse } from './problem.ts';

/** What the API is asked with. */
const METHODS = 'GET, HEAD, OPTIONS';
const JSON_TYPE = 'application/json; charset=utf-8';

/** The API below /api/v1, with errors and headers of its own. */
export async function serveApi(server: FastifyInstance, app: App): Promise<void> {
  await server.register(
    async (api) => {
      api.addHook('onRequest', async (_request, reply) => {
        openToAll(reply);
      });
      api.setErrorHandler((error, request, reply) => sendProblem(app, error as Error, request, reply));
      api.setNotFoundHandler((request, reply) =>
        sendProblem(
          app,
          new ProblemError(404, 'Nothing there', `see ${apiAddresses.openapi()} for what there is`),
          request,
          reply,
        ),
      );
      api.options('/*', { schema: { hide: true } }, async (_request, reply) =>
        reply
          .header('allow', METHODS)
          .header('access-control-allow-methods', 'GET')
          .header('access-control-max-age', '86400')
          .status(204)
          .send(),
      );
      await describeRoutes(api, app.settings.PUBLIC_URL);
      api.get('/openapi.json', { schema: { hide: true } }, (request, reply) =>
        answerForAll(app, request, reply, async () => asJson(api.swagger())),
      );
      refuseOthers(api, app, '/openapi.json');
      for (const endpoint of endpointsOf(app)) serve(api, app, endpoint);
    },
    { prefix: API },
  );
}

/** Open data: a page of anybody's may read it. Nothing here knows who asks. */
function openToAll(reply: FastifyReply): FastifyReply {
  return reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
}

/**
 * A problem for an address below /api/v1 that can't be decoded, or is too long in one of its parts.
 * @returns false for any other address
 */
export function answersUnread(app: App, error: Error, request: FastifyRequest, reply: FastifyReply): boolean {
  if (!request.url.startsWith(`${API}/`)) return false;
  void sendProblem(app, error, request, openToAll(reply));
  return true;
}

/** The same where not even a request could be made of what came. */
export function ownProblem(url: string, status: number): { type: string; body: string } | undefined {
  if (!url.startsWith(`${API}/`)) return undefined;
  return { type: PROBLEM_TYPE, body: problemBody({ status, title: 'Not answered' }, url.split('?')[0] ?? '') };
}

function serve(api: FastifyInstance, app: App, endpoint: Endpoint): void {
  const { summaryKey, params, query, answer, gone } = endpoint;
  const response = {
    200: answer,
    400: problemResponse('The question is not understood; `detail` names the field'),
    ...(params ? { 404: problemResponse('There is nothing of this name') } : {}),
    ...(gone ? { 410: problemResponse(gone) } : {}),
    414: problemResponse('The address is longer than any that is answered'),
    503: problemResponse('Not now; `Retry-After` says when to ask again'),
  };
  const schema = { summary: words('en').t(summaryKey), ...(params ? { params } : {}), querystring: query, response };
  const url = endpoint.path.replace(/\{(\w+)\}/g, ':$1');
  api.get(url, { schema }, (request, reply) => answerForAll(app, request, reply, renderFor(app, endpoint, request)));
  refuseOthers(api, app, url);
}

/** What is only read says so, and how (RFC 9110, section 15.5.6). */
function refuseOthers(api: FastifyInstance, app: App, url: string): void {
  const problem = new ProblemError(405, 'Only to be read', 'ask with GET or HEAD');
  api.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE'],
    url,
    schema: { hide: true },
    onRequest: async (request, reply) => sendProblem(app, problem, request, reply.header('allow', METHODS)),
    handler: () => undefined,
  });
}

/** Holds what was asked, and nothing else of the request: it stays in memory with what is kept. */
function renderFor(app: App, endpoint: Endpoint, request: FastifyRequest): () => Promise<FileAnswer> {
  const params = request.params as Record<string, string>;
  const query = request.query as Record<string, string | number>;
  // An answer that is not what the document says is a failure, never sent.
  return async () =>
    asJson(endpoint.answer.parse(await endpoint.handle(await recordQuestion(app, params, query))), endpoint.tags);
}

function asJson(value: unknown, tags: readonly string[] = []): FileAnswer {
  return {
    kind: 'file',
    type: JSON_TYPE,
    body: JSON.stringify(value),
    tags: ['record', 'states', 'campaigns', TODAY, ...tags],
  };
}

function sendProblem(app: App, error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(app, error);
  logFailure(app, error, request, problem.status);
  const old = problem.status >= 500 && app.pages.old(request.raw);
  if (old) return sendCached(request, reply, old, true);
  if (problem.status === 503) reply.header('retry-after', '30');
  return reply
    .status(problem.status)
    .type(PROBLEM_TYPE)
    .header('cache-control', 'no-store')
    .send(problemBody(problem, request.url.split('?')[0] ?? ''));
}

function problemOf(
  app: App,
  error: Error & { statusCode?: number },
): { status: number; title: string; detail?: string } {
  if (error instanceof ProblemError) return { status: error.status, title: error.title, detail: error.message };
  if (!hasZodFastifySchemaValidationErrors(error))
    return problemOfKind(app, error) ?? { status: statusOf(app, error), title: 'Not answered' };
  const wrong = error.validation.map(({ instancePath, message }) => `${instancePath.slice(1)} ${message}`.trim());
  return { status: 400, title: 'Not understood', detail: wrong.join('; ') };
}
