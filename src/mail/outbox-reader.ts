import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLang, type Lang, preferredLang } from '../config/langs.ts';
import { sameSecret } from '../config/same-secret.ts';
import { isId } from '../database/is-id.ts';
import type { App } from '../http/app.ts';
import { type OutboxMail, outboxMail, outboxMails } from './outbox.ts';
import { type OutboxView, outboxList, outboxMailPage, outboxNotice, type ReadMail } from './outbox-pages.tsx';
import { parseMail } from './parse-mail.ts';

export interface OutboxReader {
  /** With its secret, made anew at each start. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The rules of the site's style sheet that a page uses, without files: this server has none. */
export type StylesOf = (html: string) => string;

interface Outbox {
  readonly app: App;
  readonly secret: string;
  readonly stylesOf: StylesOf;
}

const MOST_LISTED = 200;

/** Shows the mails that stay on this machine, on its loopback alone, to whoever holds the link that is printed at the start. */
export async function startOutboxReader(app: App, stylesOf: StylesOf): Promise<OutboxReader> {
  const secret = randomBytes(18).toString('base64url');
  const server = createServer((request, response) => {
    answer({ app, secret, stylesOf }, request, response).catch(() =>
      reply(response, 500, outboxNotice(langOf(request), 'broken'), stylesOf),
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

async function answer(outbox: Outbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { app, secret, stylesOf } = outbox;
  const query = new URLSearchParams(request.url?.split('?')[1]);
  const lang = langOf(request, query);
  // Another host name means that some web page made the browser ask (DNS rebinding).
  const fromHere = /^(127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? '');
  if (!fromHere || !sameSecret(query.get('key') ?? '', secret))
    return reply(response, 404, outboxNotice(lang, 'closed'), stylesOf);
  const chosen = query.get('lang') === null ? undefined : lang;
  const view: OutboxView = {
    lang,
    timeZone: app.settings.TIME_ZONE,
    site: app.settings.PUBLIC_URL,
    link: (to) => linkTo(secret, { lang: chosen, ...to }),
  };
  const id = query.get('mail');
  if (id === null) return reply(response, 200, outboxList(view, await newestMails(app)), stylesOf);
  const mail = isId(id) ? await outboxMail(app, id) : undefined;
  if (!mail) return reply(response, 404, outboxNotice(lang, 'missing'), stylesOf);
  return reply(response, 200, outboxMailPage(view, await readMail(mail, false)), stylesOf);
}

function langOf(request: IncomingMessage, query?: URLSearchParams): Lang {
  const chosen = query?.get('lang') ?? '';
  return isLang(chosen) ? chosen : preferredLang(request.headers['accept-language']);
}

function linkTo(secret: string, to: { readonly mail?: string | undefined; readonly lang?: Lang | undefined }): string {
  const query = new URLSearchParams({ key: secret });
  for (const [name, value] of Object.entries(to)) if (value !== undefined) query.set(name, value);
  return `/?${query}`;
}

async function newestMails(app: App): Promise<ReadMail[]> {
  return Promise.all((await outboxMails(app, MOST_LISTED)).map((mail) => readMail(mail, true)));
}

async function readMail({ id, at, message }: OutboxMail, skipHtmlToText: boolean): Promise<ReadMail> {
  return { id, at, parsed: await parseMail(Buffer.from(message, 'latin1'), { skipHtmlToText }) };
}

function reply(response: ServerResponse, status: number, html: string, stylesOf: StylesOf): void {
  const css = stylesOf(html);
  const hash = createHash('sha256').update(css).digest('base64');
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(`<!doctype html>${html.replace('<style></style>', () => `<style>${css}</style>`)}`);
}
