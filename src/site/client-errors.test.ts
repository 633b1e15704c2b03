import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { ownProblem, serveApi } from '../api/serve-api.ts';
import { direction, langs } from '../config/langs.ts';
import { address } from '../http/address.ts';
import { linkForm } from '../http/fields.ts';
import { get, post } from '../http/route.ts';
import { CAPACITY } from '../http/shed-load.ts';
import { words } from '../locales/words.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { makeServer } from './server.ts';

const file = (body: Buffer | string) => needsNoGate('a test', async () => ({ kind: 'file', type: 'text/plain', body }));
const patience = { head: 300, request: 600, idle: 300, silence: 1_500, look: 50 };
let platform: Platform;
let server: Awaited<ReturnType<typeof makeServer>>;
let port: number;
beforeAll(async () => {
  platform = await startPlatform();
  const routes = [get(address('/:lang/page'), file('a page')), post(address('/:lang/form'), linkForm(), file('taken'))];
  server = await makeServer(platform.app, routes, serveApi, { timeouts: patience, capacity: CAPACITY, ownProblem });
  await server.listen({ port: 0, host: '127.0.0.1' });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await server.close();
  await platform.stop();
});

/** Sends bytes as they stand. @returns what came back until the server ended the connection */
function said(bytes: string): Promise<{ head: string; body: string }> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let all = '';
    socket.on('error', () => {});
    socket.on('data', (part) => {
      all += part.toString();
    });
    socket.on('close', () => {
      const [head = '', ...body] = all.split('\r\n\r\n');
      resolve({ head: head.toLowerCase(), body: body.join('\r\n\r\n') });
    });
    socket.write(bytes);
  });
}

const long = 'x'.repeat(70_000);
const form = 'host: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 10\r\n\r\nname=';
/** What no request can be made of, by an address and headers to go with it. */
const unread = [
  [408, (path: string, more: string) => `POST ${path} HTTP/1.1\r\n${more}${form}`],
  [400, (path: string, more: string) => `GET ${path} HTTP/1.1\r\n${more}host: x\r\nno header\r\n\r\n`],
  [400, (path: string, more: string) => `GET ${path} HTTP/9.9\r\n${more}host: x\r\n\r\n`],
  [400, (path: string, more: string) => `GET ${path} HTTP/1.1\r\n${more}\r\n`],
  [414, (path: string, more: string) => `GET ${path}?${long} HTTP/1.1\r\n${more}host: x\r\n\r\n`],
  [431, (path: string, more: string) => `GET ${path} HTTP/1.1\r\n${more}host: x\r\nx-long: ${long}\r\n\r\n`],
] as const;

describe.each(unread)('what is answered with %s before there is a request', (status, made) => {
  it.each(langs)('is a page in words, and the connection ends (%s)', async (lang) => {
    const { head, body } = await said(made(`/${lang}/form`, 'connection: close\r\n'));
    expect(head).toMatch(new RegExp(`^http/1.1 ${status} `));
    expect(head).toContain('\r\nconnection: close');
    expect(head).toContain('\r\ncontent-type: text/html; charset=utf-8');
    expect(head).toContain('content-security-policy: ');
    expect(head).toContain('permissions-policy: ');
    expect(body).toContain(words(lang).t(`site.error.${status}.title`));
    expect(body).toContain(words(lang).t(`site.error.${status}.text`));
    expect(body).toMatch(new RegExp(`<html lang="${lang}" dir="${direction(lang)}">`));
  });

  it('is in the language that a browser asks for where the address has none', async () => {
    const { body } = await said(made('/nothing', 'connection: close\r\naccept-language: ar, en;q=0.5\r\n'));
    expect(body).toContain(words('ar').t(`site.error.${status}.text`));
  });

  it('is a problem where the API was asked', async () => {
    const { head, body } = await said(made('/api/v1/nothing', 'connection: close\r\n'));
    expect(head).toMatch(new RegExp(`^http/1.1 ${status} `));
    expect(head).toContain('\r\ncontent-type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, instance: '/api/v1/nothing' });
  });
});

it.each([
  ['nothing', '', 408],
  ['half a head', 'GET /en/pa', 408],
  ['no HTTP', '\x16\x03\x01\x02\x00\x01\x00', 400],
  ['half a head for the API', 'GET /api/v1/states HTTP/1.1\r\nhost: x\r\n', 408],
])('who sends %s is told in every language, and in no markup', async (_, bytes, status) => {
  const { head, body } = await said(bytes);
  expect(head).toMatch(new RegExp(`^http/1.1 ${status} `));
  expect(head).toContain('\r\ncontent-type: text/plain; charset=utf-8');
  expect(head).toContain('content-security-policy: ');
  expect(body).not.toContain('<');
  for (const lang of langs) expect(body).toContain(words(lang).t(`site.error.${status as 400}.text`));
});

it.each([
  [
    413,
    'POST /en/form HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n' +
      'content-length: 10000000\r\nconnection: close\r\n\r\n',
  ],
  [414, `GET /en/page?${'x'.repeat(9_000)} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`],
  [431, `GET /en/page HTTP/1.1\r\nhost: x\r\nconnection: close\r\norigin: ${'x'.repeat(400)}\r\n\r\n`],
  [400, `GET /en/%E0%A4%A HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`],
  [400, `GET /en/page HTTP/1.1\r\nhost: x\r\nHost: y\r\nconnection: close\r\n\r\n`],
  [400, `GET /en/page HTTP/1.0\r\nhost: x\r\nhost: x\r\n\r\n`],
])('what is answered with %s where there is one is a page too', async (status, bytes) => {
  const { head, body } = await said(bytes);
  expect(head).toMatch(new RegExp(`^http/1.1 ${status} `));
  expect(head).toContain('content-type: text/html; charset=utf-8');
  expect(body).toContain(
    words('en')
      .t(`site.error.${status as 400}.text`)
      .split('’')[0],
  );
});

it('an expectation that nobody knows is passed over', async () => {
  const { head, body } = await said('GET /en/page HTTP/1.1\r\nhost: x\r\nexpect: tea\r\nconnection: close\r\n\r\n');
  expect([head.split('\r\n')[0], body]).toEqual(['http/1.1 200 ok', expect.stringContaining('a page')]);
});

it('nothing is written into the middle of an answer', async () => {
  const { head, body } = await said('GET /en/page HTTP/1.1\r\nhost: x\r\n\r\nno HTTP\r\n\r\n');
  expect(`${head}${body}`.match(/http\/1\.1 \d+/gi)?.length).toBeLessThanOrEqual(2);
});
