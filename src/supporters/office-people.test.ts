import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { offer } from '../../test/support/offer.ts';
import { type Office, startOffice } from '../../test/support/office.ts';
import type { OfficeBrowser } from '../../test/support/office-browser.ts';
import { signedInAs } from '../../test/support/staff.ts';
import { supporterKey } from '../sealing/sealing.ts';
import { eraseSupporter } from './erase.ts';

const KNOWN = 'amina@mail.example';
const UNKNOWN = 'nobody@mail.example';
const PEOPLE = '/office/en/personal-data';
const ASK = '/office/en/personal-data/erasures/request';
let office: Office;
let omar: OfficeBrowser;
let lina: OfficeBrowser;
const query = async (text: string) => (await office.sql(text)).rows;
const jobs = () =>
  query(`SELECT task_identifier AS name, payload FROM graphile_worker.jobs j
  JOIN graphile_worker._private_jobs USING (id) ORDER BY id`);
const keyOf = (address: string) => supporterKey(office.app.keys, address);

beforeAll(async () => {
  office = await startOffice();
  for (const [name, put] of [
    ['Omar T.', (one: OfficeBrowser) => (omar = one)],
    ['Lina H.', (one: OfficeBrowser) => (lina = one)],
  ] as const) {
    const browser = office.browser();
    browser.cookies.set('office', (await signedInAs(office.app, name, 'moderator')).token);
    put(browser);
  }
  const [{ id }] = await query('SELECT id FROM campaigns LIMIT 1');
  await offer(office.app, id, KNOWN, { kind: 'pledge' });
});
afterAll(() => office.stop());
beforeEach(async () => {
  await query('DELETE FROM graphile_worker._private_jobs');
  await query('DELETE FROM mail_allowances');
});

async function sends(browser: OfficeBrowser, email: string, language = 'fr') {
  await browser.get(PEOPLE);
  return browser.post(PEOPLE, { email, language });
}

async function asks(browser: OfficeBrowser, email: string, fields: Readonly<Record<string, string>> = {}) {
  await browser.get(ASK);
  await browser.post(ASK, { email, proof: 'document', reason: 'Came to us with a paper', ...fields });
  return browser.at;
}

