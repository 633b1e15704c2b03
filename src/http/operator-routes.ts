import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sameSecret } from '../config/same-secret.ts';
import { watchReadiness } from '../database/readiness.ts';
import { operatorAddresses } from './addresses.ts';
import type { App } from './app.ts';
import type { Metrics } from './metrics.ts';

const EVER = { config: { ever: true } };

/** For the operator's own tools: alive, ready, measured. They answer under any load. */
export function operatorRoutes(server: FastifyInstance, app: App, measured: Metrics): void {
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
  const readiness = watchReadiness(app.pool);
  server.addHook('onClose', () => readiness.close());
  server.get(operatorAddresses.alive.pattern, EVER, async (_request, reply) =>
    reply.type('text/plain').send('alive\n'),
  );
  server.get(operatorAddresses.ready.pattern, EVER, async (_request, reply) => {
    const wrong = await readiness.ask();
    return reply
      .status(wrong ? 503 : 200)
      .type('text/plain')
      .send(`${wrong ?? 'ready'}\n`);
  });
  server.get(operatorAddresses.metrics.pattern, EVER, async (request, reply) => {
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
