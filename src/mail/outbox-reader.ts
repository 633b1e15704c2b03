import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sameSecret } from '../config/same-secret.ts';
import { isId } from '../database/is-id.ts';
import type { App } from '../http/app.ts';
import { minuteIn } from '../text/time-zone.ts';
import { outboxMail, outboxMails } from './outbox.ts';
import { parseMail } from './parse-mail.ts';

export interface OutboxReader {
  /** With its secret, made anew at each start. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Shows the mails that stay on this machine, on its loopback alone, to whoever holds the link that is printed at the start. */
export async function startOutboxReader(app: App): Promise<OutboxReader> {
  const secret = randomBytes(18).toString('base64url');
  const server = createServer((request, response) => {
    answer(app, secret, request, response).catch(() =>
      reply(response, 500, '<p>The outbox can’t be read just now.</p>'),
    );
  });
  const port = await listen(server, app.settings.OUTBOX_PORT);
  return {
    url: `http://127.0.0.1:${port}/?key=${secret}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  return (server.address() as AddressInfo).port;
}

async function answer(app: App, secret: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const query = new URLSearchParams(request.url?.split('?')[1]);
  // Another host name means that some web page made the browser ask (DNS rebinding).
  const fromHere = /^(127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? '');
  if (!fromHere || !sameSecret(query.get('key') ?? '', secret))
    return reply(response, 404, '<p>Open the link that was printed at the start.</p>');
  const id = query.get('mail');
  const page = id === null ? await allMails(app, secret) : await oneMail(app, id);
  return page === undefined ? reply(response, 404, '<p>There is no such mail.</p>') : reply(response, 200, page);
}

async function allMails(app: App, secret: string): Promise<string> {
  const mails = await outboxMails(app, 200);
  const rows = await Promise.all(
    mails.map(async ({ id, at, message }) => {
      const { subject, to } = await parseMail(Buffer.from(message, 'latin1'), { skipHtmlToText: true });
      const reader = Array.isArray(to) ? to.map(({ text }) => text).join(', ') : to?.text;
      const link = `<a dir="auto" href="/?key=${secret}&amp;mail=${id}">${escaped(subject ?? '')}</a>`;
      return `<li>${link}<br>${escaped(reader ?? '')}<br>${minuteIn(app.settings.TIME_ZONE, at)}</li>`;
    }),
  );
  return `<h1>Outbox</h1><p>Mails that stay on this machine.</p><ul>${rows.join('') || '<li>none yet</li>'}</ul>`;
}

async function oneMail(app: App, id: string): Promise<string | undefined> {
  const mail = isId(id) ? await outboxMail(app, id) : undefined;
  if (!mail) return undefined;
  const parsed = await parseMail(Buffer.from(mail.message, 'latin1'));
  const text = escaped(parsed.text ?? '').replace(
    /https?:\/\/[^\s&<]+/g,
    (link) => `<a href="${link}" rel="noreferrer">${link.replace(/.{24}/g, '$&<wbr>')}</a>`,
  );
  const heads = parsed.headerLines.map(({ line }) => escaped(line)).join('\n');
  const paragraphs = text.split('\n\n').map((one) => `<p dir="auto">${one.replaceAll('\n', '<br>')}</p>`);
  return `<h1 dir="auto">${escaped(parsed.subject ?? '')}</h1>${paragraphs.join('')}<h2>Headers</h2><pre>${heads}</pre>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function reply(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<title>Outbox</title><body>${body}</body></html>`,
  );
}