describe('the link to one’s data', () => {
  it('is sent with the same answer and the same work, whether or not anything is held', async () => {
    const work = async (email: string) => {
      await omar.get(PEOPLE);
      const asked = await office.askedBy(() => omar.post(PEOPLE, { email, language: 'fr' }));
      return { asked, status: omar.status, page: omar.page.replace(/value="[^"]*"/g, '') };
    };
    const known = await work(KNOWN);
    expect(known.asked.length).toBeGreaterThan(5);
    expect(known.page).toContain('If anything is held of this address');
    expect(await work(UNKNOWN)).toEqual(known);
    expect(await jobs()).toEqual(
      [KNOWN, UNKNOWN].map((email) => ({
        name: 'mail-data-link',
        payload: { key: keyOf(email).toString('hex'), lang: 'fr' },
      })),
    );
  });

  it('leaves an entry that names nobody', async () => {
    const entries = await query(
      `SELECT e::text AS line FROM audit_entries e WHERE operation = 'supporters.send-data-link'`,
    );
    expect(entries.length).toBeGreaterThan(0);
    for (const { line } of entries) expect(line).not.toMatch(/mail\.example|[0-9a-f]{32}/);
  });

  it('goes to one mailbox three times a day, however it is written, whoever sends it', async () => {
    for (const [browser, email] of [
      [omar, KNOWN],
      [lina, 'Amina+tag@mail.example'],
      [omar, KNOWN],
    ] as const)
      expect((await sends(browser, email)).status).toBe(200);
    await sends(lina, KNOWN);
    expect([lina.status, lina.page.includes('Enough was sent for now')]).toEqual([429, true]);
    expect(lina.page).toContain(`value="${KNOWN}"`);
    expect(await jobs()).toHaveLength(3);
  });

  it('is sent by one person twenty times an hour, also by twenty-five forms at once', async () => {
    const browser = office.browser();
    browser.cookies.set('office', (await signedInAs(office.app, 'Nadia O.', 'moderator')).token);
    await browser.get(PEOPLE);
    const token = browser.token();
    const forms = Array.from({ length: 25 }, (_, at) => {
      const one = office.browser();
      for (const [name, value] of browser.cookies) one.cookies.set(name, value);
      return one.post(PEOPLE, { email: `person${at}@mail.example`, language: 'en' }, token);
    });
    const statuses = (await Promise.all(forms)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect(await jobs()).toHaveLength(20);
  });

  it.each(['', 'amina', 'a@b@c', 'x'.repeat(250)])('is not sent to “%.20s”, which stays in the form', async (email) => {
    await sends(omar, email);
    expect([omar.status, await jobs()]).toEqual([422, []]);
    if (email) expect(omar.page).toContain(`value="${email}"`);
  });
});

describe('an erasure on proof by other means', () => {
  it('needs somebody else, who types the same address, and then erases everything', async () => {
    const there = await asks(omar, KNOWN);
    expect(omar.page).toContain('somebody else has to confirm it');
    await omar.post(`${there}/confirm`, { email: KNOWN });
    expect([omar.status, omar.page.includes('You asked for it yourself')]).toEqual([409, true]);
    await lina.get(there);
    expect(lina.page).toContain('Came to us with a paper');
    expect(lina.page).not.toContain(KNOWN);
    await lina.post(`${there}/confirm`, { email: UNKNOWN });
    expect([lina.status, lina.page.includes('not the address for which it was asked')]).toEqual([422, true]);
    expect(await jobs()).toEqual([]);
    await lina.post(`${there}/confirm`, { email: 'AMINA@mail.example' });
    expect([lina.status, lina.page.includes('is being erased')]).toEqual([200, true]);
    expect(await jobs()).toEqual([{ name: 'erase-supporter', payload: { key: keyOf(KNOWN).toString('hex') } }]);
    expect(await eraseSupporter(office.app, keyOf(KNOWN))).toBe(true);
    expect(await query(`SELECT about, reason, state FROM erasures`)).toEqual([
      { about: null, reason: null, state: 'confirmed' },
    ]);
  });

  it('leaves entries of both people, without an address, a code or their words', async () => {
    const entries = await query(`SELECT a.name, e.operation, e.after, e.because FROM audit_entries e
      JOIN actors a ON a.id = made_by WHERE item_kind = 'erasure' ORDER BY made_at`);
    expect(entries).toEqual([
      { name: 'Omar T.', operation: 'supporters.request-erasure', after: { proof: 'document' }, because: null },
      { name: 'Lina H.', operation: 'supporters.mistake-erasure', after: null, because: null },
      { name: 'Lina H.', operation: 'supporters.confirm-erasure', after: { proof: 'document' }, because: null },
    ]);
  });

  it.each<[string, (browser: OfficeBrowser, there: string, email: string) => Promise<unknown>, number]>([
    [
      'confirms',
      (browser, there, email) => browser.get(there).then(() => browser.post(`${there}/confirm`, { email })),
      422,
    ],
    ['asks again', (browser) => asks(browser, 'waiting@mail.example'), 409],
  ])(
    'is not found out by trying: who %s with another address does so twenty times an hour',
    async (_, tries, wrong) => {
      await asks(omar, 'waiting@mail.example');
      const [{ id }] = await query(
        `SELECT id FROM erasures WHERE state = 'waiting' ORDER BY requested_at DESC LIMIT 1`,
      );
      const browser = office.browser();
      browser.cookies.set(
        'office',
        (await signedInAs(office.app, wrong === 422 ? 'Nour A.' : 'Rami B.', 'moderator')).token,
      );
      const statuses: number[] = [];
      for (let at = 0; at < 22; at += 1) {
        await tries(browser, `${ASK.replace(/request$/, '')}${id}`, `guess${at}@mail.example`);
        statuses.push(browser.status);
      }
      expect(statuses).toEqual([...Array(20).fill(wrong), 429, 429]);
      await omar.get(`${ASK.replace(/request$/, '')}${id}`);
      await omar.post(`${ASK.replace(/request$/, '')}${id}/refuse`, {});
    },
  );

  it('asks and answers the same, whether or not anything is held', async () => {
    const [{ id }] = await query('SELECT id FROM campaigns LIMIT 1');
    await offer(office.app, id, KNOWN, { kind: 'pledge' });
    const work = async (email: string) => {
      const there = await asks(omar, email);
      await lina.get(there);
      const asked = await office.askedBy(() => lina.post(`${there}/confirm`, { email }));
      return { asked, status: lina.status };
    };
    expect(await work(UNKNOWN)).toEqual(await work(KNOWN));
  });

  it('waits once for an address, and can be taken back by whoever asked', async () => {
    const there = await asks(omar, 'bilal@mail.example');
    await asks(lina, 'BILAL@mail.example');
    expect([lina.status, lina.page.includes('waits already')]).toEqual([409, true]);
    expect(lina.page).toContain('Came to us with a paper</textarea>');
    await omar.get(there);
    await omar.post(`${there}/refuse`, {});
    expect(omar.page).toContain('Nothing was erased.');
    await lina.get(there);
    await lina.post(`${there}/confirm`, { email: 'bilal@mail.example' });
    expect([lina.status, lina.page.includes('Somebody else has decided')]).toEqual([409, true]);
    expect(await jobs()).toEqual([]);
  });

  it('is decided by one of two at once', async () => {
    const there = await asks(omar, 'nadia@mail.example');
    for (const browser of [omar, lina]) await browser.get(there);
    await Promise.all([
      lina.post(`${there}/confirm`, { email: 'nadia@mail.example' }),
      omar.post(`${there}/refuse`, {}),
    ]);
    expect([lina.status, omar.status].sort()).toEqual([200, 409]);
    expect(await jobs()).toHaveLength(lina.status === 200 ? 1 : 0);
  });

  it.each([
    ['email', 'amina', 'email'],
    ['proof', 'word', 'proof'],
    ['reason', ' ', 'reason'],
    ['reason', 'y'.repeat(1_001), 'reason'],
  ])('is not asked for with %s “%.10s”', async (field, wrong) => {
    const [before] = await query('SELECT count(*) FROM erasures');
    await asks(omar, UNKNOWN, { [field]: wrong });
    expect([omar.status, omar.page.includes(`href="#${field}"`)]).toEqual([422, true]);
    expect(await query('SELECT count(*) FROM erasures')).toEqual([before]);
  });

  it('wants a factor shown within ten minutes, and keeps what was typed meanwhile', async () => {
    await omar.get(ASK);
    const token = omar.token();
    await query(`UPDATE sessions SET began_at = now() - interval '1 hour', proved_at = now() - interval '11 minutes'`);
    await omar.post(ASK, { email: 'late@mail.example', proof: 'known', reason: 'Somebody we know' }, token);
    expect([omar.status, omar.page.includes('Ten minutes have passed')]).toEqual([403, true]);
    expect(omar.page).toContain('Somebody we know</textarea>');
    await omar.get(ASK);
    expect(omar.at).toMatch(/^\/office\/en\/prove/);
    await query('UPDATE sessions SET proved_at = now()');
    await asks(omar, 'late@mail.example');
    expect(omar.at).toMatch(/erasures\/[0-9a-f-]{36}$/);
  });
});
