import type { ServerResponse } from 'node:http';
import type { Sent } from './cached-page.ts';

/** The head of an answer on both sides of its date (RFC 9110 section 6.6.1). */
export interface Head {
  readonly before: string;
  readonly after: string;
}

/** An answer that is the same for everybody, with the head that node:http wrote for it the first time. */
export interface Whole extends Sent {
  head?: Head | undefined;
}

/** Where node:http has the head that it sends before a body; what stands there it does not make again. */
interface Written {
  _header: string | null;
}

const DATE = /(?<=\r\nDate: )[^\r]+/;

/**
 * Sends a whole answer. Its head is written by node:http once, with every header looked at; to others on connections that stay open the
 * same bytes go, with the date of now.
 */
export function sendWhole(response: ServerResponse, whole: Whole): void {
  const { status, headers, body, head } = whole;
  const written = response as unknown as Written;
  const { method } = response.req;
  if (!response.shouldKeepAlive || method !== 'GET' || !body) {
    response.writeHead(status, headers).end(method === 'HEAD' ? undefined : body);
    return;
  }
  if (head) {
    response.statusCode = status;
    written._header = head.before + dateOfNow() + head.after;
  } else {
    response.writeHead(status, headers);
    whole.head = headOf(written._header);
  }
  response.end(body);
}

function headOf(written: string | null): Head | undefined {
  const [before, after] = written?.split(DATE) ?? [];
  return before !== undefined && after !== undefined ? { before, after } : undefined;
}

let second = 0;
let date = '';

function dateOfNow(): string {
  const now = Math.floor(Date.now() / 1_000);
  if (now === second) return date;
  second = now;
  date = new Date(now * 1_000).toUTCString();
  return date;
}
