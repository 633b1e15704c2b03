import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { makeServer } from '../site/server.ts';
import { address } from './address.ts';
import { linkForm } from './fields.ts';
import { get, post } from './route.ts';
import { CAPACITY } from './shed-load.ts';

const file = (body: Buffer | string) => needsNoGate('a test', async () => ({ kind: 'file', type: 'text/plain', body }));
const timeouts = { head: 300, request: 600, idle: 300, silence: 1_500, look: 50 };
const huge = Buffer.alloc(64 << 20, 'x');

let platform: Platform;
let server: Awaited<ReturnType<typeof makeServer>>;
let port: number;
beforeAll(async () => {
  platform = await startPlatform();
  const routes = [get(address('/:lang/huge'), file(huge)), post(address('/:lang/form'), linkForm(), file('taken'))];
  server = await makeServer(platform.app, routes, undefined, { timeouts, capacity: CAPACITY });
  await server.listen({ port: 0, host: '127.0.0.1' });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await server.close();
  await platform.stop();
});

/** Sends something on a connection of its own. @returns what came back until the server ended it, and after how many milliseconds */
async function held(talk: (socket: Socket) => void): Promise<{ said: string; after: number }> {
  const [socket, begun] = [connect(port, '127.0.0.1'), Date.now()];
  const ended = new Promise((resolve) => {
    server.server.once('connection', (end: Socket) => end.once('close', resolve));
  });
  let said = '';
  socket.on('error', () => {});
  socket.on('data', (bytes) => {
    said = (said + bytes.toString('latin1')).slice(-4_000);
  });
  talk(socket);
  await ended;
  socket.destroy();
  return { said, after: Date.now() - begun };
}

const head = 'POST /en/form HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n';
/** Begins with some words, and goes on with a few bytes every 50 ms, for ever. */
const dripping = (begin: string, bytes: string) => (socket: Socket) => {
  socket.write(begin);
  const timer = setInterval(() => socket.write(bytes), 50);
  socket.on('close', () => clearInterval(timer));
};
const saying = (words: string) => (socket: Socket) => void socket.write(words);

describe('a connection ends', () => {
  it.each([
    ['whose body comes byte by byte', dripping(`${head}content-length: 100000\r\n\r\n`, 'a')],
    ['whose body comes chunk by chunk', dripping(`${head}transfer-encoding: chunked\r\n\r\n`, '1\r\na\r\n')],
    ['whose body stops coming', saying(`${head}content-length: 10\r\n\r\nname=`)],
    ['whose head comes byte by byte', dripping(head, 'x')],
    ['whose head stops coming', saying('GET /en')],
    ['on which nothing comes', () => {}],
  ])('%s, with word of why', async (_name, talk) => {
    const { said, after } = await held(talk);
    expect(said).toMatch(/^HTTP\/1.1 408 /);
    expect(after).toBeLessThan(timeouts.silence);
  });

  it('that is idle after an answer', async () => {
    const { said } = await held((socket) => socket.write(`${head}content-length: 1\r\n\r\na`));
    expect(said).toMatch(/^HTTP\/1.1 200 .*taken/s);
  });

  it('whose client does not read', async () => {
    const { said } = await held((socket) => {
      socket.write('GET /en/huge HTTP/1.1\r\nhost: x\r\n\r\n');
      socket.pause();
    });
    expect(said).toBe('');
  });
});
