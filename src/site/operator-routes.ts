import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import { sameSecret } from '../config/same-secret.ts';
import { metrics } from './metrics.ts';

/** For the operator's own tools: alive, ready, measured. */
export function operatorRoutes(server: FastifyInstance, app: App): void {
  const measured = metrics(app);
  server.addHook('onResponse', async (request, reply) => {
    measured.requests.observe(
      {
        route: request.routeOptions.url ?? 'none',
        method: request.method,
        status: `${Math.trunc(reply.statusCode / 100)}xx`,
      },
      reply.elapsedTime / 1_000,
    );
  });
  server.get('/healthz', async (_request, reply) => reply.type('text/plain').send('alive\n'));
  server.get('/readyz', async (_request, reply) => {
    const ready = await sql`SELECT 1`.execute(app.database).then(
      () => true,
      () => false,
    );
    return reply
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready\n' : 'the database does not answer\n');
  });
  server.get('/metrics', async (request, reply) => {
    if (!mayMeasure(app, request)) return reply.status(404).send('');
    return reply.type(measured.registry.contentType).send(await measured.registry.metrics());
  });
}

/** With METRICS_TOKEN by bearer token (RFC 6750); without it only from this machine, and not through a proxy. */
function mayMeasure(app: App, request: FastifyRequest): boolean {
  const token = app.settings.METRICS_TOKEN;
  if (!token) return /^(127\.|::1$|::ffff:127\.)/.test(request.ip) && request.headers['x-forwarded-for'] === undefined;
  return sameSecret(String(request.headers.authorization ?? '').replace(/^Bearer /, ''), token);
}
