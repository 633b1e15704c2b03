import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { serveApi } from '../api/serve-api.ts';
import { address } from '../http/address.ts';
import { openForm, typed } from '../http/fields.ts';
import { get, post } from '../http/route.ts';
import { makeServer } from './server.ts';

const breaks = async (): Promise<never> => {
  throw new TypeError('no such thing as Amina K. <amina@mail.example>');
};
const isAway = async (): Promise<never> => {
  throw Object.assign(new Error('to 10.0.0.7: amina@mail.example'), { code: 'ECONNREFUSED' });
};
const typing = openForm({ name: typed('letters.name.label', 200), why: typed('letters.why.label', 1_500) });
const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'name=Amina+K.&why=%22x%22' };

let platform: Platform;
let server: Awaited<ReturnType<typeof makeServer>>;
const lines: string[] = [];
beforeAll(async () => {
  platform = await startPlatform();
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  const routes = [
    get(address('/:lang/broken'), breaks),
    post(address('/:lang/broken'), typing, breaks),
    post(address('/:lang/away'), typing, isAway),
  ];
  server = await makeServer({ ...platform.app, log }, routes, async (inner, app) => {
    await serveApi(inner, app);
    inner.get('/api/broken', breaks);
    inner.options('/options-broken', breaks);
  });
  server.addHook('preHandler', async (request) => {
    if (request.url.includes('/api/v1/') && request.headers['x-break']) await breaks();
  });
});
afterAll(async () => {
  await server.close();
  await platform.stop();
});
beforeEach(() => void lines.splice(0));

describe('a failure of ours', () => {
  it.each([
    ['GET', '/en/broken', {}],
    ['HEAD', '/en/broken', {}],
    ['POST', '/en/broken', form],
    ['GET', '/api/broken', {}],
    ['OPTIONS', '/options-broken', {}],
    ['GET', '/api/v1/states', { headers: { 'x-break': '1' } }],
  ] as const)('by %s %s is one line in the log, which names nobody', async (method, url, more) => {
    const { statusCode } = await server.inject({ method, url, ...more });
    expect(statusCode).toBe(500);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: 'TypeError', method, msg: 'a request failed' });
    expect(lines[0]).toContain('failures.test.ts');
    expect(lines[0]).not.toMatch(/amina/i);
  });

  it('that passes is said so, is logged, and gives back what was typed', async () => {
    const answer = await server.inject({ method: 'POST', url: '/en/away', ...form });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '30']);
    expect(answer.body).toContain('value="Amina K."');
    expect(answer.body).toContain('value="&quot;x&quot;"');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"code":"ECONNREFUSED"');
    expect(lines[0]).not.toMatch(/amina/i);
  });

  it('is none where nothing of ours failed', async () => {
    for (const url of ['/en/nothing', '/xx/broken', '/en/broken/']) await server.inject({ url });
    await server.inject({ method: 'POST', url: '/en/away', payload: '{}', headers: { 'content-type': 'text/xml' } });
    expect(lines).toEqual([]);
  });
});

describe('an address without its first part', () => {
  it.each(['//campaigns/x%2ey', '//broken', '//%62roken', '///broken', '//evil.example/%2e', '//', '/\\\\broken'])(
    '%s leads nowhere outside',
    async (url) => {
      const page = await server.inject({ url });
      const posted = await server.inject({ method: 'POST', url, ...form });
      expect([page.headers.location ?? '/', posted.headers.location ?? '/']).toEqual(['/', '/']);
      expect([page.statusCode, posted.statusCode]).toEqual([404, 404]);
      expect(page.body + posted.body).not.toMatch(/(href|action)="\/\//);
    },
  );
});

it('every answer says that it asks a browser for nothing', async () => {
  for (const url of ['/en/nothing', '/en/broken', '/healthz', '/%', '/api/v1/nothing', '/robots.txt'])
    expect((await server.inject({ url })).headers['permissions-policy'], url).toContain('camera=(), ');
});
