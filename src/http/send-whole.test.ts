import { once } from 'node:events';
import { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageServer } from '../../test/support/page-server.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';

let platform: Platform;
let server: PageServer;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  server = await new PageServer().start(platform);
  await server.ask();
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await server.stop();
});

const DATE = /\r\nDate: ([^\r]+)/g;
const undated = (bytes: string) => bytes.replace(DATE, '\r\nDate:');
const datesOf = (bytes: string) => [...bytes.matchAll(DATE)].map(([, date]) => date);

/** What comes back over a connection of its own, which ends with the last of the requests. */
async function overOneConnection(...heads: readonly string[]): Promise<string[]> {
  const socket = connect(server.port, '127.0.0.1');
  const closed = once(socket, 'close');
  const answers: string[] = [];
  for (const head of heads) {
    const parts: Buffer[] = [];
    const take = (part: Buffer) => parts.push(part);
    socket.on('data', take);
    socket.write(`${head}\r\nhost: localhost\r\n\r\n`);
    const bytes = () => Buffer.concat(parts).toString('latin1');
    await vi.waitFor(() => expect(isWhole(bytes(), head.startsWith('HEAD'))).toBe(true));
    socket.off('data', take);
    answers.push(bytes());
  }
  socket.end();
  socket.resume();
  await closed;
  return answers;
}

function isWhole(bytes: string, headAlone: boolean): boolean {
  const end = bytes.indexOf('\r\n\r\n');
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(bytes)?.[1] ?? 0);
  return end > 0 && bytes.length === end + 4 + (headAlone ? 0 : length);
}

const GET = 'GET /en/page HTTP/1.1';

describe('a page from the cache', () => {
  it('goes out in the very bytes that node:http writes, which looks at its headers once', async () => {
    const writeHead = vi.spyOn(ServerResponse.prototype, 'writeHead');
    const [first, second, third] = await overOneConnection(GET, GET, GET);
    expect(writeHead).toHaveBeenCalledTimes(1);
    expect(undated(first ?? '')).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\r\nConnection: keep-alive\r\n.*common bonds/s);
    expect(undated(second ?? '')).toBe(undated(first ?? ''));
    expect(undated(third ?? '')).toBe(undated(first ?? ''));
  });

  it('says when it was sent, each time', async () => {
    await overOneConnection(GET, GET);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 1, 3, 4, 5, 6, 789) });
    const [now] = await overOneConnection(GET);
    expect(datesOf(now ?? '')).toEqual(['Mon, 03 Feb 2031 04:05:06 GMT']);
    vi.setSystemTime(Date.UTC(2031, 1, 3, 4, 5, 8));
    const [later] = await overOneConnection(GET);
    expect(datesOf(later ?? '')).toEqual(['Mon, 03 Feb 2031 04:05:08 GMT']);
  });

  it.each([
    ['a connection that is to close', `${GET}\r\nconnection: close`, /\r\nConnection: close\r\n/],
    ['HTTP/1.0', 'GET /en/page HTTP/1.0', /\r\nConnection: close\r\n/],
    ['HEAD', 'HEAD /en/page HTTP/1.1', /^HTTP\/1\.1 200 OK\r\n.*\r\n\r\n$/s],
  ])('is written for %s by itself', async (_name, head, expected) => {
    await overOneConnection(GET, GET);
    const [answer] = await overOneConnection(head);
    expect(answer).toMatch(expected);
    expect(datesOf(answer ?? '')).toHaveLength(1);
  });

  it('is not sent again to whoever has it', async () => {
    const [answer] = await overOneConnection(GET, GET);
    const tag = /\r\netag: ([^\r]+)/i.exec(answer ?? '')?.[1];
    const [known, anew] = await overOneConnection(`${GET}\r\nif-none-match: ${tag}`, GET);
    expect(known).toMatch(/^HTTP\/1\.1 304 Not Modified\r\n.*\r\n\r\n$/s);
    expect(undated(anew ?? '')).toBe(undated(answer ?? ''));
  });
});
