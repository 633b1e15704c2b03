import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OfficeBrowser } from '../../test/support/office-browser.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { SoftPasskey } from '../../test/support/soft-passkey.ts';
import { until } from '../../test/support/until.ts';
import { totpCode } from '../accounts/authenticator.ts';
import { makeFirstLink } from '../accounts/links.ts';
import { endSignIns } from '../accounts/restored-queries.ts';

const AMINA = 'amina@justice.example';
let site: Site;
let secret = '';
beforeAll(async () => {
  site = await startSite({ TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => site.stop());

const browser = () => new OfficeBrowser(() => site.url);
const sql = (statement: string) => site.running.app.pool.query(statement);
const mailed = () => site.mail.received.filter(({ to }) => to === AMINA).length;
const amina = browser();
let passkey: SoftPasskey;

async function asks(who: OfficeBrowser, email = AMINA): Promise<void> {
  await who.get('/office/en/sign-in');
  await who.post('/office/en/sign-in', { email, to: '' });
}

it('lets the first administrator in, with an app and a passkey', async () => {
  passkey = new SoftPasskey(new URL(site.url).origin);
  const link = `/office/en/begin/${await makeFirstLink(site.running.app.database)}`;
  await amina.get(link);
  await amina.post(link, { name: 'Amina K.', email: AMINA });
  secret = /name="secret" value="([A-Z2-7]{32})"/.exec(amina.page)?.[1] ?? '';
  await amina.post('/office/en/set-up', { secret, code: totpCode(secret) });
  await sql('UPDATE accounts SET totp_step = NULL');
  await amina.get('/office/en/account');
  const token = amina.token();
  await amina.post('/office/en/account/passkeys/ask', {}, token);
  await amina.post(
    '/office/en/account/passkeys',
    { name: 'A phone', answer: passkey.made(JSON.parse(amina.page)) },
    token,
  );
  expect(amina.page).toContain('A phone');
});

it('five wrong codes of the app stop it for a quarter of an hour, and no passkey', async () => {
  await amina.get('/office/en/prove');
  for (let tried = 0; tried < 5; tried += 1) await amina.post('/office/en/prove', { second: '000000', to: '' });
  await amina.post('/office/en/prove', { second: totpCode(secret), to: '' });
  expect([amina.status, amina.page.includes('Too many wrong codes')]).toEqual([422, true]);
  const other = await browser().get('/office/en/sign-in');
  const token = other.token();
  await other.post('/office/en/sign-in/passkey/ask', {}, token);
  await other.post('/office/en/sign-in/passkey', { answer: passkey.signed(JSON.parse(other.page)), to: '' }, token);
  expect(other.page).toContain('\u2068Amina K.\u2069, administrator');
  await sql(
    `UPDATE accounts SET totp_wrong_at = ARRAY(SELECT w - interval '15 minutes' FROM unnest(totp_wrong_at) AS w)`,
  );
  await amina.get('/office/en/prove');
  await amina.post('/office/en/prove', { second: totpCode(secret), to: '' });
  expect(amina.page).toContain('\u2068Amina K.\u2069, administrator');
});

it('six codes an hour go to one mailbox, and the seventh who asks is told the same', async () => {
  const before = mailed();
  const pages = new Set<string>();
  for (let asked = 0; asked < 8; asked += 1) {
    const who = browser();
    await asks(who);
    pages.add(who.page.replace(/value="[^"]*"/g, ''));
    if (asked < 6) await until('the code', () => mailed() > before + asked);
  }
  await sql(`UPDATE mailed_codes SET asked_at = asked_at - interval '61 minutes'`);
  await asks(browser());
  await until('a code an hour later', () => mailed() > before + 6);
  expect([mailed() - before, pages.size]).toEqual([7, 1]);
});

it('what is stored of a stranger’s question is what is stored of anybody’s, and as much work', async () => {
  const count = async (table: string) => Number((await sql(`SELECT count(*) FROM ${table}`)).rows[0]?.count);
  const stored = async (email: string) => {
    const before = await count('mailed_codes');
    await asks(browser(), email);
    return (await count('mailed_codes')) - before;
  };
  expect([await stored('nobody@justice.example'), await stored(AMINA)]).toEqual([1, 1]);
});

it('a network sends 120 forms an hour before anybody signed in, another as many', async () => {
  const ask = async (network: string, who: OfficeBrowser) => {
    const answer = await fetch(new URL('/office/en/sign-in/code', site.url), {
      method: 'POST',
      headers: { 'x-forwarded-for': network, cookie: [...who.cookies].map((pair) => pair.join('=')).join('; ') },
      body: new URLSearchParams({ 'form-token': who.token(), code: '0', second: '0', to: '' }),
    });
    await answer.body?.cancel();
    return answer.status;
  };
  const who = await browser().get('/office/en/sign-in/code');
  const answers: number[] = [];
  for (let sent = 0; sent < 122; sent += 1) answers.push(await ask('192.0.2.7', who));
  expect(answers.filter((status) => status === 422)).toHaveLength(120);
  expect(answers.at(-1)).toBe(429);
  expect(await ask('192.0.2.8', who)).toBe(422);
});

it('a restored backup ends sessions, links, codes, challenges and changes under way', async () => {
  const lets = ['sessions', 'mailed_codes', 'account_links', 'passkey_challenges', 'account_changes'];
  await sql(
    `INSERT INTO account_links (actor_id, token_hash, ends_at) SELECT actor_id, sha256('a'), now() FROM accounts`,
  );
  await sql(`INSERT INTO account_changes (actor_id, kind, due_at) SELECT actor_id, 'recovery', now() FROM accounts`);
  const other = await browser().get('/office/en/sign-in');
  await other.post('/office/en/sign-in/passkey/ask', {});
  const counts = async () =>
    Promise.all(lets.map(async (table) => (await sql(`SELECT 1 FROM ${table}`)).rows.length > 0));
  expect(await counts()).toEqual(lets.map(() => true));
  const client = new pg.Client({ connectionString: site.fresh.url });
  await client.connect();
  await endSignIns(client, new Date().toISOString());
  await client.end();
  expect(await counts()).toEqual(lets.map(() => false));
  await amina.get('/office/en');
  expect(amina.at).toMatch(/sign-in/);
});
