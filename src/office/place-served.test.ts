import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, officeRoutes, startOffice } from '../../test/support/office.ts';
import { rawGet } from '../../test/support/raw-get.ts';
import { makeFirstLink } from '../accounts/links.ts';

const HOST = 'justice.example';
/** As a proxy on this machine says it, whose word is taken. */
const overProxy = { 'x-forwarded-for': '192.0.2.7', 'x-forwarded-proto': 'https' };

const filled = (path: string) => path.replace(':lang', 'en').replace(/:\w+/g, 'none');

describe('the office of a site', () => {
  let office: Office;
  beforeAll(async () => {
    office = await startOffice({ PUBLIC_URL: `https://${HOST}`, TRUSTED_PROXIES: '127.0.0.1' });
  });
  afterAll(() => office.stop());

  const asked = async (headers: Readonly<Record<string, string>>, path = '/office/en/sign-in', method = 'GET') => {
    const reply = await rawGet(office.port, path, headers, method);
    const cookies = String(reply.headers['set-cookie'] ?? '');
    return { status: reply.status, cookies, says: reply.body.toString() };
  };

  it.each([
    ['over http at another name', { host: 'elsewhere.example' }],
    ['over http at the address of this machine in its network', { host: '192.0.2.1:3000' }],
    ['over https at another name', { host: 'elsewhere.example', ...overProxy }],
    ['over http at its own name', { host: HOST }],
    ['over a proxy that speaks http at its own name', { host: HOST, ...overProxy, 'x-forwarded-proto': 'http' }],
  ])('says that it does not open %s, at each of its addresses, and gives no cookie', async (_, headers) => {
    for (const { method, path } of officeRoutes) {
      const { status, cookies, says } = await asked(headers, filled(path), method);
      expect([status, cookies, says.includes('The office does not open here')], `${method} ${path}`).toEqual([
        ...[403, '', true],
      ]);
    }
  });

  it('leads from there to where it opens, and tells the operator of a proxy whose word it does not take', async () => {
    const elsewhere = await asked({ host: 'elsewhere.example' });
    expect(elsewhere.says).toContain(`href="https://${HOST}/office/en"`);
    expect(elsewhere.says).not.toContain('TRUSTED_PROXIES');
    expect((await asked({ host: HOST })).says).toContain('TRUSTED_PROXIES');
  });

  it('opens over https at its own name, with a cookie that browsers keep over https alone', async () => {
    const { status, cookies } = await asked({ host: HOST, ...overProxy });
    expect([status, cookies]).toEqual([
      200,
      expect.stringMatching(/^__Secure-office-browser=.*; HttpOnly;.*; Secure$/),
    ]);
  });

  it('opens on the machine itself, by its own name', async () => {
    const { status, cookies } = await asked({ host: `localhost:${office.port}` });
    expect([status, cookies]).toEqual([200, expect.stringMatching(/^office-browser=[^;]+; Path=\/office; /)]);
  });
});

describe('a demonstration’s first link', () => {
  let office: Office;
  let link: string;
  beforeAll(async () => {
    const nobody = { OPERATOR_NAME: '', OPERATOR_EMAIL: '' };
    office = await startOffice({ ...nobody, PUBLIC_URL: `https://${HOST}`, TRUSTED_PROXIES: '127.0.0.1' });
    link = `/office/en/begin/${await makeFirstLink(office.app.database)}`;
  });
  afterAll(() => office.stop());

  const local = () => `localhost:${office.port}`;
  const elsewhere: [string, () => Readonly<Record<string, string>>][] = [
    ['over https', () => ({ host: HOST, ...overProxy })],
    ['over a trusted proxy, by the machine’s own name', () => ({ host: local(), ...overProxy })],
    ['as if from this machine', () => ({ host: local(), 'x-forwarded-for': '127.0.0.1' })],
    ['over a proxy that says only that it is one', () => ({ host: local(), via: '1.1 proxy' })],
  ];

  it.each(elsewhere)('opens nothing %s, and is not spent there', async (_, headers) => {
    expect((await rawGet(office.port, link, headers())).status).toBe(410);
    const browser = await office.browser().get('/office/en/sign-in');
    const { host: _host, ...forwarded } = headers();
    const sent = await fetch(new URL(link, office.url), {
      method: 'POST',
      redirect: 'manual',
      headers: { ...forwarded, cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') },
      body: new URLSearchParams({ 'form-token': browser.token(), name: 'Eve', email: 'eve@elsewhere.example' }),
    });
    await sent.body?.cancel();
    expect([200, 303]).not.toContain(sent.status);
    expect((await office.sql('SELECT 1 FROM accounts')).rows).toEqual([]);
  });

  it('opens on the machine itself', async () => {
    const browser = await office.browser().get(link);
    await browser.post(link, { name: 'Amina K.', email: 'amina@justice.example' });
    expect([browser.at, browser.status]).toEqual(['/office/en/set-up', 200]);
  });
});
