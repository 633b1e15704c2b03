import { IncomingMessage, ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { campaignAddresses } from '../campaigns/addresses.ts';
import { direction, isLang, type Lang, langs, preferredLang } from '../config/langs.ts';
import { LONGEST_ADDRESS } from '../http/request-limits.ts';
import { words } from '../locales/words.ts';
import type { SetHeaders } from './security-headers.ts';

/** What node:http says when it can make no request of what came. */
export type ClientError = Error & { readonly code?: string; readonly rawPacket?: unknown };

/** How a part of the site answers its own addresses in another way than by a page: undefined for every other address. */
export type OwnProblem = (url: string, status: number) => { readonly type: string; readonly body: string } | undefined;

/** The answer to the request that came last on a connection. */
const inHand = Symbol('in hand');
type Connected = Socket & { [inHand]?: ServerResponse };

/** What is known of a request that never became one. */
interface Known {
  readonly url?: string | undefined;
  readonly languages?: string | undefined;
}

/**
 * Answers those of whom no request could be made: too slow, too long, or no HTTP. Nothing but a connection is there, so that the answer is
 * written by hand, in words, and the connection ends with it (RFC 9112 section 9.6).
 */
export class ClientErrors {
  readonly #setHeaders: SetHeaders;
  readonly #own: OwnProblem;

  constructor(setHeaders: SetHeaders, own: OwnProblem) {
    this.#setHeaders = setHeaders;
    this.#own = own;
  }

  /** Connected of each request, so that one whose body never comes is answered as what it asked for. */
  note(request: IncomingMessage, response: ServerResponse): void {
    // On the socket itself: a map of all that are weakly held costs every request a share of what clearing away costs.
    (request.socket as Connected)[inHand] = response;
  }

  answer(error: ClientError, socket: Socket): void {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const response = (socket as Connected)[inHand];
    // Part of another answer is on the line: nothing can be said in the middle of it.
    if (response?.headersSent && !response.writableFinished) return void socket.destroy();
    const status = statusOf(error);
    const known = response && !response.headersSent ? knownOf(response.req) : readHead(packetOf(error));
    socket.end(this.#bytes(status, known), () => socket.destroy());
  }

  #bytes(status: number, known: Known): Buffer {
    const { type, body } = this.#own(known.url ?? '', status) ?? pageOf(status, known);
    const response = new ServerResponse(new IncomingMessage({} as Socket));
    this.#setHeaders(response.req, response);
    const headers = {
      ...response.getHeaders(),
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      connection: 'close',
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    return Buffer.from([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'));
  }
}

function packetOf({ rawPacket }: ClientError): Buffer | undefined {
  return Buffer.isBuffer(rawPacket) ? rawPacket : undefined;
}

function statusOf(error: ClientError): number {
  const { code } = error;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return 413;
  if (code !== 'HPE_HEADER_OVERFLOW') return 400;
  const firstLine = packetOf(error)?.indexOf('\n') ?? 0;
  return firstLine < 0 || firstLine > LONGEST_ADDRESS ? 414 : 431;
}

function knownOf({ url, headers }: IncomingMessage): Known {
  return { url, languages: headers['accept-language'] };
}

/** As much of a head as came in one piece. */
function readHead(packet: Buffer | undefined): Known {
  const head = packet?.subarray(0, LONGEST_ADDRESS).toString('latin1') ?? '';
  return {
    url: /^[A-Z]+ (\S+)/.exec(head)?.[1],
    languages: /\naccept-language:([^\r\n]*)/i.exec(head)?.[1]?.slice(0, 1_000),
  };
}

/** In every language, and in no markup: whether a browser or a program asked, and for what, is not known. */
function plainOf(status: number): { type: string; body: string } {
  const parts = langs.map((lang) => {
    const { t } = words(lang);
    const known = explainedStatus(status);
    return `${t(`site.error.${known}.title`)}\n${t(`site.error.${known}.text`)}\n`;
  });
  return { type: 'text/plain; charset=utf-8', body: parts.join('\n') };
}

/** In the language that was asked for; in all of them where nothing of it is known. */
function pageOf(status: number, { url, languages }: Known): { type: string; body: string } {
  if (url === undefined) return plainOf(status);
  const first = url.split('/')[1] ?? '';
  const spoken: readonly Lang[] = isLang(first) ? [first] : languages ? [preferredLang(languages)] : langs;
  const [lang = 'en'] = spoken;
  const parts = spoken.map((one) => wordsOf(one, status));
  const title = words(lang).t(`site.error.${explainedStatus(status)}.title`);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`;
  const body = `<body><main>${parts.join('')}</main></body>`;
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="${lang}" dir="${direction(lang)}"><head>${head}</head>${body}</html>`,
  };
}

function wordsOf(lang: Lang, status: number): string {
  const { t } = words(lang);
  const known = explainedStatus(status);
  const link = `<p><a href="${campaignAddresses.home(lang)}">${t('site.error.home')}</a></p>`;
  const said = `<h1>${t(`site.error.${known}.title`)}</h1><p>${t(`site.error.${known}.text`)}</p>`;
  return `<section lang="${lang}" dir="${direction(lang)}">${said}${link}</section>`;
}

const explained = [400, 408, 413, 414, 431] as const;

function explainedStatus(status: number): (typeof explained)[number] {
  return explained.find((known) => known === status) ?? 400;
}
