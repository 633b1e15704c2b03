import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { fieldValue, unescaped } from '../../test/support/supporter.ts';
import { unconnectedApp } from '../../test/support/unconnected.ts';
import { langs } from '../config/langs.ts';
import { address } from '../http/address.ts';
import { seeOther } from '../http/answer.ts';
import { chosen, linkForm, openForm, PROOF, typed } from '../http/fields.ts';
import type { SiteRequest } from '../http/request.ts';
import { get, post } from '../http/route.ts';
import { words } from '../locales/words.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { makeServer } from './server.ts';

const app = unconnectedApp({ ACTS_PER_NETWORK_HOUR: '2', TRUSTED_PROXIES: '127.0.0.1' });
const handled = vi.fn((request: SiteRequest) =>
  Promise.resolve(seeOther(`/${request.lang}?${request.query}&${request.form}`)),
);
const handle = needsNoGate('a test', handled);
const form = openForm({
  name: typed('letters.name.label', 200),
  why: typed('letters.why.label', 1_500),
  to: chosen(3, 2),
  step: chosen(10),
});
const routes = [
  get(address('/:lang/page'), handle, { on: chosen(10) }),
  post(address('/:lang/open'), form, handle),
  post(address('/:lang/link'), linkForm({ sure: chosen(3) }), handle),
];
let server: Awaited<ReturnType<typeof makeServer>>;
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  // Spent proofs are written down.
  server = await makeServer({ ...app, pool: fresh.pool, database: fresh.database }, routes);
});
afterAll(async () => {
  await server.close();
  await fresh.drop();
});

function send(url: string, fields: readonly (readonly [string, string])[], more: Record<string, string> = {}) {
  handled.mockClear();
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...more };
  return server.inject({ method: 'POST', url, payload: String(body), headers });
}

describe('a busy network', () => {
  const filled = [
    ['name', 'Amina "K."'],
    ['to', '1'],
    ['to', '2'],
    ['step', 'print'],
    ['why', 'first\r\nthen'],
  ] as const;
  const from = { 'x-forwarded-for': '198.51.100.77' };

  it('is asked for a proof of work before anything else, keeps what it typed, and goes on with the proof', async () => {
    for (let action = 0; action < 2; action += 1) expect((await send('/en/open', filled, from)).statusCode).toBe(303);
    const asked = await send('/en/open?x=1', filled, from);
    expect([asked.statusCode, asked.headers['retry-after'], handled.mock.calls.length]).toEqual([429, '180', 0]);
    expect(asked.body).toContain('action="/en/open?x=1"');
    const challenge = JSON.parse(unescaped(/data-challenge="([^"]*)"/.exec(asked.body)?.[1] ?? '')) as Challenge;
    const kept = [...asked.body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
      .map(([, name = '', value = '']) => [name, unescaped(value)] as const)
      .filter(([name]) => name !== PROOF);
    expect(kept).toEqual(filled);
    const solution = await solveChallenge({ challenge, deriveKey });
    const proven = await send('/en/open', [...kept, [PROOF, JSON.stringify({ challenge, solution })]], from);
    expect([proven.statusCode, handled.mock.calls.length]).toEqual([303, 1]);
  });

  it('is asked also where what it sends could not be taken, and never behind a link that we mailed', async () => {
    expect((await send('/en/open', [], from)).statusCode).toBe(429);
    for (let action = 0; action < 5; action += 1)
      expect((await send('/en/link', [['sure', 'yes']], from)).statusCode).toBe(303);
  });
});

describe('more than a form takes', () => {
  it.each(langs)('is given back whole in %s, with what to do beside the field', async (lang) => {
    const { t } = words(lang);
    const why = `<b>"${'long '.repeat(2_000)}`;
    const page = await send(`/${lang}/open?from=there`, [
      ['name', 'Amina K.'],
      ['to', '1'],
      ['why', why],
    ]);
    expect([page.statusCode, handled.mock.calls.length]).toEqual([422, 0]);
    expect(page.body).toContain(`action="/${lang}/open?from=there"`);
    expect(page.body).toContain('<input type="hidden" name="name" value="Amina K."/>');
    expect(fieldValue(page.body, 'why')).toBe(why);
    expect(page.body).toContain(`<label for="why">${t('letters.why.label')}</label>`);
    const told = t('site.wrong.long', { most: 1_500, now: why.length });
    expect(page.body).toContain(`<a href="#why">${told}</a>`);
    expect(page.body).toContain(`id="why-error">${told}</p>`);
  });

  it('is never given back to another site', async () => {
    const sent = [['why', 'x'.repeat(10_000)]] as const;
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }])
      expect((await send('/en/open', sent, headers)).statusCode).toBe(403);
    expect((await send('/xx/open', sent)).statusCode).toBe(404);
  });

  it('is refused where a page of ours put it there', async () => {
    for (const fields of [
      [['to', '1234']],
      [['step', 'x'.repeat(11)]],
      [
        ['to', '1'],
        ['to', '2'],
        ['to', '3'],
      ],
    ] as const)
      expect((await send('/en/open', fields)).statusCode).toBe(400);
    expect(handled).not.toHaveBeenCalled();
  });
});

describe('an address', () => {
  it('is seen with what it declares, and no more', async () => {
    const { headers } = await server.inject({ url: '/en/page?utm_source=mail&on=2016&fbclid=x&__proto__=y' });
    expect(headers.location).toBe('/en?on=2016&');
    expect((await server.inject({ url: '/en/page?on=2016-11-300' })).statusCode).toBe(414);
    expect((await server.inject({ url: '/en/page?on=1&on=2' })).statusCode).toBe(400);
  });
});
