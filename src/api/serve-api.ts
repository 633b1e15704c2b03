import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from '../app.ts';
import { sendAnswer, TODAY } from '../site/answer.ts';
import { asked, type Endpoint, Problem } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { openApi } from './openapi.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** The API below /api/v1, with errors and headers of its own. */
export async function serveApi(server: FastifyInstance, app: App): Promise<void> {
  await server.register(
    async (api) => {
      api.addHook('onRequest', async (_request, reply) => {
        // Open data: a page of anybody's may read it. Nothing here knows who asks.
        reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
      });
      api.setErrorHandler((error, request, reply) => sendProblem(app, error as Error, request, reply));
      api.setNotFoundHandler((request, reply) =>
        sendProblem(
          app,
          new Problem(404, 'Nothing there', 'see /api/v1/openapi.json for what there is'),
          request,
          reply,
        ),
      );
      api.options('/*', async (_request, reply) =>
        reply
          .header('access-control-allow-methods', 'GET')
          .header('access-control-max-age', '86400')
          .status(204)
          .send(),
      );
      api.get('/openapi.json', (request, reply) =>
        send(app, request, reply, openApi(app.settings.PUBLIC_URL), app.pages.generation),
      );
      for (const endpoint of endpoints) serve(api, app, endpoint);
    },
    { prefix: '/api/v1' },
  );
}

function serve(api: FastifyInstance, app: App, endpoint: Endpoint): void {
  api.get(endpoint.path.replace(/\{(\w+)\}/g, ':$1'), async (request, reply) => {
    const { generation } = app.pages;
    const query = endpoint.query.safeParse(request.query);
    if (!query.success) throw new Problem(400, 'Not understood', z.prettifyError(query.error).replace(/\n\s*/g, ' '));
    const given = await asked(
      app,
      request.params as Record<string, string>,
      query.data as Record<string, string | number>,
    );
    return send(app, request, reply, await endpoint.handle(given), generation);
  });
}

/** Kept with the pages where nothing was asked of it; else made for each caller, who may ask whether it has changed. */
function send(app: App, request: FastifyRequest, reply: FastifyReply, value: unknown, generation: number) {
  const body = JSON.stringify(value);
  if (!request.url.includes('?')) {
    const answer = { kind: 'file' as const, type: JSON_TYPE, body, tags: ['record', 'states', 'campaigns', TODAY] };
    return sendAnswer(request, reply, answer, app.pages, generation);
  }
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  reply.type(JSON_TYPE).header('etag', etag).header('cache-control', 'public, max-age=30');
  return request.headers['if-none-match']?.includes(etag) ? reply.status(304).send() : reply.send(body);
}

/** RFC 9457: what is wrong, for a program and for the person who wrote it. */
function sendProblem(app: App, error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply) {
  const status = error instanceof Problem ? error.status : (error.statusCode ?? 500);
  if (status >= 500) app.log.error({ error: error.name, route: request.routeOptions.url }, 'the API failed');
  const told = error instanceof Problem ? { title: error.title, detail: error.message } : { title: 'Not answered' };
  return reply
    .status(status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify({ type: 'about:blank', status, ...told, instance: request.url.split('?')[0] }));
}
