import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeBrowser } from '../../test/support/office-browser.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { signedInAs } from '../../test/support/staff.ts';
import { fieldValue } from '../../test/support/supporter.ts';
import { askForAddressee } from './addressee-requests.ts';
import { MOST_REASON, pauseDomain } from './pauses.ts';

let site: Site;
const omar = new OfficeBrowser(() => site.url);
const lina = new OfficeBrowser(() => site.url);
/** One channel of each state's head of government, none of them made up. */
let channels: readonly { readonly id: string; readonly value: string }[] = [];
const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
beforeAll(async () => {
  site = await startSite({}, { work: false });
  await query(`INSERT INTO channels (representative_id, kind, value)
    SELECT id, 'email', 'desk-' || lower(state) || '@gov.example' FROM representatives WHERE office = 'head-of-government' LIMIT 8`);
  channels = await query(`SELECT id, value FROM channels WHERE value LIKE 'desk-%' ORDER BY id`);
  omar.cookies.set('office', (await signedInAs(site.running.app, 'Omar T.', 'moderator')).token);
  lina.cookies.set('office', (await signedInAs(site.running.app, 'Lina H.', 'moderator')).token);
});
afterAll(() => site.stop());

async function asks(at: number, kind: 'correct-address' | 'report-forgery', detail: string | null): Promise<string> {
  const channelId = channels[at]?.id ?? '';
  await askForAddressee(site.running.app, { channelId, kind, detail, lang: 'en' });
  return (await query(`SELECT id FROM addressee_requests ORDER BY asked_at DESC LIMIT 1`))[0].id;
}
const addressOf = async (at: number) =>
  (await query(`SELECT value FROM channels WHERE id = '${channels[at]?.id}'`))[0].value;
const entries = async (operation: string) =>
  query(`SELECT item, because, after FROM audit_entries WHERE operation = '${operation}' ORDER BY made_at, id`);

describe('requests of offices', () => {
  it('show the address of now beside the one asked for, warn of another domain, and take it over once', async () => {
    const id = await asks(0, 'correct-address', 'new@ministry.example');
    await omar.get('/office/en/requests?kind=correct-address');
    expect(omar.page).toContain(`/office/en/requests/${id}`);
    await omar.get(`/office/en/requests/${id}`);
    expect(omar.page).toContain(channels[0]?.value);
    expect(omar.page).toContain('new@ministry.example');
    expect(omar.page).toMatch(/at another domain, .*ministry\.example/);
    expect(await addressOf(0)).toBe(channels[0]?.value);
    await lina.get(`/office/en/requests/${id}`);
    await Promise.all([omar, lina].map((browser) => browser.post(`/office/en/requests/${id}/settle`, {})));
    expect([omar.status, lina.status].sort()).toEqual([200, 409]);
    const loser = omar.status === 409 ? omar : lina;
    expect(loser.page).toContain('Somebody else has decided this request already');
    expect(await addressOf(0)).toBe('new@ministry.example');
    expect((await entries('representatives.decide-request')).filter(({ item }) => item === id)).toHaveLength(1);
  });

  it('are declined together, and one that somebody settled meanwhile stays settled', async () => {
    const ids = [await asks(1, 'report-forgery', 'Not ours <b>'), await asks(2, 'correct-address', 'x@gov.example')];
    await omar.get(`/office/en/requests/several/decline?item=${ids[0]}&item=${ids[1]}&to=/requests`);
    expect(omar.page).toContain('<h1>Decline 2 requests</h1>');
    await lina.get(`/office/en/requests/${ids[0]}`);
    expect(lina.page).toContain('Not ours &lt;b>');
    await lina.post(`/office/en/requests/${ids[0]}/settle`, {});
    await omar.postAll('/office/en/requests/several/decline', [
      ...ids.map((id) => ['item', id] as const),
      ['to', '/requests'],
    ]);
    expect(omar.page).toContain('One request was declined.');
    const states = await query(
      `SELECT state FROM addressee_requests WHERE id IN ('${ids.join("','")}') ORDER BY asked_at`,
    );
    expect(states).toEqual([{ state: 'done' }, { state: 'refused' }]);
    expect(await addressOf(2)).toBe(channels[2]?.value);
  });

  it('change nothing where the office is reached there already, and say so', async () => {
    await query(`INSERT INTO channels (representative_id, kind, value)
      SELECT representative_id, 'email', 'second@gov.example' FROM channels WHERE id = '${channels[3]?.id}'`);
    const id = await asks(3, 'correct-address', 'Second@gov.example');
    await omar.get(`/office/en/requests/${id}`);
    await omar.post(`/office/en/requests/${id}/settle`, {});
    expect([omar.status, omar.page.includes('reached at that address already')]).toEqual([422, true]);
    expect((await query(`SELECT state FROM addressee_requests WHERE id = '${id}'`))[0]).toEqual({ state: 'asked' });
  });
});

describe('paused addresses and domains', () => {
  const LIFT = '/office/en/pauses/several/lift';
  beforeAll(async () => {
    const { app } = site.running;
    await sql`INSERT INTO receiving_domains (domain) VALUES ('gov.example') ON CONFLICT DO NOTHING`.execute(
      app.database,
    );
    await pauseDomain(app, app.database, 'gov.example', '550 5.7.1 <b>no</b>', new Date());
    await query(`UPDATE mailboxes SET paused_at = now(), paused_because = 'bounced' WHERE address LIKE 'desk-%'`);
  });

  it('say why, in words where we have them, and what the mail server said', async () => {
    await omar.get('/office/en/pauses?because=bounced');
    expect(omar.page).toContain('A letter came back');
    expect(omar.page).not.toContain('>gov.example<');
    await omar.get('/office/en/pauses/gov.example');
    expect(omar.page).toContain('Its mail server refuses our letters');
    expect(omar.page).toContain('550 5.7.1 &lt;b>no&lt;/b>');
    expect(omar.page).toContain(channels[4]?.value);
  });

  it.each(['', '   ', 'x'.repeat(MOST_REASON + 1)])('are lifted for no reason such as “%s”', async (because) => {
    await omar.get(`${LIFT}?item=gov.example`);
    await omar.post(LIFT, { item: 'gov.example', to: '/pauses', because });
    expect([omar.status, omar.page.includes('Write why, in up to 300 characters.')]).toEqual([422, true]);
    expect(fieldValue(omar.page, 'because')).toBe(because);
    expect(await entries('representatives.resume')).toEqual([]);
  });

  it('are lifted together for one reason, which the audit keeps', async () => {
    const names = ['gov.example', channels[4]?.value ?? '', channels[5]?.value ?? ''];
    await omar.get(`${LIFT}?${names.map((name) => `item=${name}`).join('&')}&to=/pauses`);
    expect(omar.page).toContain('<h1>Lift 3 pauses</h1>');
    await omar.postAll(LIFT, [
      ...names.map((name) => ['item', name] as const),
      ['to', '/pauses'],
      ['because', 'They moved'],
    ]);
    expect(omar.page).toContain('3 pauses were lifted.');
    const written = await entries('representatives.resume');
    expect(written.map(({ item, because }) => [item, because])).toEqual(
      [...names].sort().map((name) => [name, 'They moved']),
    );
    await omar.get('/office/en/pauses/gov.example');
    expect(omar.status).toBe(404);
  });
});
