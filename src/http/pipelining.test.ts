import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageServer, page } from '../../test/support/page-server.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';

let platform: Platform;
let server: PageServer;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  server = await new PageServer().start(platform);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await server.stop();
});

describe('many requests on one connection', () => {
  it('are answered in turn, few begun at once', async () => {
    let running = 0;
    let most = 0;
    server.render = async (nth) => {
      running += 1;
      most = Math.max(most, running);
      await nextTurn();
      running -= 1;
      return page(`nth ${nth}`);
    };
    const answers = await pipelined(Array.from({ length: 300 }, (_, index) => `/en/page/p${index}`));
    expect(answers).toHaveLength(300);
    expect(answers.map((answer) => /<title>(.*)<\/title>/.exec(answer)?.[1])).toEqual(
      Array.from({ length: 300 }, (_, index) => `nth ${index + 1}`),
    );
    expect(most).toBe(1);
  });

  it('are all answered, though there are twenty thousand, and take little memory', async () => {
    await server.ask();
    const before = process.memoryUsage().rss;
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 20);
    const answers = await pipelined(Array(20_000).fill('/en/page'), true);
    clearInterval(watch);
    expect(answers).toHaveLength(20_000);
    expect(peak - before).toBeLessThan(150_000_000);
  });

  it('wait for a reader who is slow, and nothing piles up', async () => {
    await server.ask();
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.pause();
    const hits = () => server.pages.hits;
    socket.write('GET /en/page HTTP/1.1\r\nhost: localhost\r\naccept-encoding: identity\r\n\r\n'.repeat(20_000));
    await vi.waitFor(() => expect(hits()).toBeGreaterThan(1));
    let more = Number.POSITIVE_INFINITY;
    while (more > 0) {
      const before = hits();
      for (let times = 0; times < 20; times += 1) expect((await server.ask()).status).toBe(200);
      more = hits() - before - 20;
    }
    // What has left fits the buffers of the two kernels; 20,000 answers would be 160 MB.
    expect(hits()).toBeLessThan(2_000);
    socket.destroy();
  });
});

/** Sends all requests at once over one connection, and reads the answers; heads alone where told. */
async function pipelined(paths: readonly string[], heads = false): Promise<string[]> {
  const socket = connect(server.port, '127.0.0.1');
  const method = heads ? 'HEAD' : 'GET';
  const last = paths.length - 1;
  const requests = paths.map(
    (path, index) =>
      `${method} ${path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: identity\r\n${index === last ? 'connection: close\r\n' : ''}\r\n`,
  );
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.write(requests.join(''));
  await once(socket, 'end');
  socket.destroy();
  return Buffer.concat(parts).toString().split('HTTP/1.1 200 OK\r\n').slice(1);
}
