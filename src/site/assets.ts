import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { dist } from '../config/root.ts';
import { acceptedEncoding, compressBetter, compressForKeeping } from '../http/compression.ts';
import { hashOf } from '../http/finished.ts';
import { siteAddresses } from './addresses.ts';
import { withoutHeadersOfPages } from './security-headers.ts';

const folder = join(dist, 'assets');

/** The address of the browser's elements; undefined where they have not been built, as in tests of pages. */
export const elementsScript = built('elements');
/** The address of what brings the faces of headings. */
export const faceScript = built('face');
/** Of what the office has beside them. */
export const officeScript = built('office');

function built(entry: 'elements' | 'face' | 'office'): string | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string | null>;
    const name = manifest[entry];
    return name ? siteAddresses.asset(name) : undefined;
  } catch {
    return undefined;
  }
}

/** The built browser files; their names carry a hash of what is in them, so they never change. */
export async function serveAssets(server: FastifyInstance): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.js'));
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    const quick = await compressForKeeping(bytes, hashOf(bytes), 'text/javascript');
    const bodies = { ...quick, br: await compressBetter(quick, hashOf(bytes)) };
    server.get(siteAddresses.asset(name), async (request, reply) => {
      const encoding = acceptedEncoding(request.headers['accept-encoding']);
      const body = bodies[encoding] ?? bodies.identity;
      withoutHeadersOfPages(reply.raw);
      if (body !== bodies.identity) reply.header('content-encoding', encoding);
      reply.type('text/javascript; charset=utf-8').header('vary', 'accept-encoding');
      return reply.header('cache-control', 'public, max-age=31536000, immutable').send(body.bytes);
    });
  }
}
