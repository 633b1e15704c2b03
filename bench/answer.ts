import { request } from 'node:http';
import type { Load } from './generator.ts';

/** An answer as it crosses the network: nothing unpacked, headers as they were written. */
export interface Answer {
  readonly status: number;
  readonly words: string;
  /** Name, value, name, value; without those that node:http writes by itself. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** What the product says to one request of this load. */
export async function answerTo(load: Load, word: string): Promise<Answer> {
  const filled = (text: string) => text.replaceAll('{unique}', word).replaceAll('{network}', '10.1.1.1');
  const headers = Object.fromEntries(Object.entries(load.headers ?? {}).map(([name, value]) => [name, filled(value)]));
  return new Promise((resolve, reject) => {
    const sent = request(load.url, { method: load.body === undefined ? 'GET' : 'POST', headers }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      const { statusCode: status = 0, statusMessage: words = '', rawHeaders } = response;
      resolve({ status, words, headers: withLength(rawHeaders, body.length), body });
    });
    sent.on('error', reject);
    sent.end(load.body && filled(load.body));
  });
}

const BY_ITSELF = ['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length'];

function withLength(raw: readonly string[], length: number): string[] {
  const pairs = raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
  const own = pairs.filter(([name = '']) => !BY_ITSELF.includes(name.toLowerCase()));
  return [...own.flat(), 'content-length', String(length)];
}

/** The whole answer in one piece, with the headers that node:http would write by itself. */
export function rawAnswer({ status, words, headers, body }: Answer): Buffer {
  const pairs = [...headers, 'Date', new Date().toUTCString(), 'Connection', 'keep-alive', 'Keep-Alive', 'timeout=5'];
  const lines = pairs.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${pairs[at + 1]}`] : []));
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} ${words}\r\n${lines.join('\r\n')}\r\n\r\n`), body]);
}
