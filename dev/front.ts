import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Settings } from '../src/config/settings.ts';
import type { Site } from './sites.ts';

const CHANGES = '/dev/changes';
const SCRIPT = '/dev/reload.js';
const CHANGED = 'data: changed\n\n';
const MAILS = '/dev/mails';
/** A page says which site it is of, so that one that changed while it was loading is not missed. */
const reload = (of: string) => `new EventSource('${CHANGES}?of=${of}').onmessage = () => location.reload();\n`;

/** What browsers speak to: it leads to the site of the moment, and has pages load again when that is another. */
export interface Front {
  leadTo(site: Site): void;
  close(): Promise<void>;
}

export async function openFront({ PORT, HOST }: Pick<Settings, 'PORT' | 'HOST'>): Promise<Front> {
  const listeners = new Set<ServerResponse>();
  const first = Promise.withResolvers<Site>();
  let site = first.promise;
  let changes = 0;
  const server = createServer((incoming, response) => {
    const { pathname, searchParams } = new URL(`http://localhost/${(incoming.url ?? '').replace(/^\/+/, '')}`);
    const of = Number(searchParams.get('of'));
    if (pathname === CHANGES) return listen(listeners, response, of !== changes);
    if (pathname === SCRIPT)
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(reload(String(of)));
    if (pathname === MAILS) return void site.then(({ outbox }) => response.writeHead(302, { location: outbox }).end());
    void site.then(({ address }) => pass(incoming, response, address, changes));
  });
  server.listen(PORT, HOST);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new Error(`PORT: something else listens on ${HOST}:${PORT} already`) : error;
  });
  return {
    leadTo: (next) => {
      first.resolve(next);
      site = Promise.resolve(next);
      changes += 1;
      for (const listener of listeners) listener.write(CHANGED);
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listen(listeners: Set<ServerResponse>, response: ServerResponse, isBehind: boolean): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('retry: 200\n\n');
  if (isBehind) response.write(CHANGED);
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

/** Hands a request on; a page gets the script by which it loads again. @param of how often the site had changed by then */
function pass(incoming: IncomingMessage, response: ServerResponse, address: string, of: number): void {
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
    answer.on('end', () => response.end(`<script src="${SCRIPT}?of=${of}"></script>`)).pipe(response, { end: false });
  });
  onward.on('error', (error) => {
    if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain' });
    response.end(`The site does not answer: ${error.message}\n`);
  });
  incoming.pipe(onward);
}
