import type { FastifyInstance } from 'fastify';
import { serveApi } from '../../src/api/serve-api.ts';
import type { App } from '../../src/http/app.ts';
import { PageCache } from '../../src/http/page-cache.ts';
import type { Room } from '../../src/room.ts';
import { routesOf } from '../../src/routes.ts';
import { makeServer } from '../../src/site/server.ts';
import { AT_ONCE, type Fetched } from './fetch-all.ts';
import { until } from './until.ts';

/** The site's own server once more, over the same database: each answer made anew, and handed over without a connection. */
export async function unkeptServer(app: App, rooms: readonly Room[]): Promise<FastifyInstance> {
  return makeServer({ ...app, pages: new PageCache(0) }, routesOf(rooms), serveApi);
}

/** What such a server answers to each of these addresses, in their order. */
export async function askAll(server: FastifyInstance, paths: readonly string[]): Promise<readonly Fetched[]> {
  const answers: Fetched[] = [];
  const left = [...paths.entries()];
  const hand = async () => {
    for (let next = left.shift(); next; next = left.shift()) answers[next[0]] = await asked(server, next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return answers;
}

function asked(server: FastifyInstance, path: string): Promise<Fetched> {
  return until(`${path} has its turn`, async () => {
    const { statusCode: status, headers, body } = await server.inject({ url: path });
    if (status === 503) return undefined;
    return { path, status, type: String(headers['content-type'] ?? ''), body };
  });
}
