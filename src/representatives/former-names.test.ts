import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresseeWithMail } from '../../test/support/representatives.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { until } from '../../test/support/until.ts';
import { SYSTEM } from '../actors/actors.ts';
import { nobody, sealLink } from '../sealing/mailed-link.ts';

const ministry = 'minister@justice.gov.example';
let site: Site;
let channel: string;
beforeAll(async () => {
  site = await startSite();
  await addresseeWithMail(site, 'justice-minister', ministry);
  const { id } = await site.fresh.database.selectFrom('channels').select('id').executeTakeFirstOrThrow();
  channel = id;
});
afterAll(() => site.stop());

const get = (path: string) => fetch(`${site.url}${path}`, { redirect: 'manual' });
const post = (path: string, fields: Record<string, string>) =>
  fetch(`${site.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: site.url },
    redirect: 'manual',
  });
const made = (purpose: 'office' | 'office-proof', id: string) => sealLink(site.running.app.keys, purpose, nobody, id);
const arrived = () => site.mail.received.filter(({ to }) => to === ministry).map(({ mail }) => mail.text ?? '');
const queued = (name: string, payload: object) =>
  site.fresh.pool.query('SELECT graphile_worker.add_job($1, $2::json)', [name, JSON.stringify(payload)]);

async function aRequest(kind: string): Promise<string> {
  const row = { channel_id: channel, kind };
  const { id } = await site.fresh.database
    .insertInto('addressee_requests')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
const mailbox = () =>
  site.fresh.database.selectFrom('mailboxes').select('delivery').where('address', '=', ministry).executeTakeFirst();

describe('a link that an addressee was mailed under its former name', () => {
  it('leads to the address of now, where it opens the same', async () => {
    const token = made('office', channel);
    const moved = await get(`/fr/offices/${token}`);
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `/fr/addressees/${token}`]);
    expect(await (await get(`/fr/addressees/${token}`)).text()).toContain(ministry);
  });

  it('to prove a request leads there too, and proves it', async () => {
    const token = made('office-proof', await aRequest('digest'));
    const moved = await get(`/en/offices/confirm/${token}`);
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `/en/addressees/confirm/${token}`]);
    expect((await get(`/en/addressees/confirm/${token}`)).status).toBe(200);
    expect(await mailbox()).toEqual({ delivery: 'each' });
    expect((await post(`/en/offices/confirm/${token}`, {})).status).toBe(200);
    expect(await mailbox()).toEqual({ delivery: 'digest' });
  });

  it('opens nothing as the other one, and a stranger’s nothing at all', async () => {
    expect((await get(`/en/addressees/confirm/${made('office', channel)}`)).status).toBe(404);
    expect((await get(`/en/addressees/${made('office-proof', await aRequest('pause'))}`)).status).toBe(404);
    expect((await get('/en/addressees/abc')).status).toBe(404);
    expect((await post('/en/offices/abc', { kind: 'pause' })).status).toBe(404);
  });
});

describe('a form that was open while the program was renewed', () => {
  it('is taken at its former address', async () => {
    const said = await post(`/en/offices/${made('office', channel)}`, { kind: 'each' });
    expect(said.status).toBe(200);
    await until('a link to prove it', () => arrived().some((text) => text.includes('/en/addressees/confirm/')));
  });
});

describe('a process of the version before', () => {
  it('writes and reads by the former names of a table and of words', async () => {
    const { pool } = site.fresh;
    await pool.query('DELETE FROM mail_allowances');
    const { rows } = await pool.query(
      `INSERT INTO office_requests (channel_id, kind) VALUES ($1, 'pause') RETURNING id, state, asked_at IS NOT NULL AS dated`,
      [channel],
    );
    expect(rows).toMatchObject([{ state: 'asked', dated: true }]);
    await pool.query(
      `UPDATE office_requests SET state = 'refused', decided_at = now(), decided_by = $2 WHERE id = $1`,
      [rows[0].id, SYSTEM],
    );
    const known = await pool.query('SELECT state FROM addressee_requests WHERE id = $1', [rows[0].id]);
    expect(known.rows).toEqual([{ state: 'refused' }]);
    for (const _ of [1, 2])
      await pool.query(`INSERT INTO mail_allowances AS a (mailbox, kind, taken_at)
        VALUES (decode(md5('m'), 'hex'), 'office-link', ARRAY[now()])
        ON CONFLICT (mailbox, kind) DO UPDATE SET taken_at = a.taken_at || excluded.taken_at`);
    const allowed = await pool.query('SELECT kind, cardinality(taken_at) AS taken FROM mail_allowances');
    expect(allowed.rows).toEqual([{ kind: 'addressee-link', taken: 2 }]);
    await pool.query(`UPDATE mailboxes SET paused_at = now(), paused_because = 'asked-by-office' WHERE address = $1`, [
      ministry,
    ]);
    const paused = await pool.query('SELECT paused_because FROM mailboxes WHERE address = $1', [ministry]);
    expect(paused.rows).toEqual([{ paused_because: 'asked-by-addressee' }]);
    await pool.query('UPDATE mailboxes SET paused_at = NULL, paused_because = NULL');
  });
});

describe('a job that was queued under its former name', () => {
  it('mails the link to prove a request', async () => {
    const before = arrived().length;
    await queued('mail-office-link', { request: await aRequest('pause'), lang: 'es' });
    await until('the mail', () => arrived().length > before);
    expect(arrived().at(-1)).toContain('/es/addressees/confirm/');
  });

  it.each(['office', 'office-proof'] as const)('mails a new link for one to %s', async (of) => {
    await site.fresh.pool.query('DELETE FROM mail_allowances');
    const before = arrived().length;
    const id = of === 'office' ? channel : await aRequest('pause');
    await queued('mail-renewed-office-link', { of, id, lang: 'fr' });
    await until('the mail', () => arrived().length > before);
    expect(arrived().at(-1)).toMatch(/\/fr\/addressees\/(?!confirm)/);
  });
});
