import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Settings } from '../src/config/settings.ts';
import type { Site } from './sites.ts';

const CHANGES = '/dev/changes';
const SCRIPT = '/dev/reload.js';
const MAILS = '/dev/mails';
const RELOAD = `new EventSource('${CHANGES}').onmessage = () => location.reload();\n`;

/** What browsers speak to: it leads to the site of the moment, and has pages load again when that is another. */
export interface Front {
  leadTo(site: Site): void;
  close(): Promise<void>;
}

export async function openFront({ PORT, HOST }: Pick<Settings, 'PORT' | 'HOST'>): Promise<Front> {
  const listeners = new Set<ServerResponse>();
  const first = Promise.withResolvers<Site>();
  let site = first.promise;
  const server = createServer((incoming, response) => {
    if (incoming.url === CHANGES) return listen(listeners, response);
    if (incoming.url === SCRIPT) return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(RELOAD);
    if (incoming.url === MAILS)
      return void site.then(({ outbox }) => response.writeHead(302, { location: outbox }).end());
    void site.then(({ address }) => pass(incoming, response, address));
  });
  server.listen(PORT, HOST);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new Error(`PORT: something else listens on ${HOST}:${PORT} already`) : error;
  });
  return {
    leadTo: (next) => {
      first.resolve(next);
      site = Promise.resolve(next);
      for (const listener of listeners) listener.write('data: changed\n\n');
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listen(listeners: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('retry: 200\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

/** Hands a request on; a page gets the script by which it loads again. */
function pass(incoming: IncomingMessage, response: ServerResponse, address: string): void {
  const { method, url, headers } = incoming;
  const onward = request(new URL(url ?? '/', address), {
    method,
    headers: { ...headers, 'accept-encoding': 'identity' },
  });
  onward.on('response', (answer) => {
    const isPage = method === 'GET' && (answer.headers['content-type'] ?? '').startsWith('text/html');
    if (!isPage || answer.statusCode === 304) {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      return void answer.pipe(response);
    }
    const { 'content-length': _, ...rest } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, rest);
    answer.on('end', () => response.end(`<script src="${SCRIPT}"></script>`)).pipe(response, { end: false });
  });
  onward.on('error', (error) => {
    if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain' });
    response.end(`The site does not answer: ${error.message}\n`);
  });
  incoming.pipe(onward);
}
