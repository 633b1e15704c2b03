import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below those that systems give to outgoing connections, so that none of them takes it before it is used; above those that browsers
 * refuse.
 */
const FIRST = 11_000;
const LAST = 32_000;

/** A port on which nothing listens; drawn at random, because tests run side by side. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  const listens = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (listens) await new Promise((closed) => server.close(closed));
  return listens;
}
