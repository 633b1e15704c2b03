import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NoticeGoneError } from '../test/fixtures/rooms/noticeboard/notice-gone-error.ts';
import { noticeboard } from '../test/fixtures/rooms/noticeboard/room.ts';
import { laterContent } from '../test/support/content.ts';
import { everyRow, storeRow, tables } from '../test/support/every-table.ts';
import { fetchAll } from '../test/support/fetch-all.ts';
import { migrationOf } from '../test/support/noticeboard.ts';
import { offer } from '../test/support/offer.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { Supporter } from '../test/support/supporter.ts';
import { refusedOf, tablesIn } from '../test/support/tables.ts';
import { until } from '../test/support/until.ts';
import { problemOfKind } from './api/problem.ts';
import { everyCampaign } from './campaigns/campaigns.ts';
import { langs } from './config/langs.ts';
import { loadContent } from './content.ts';
import { allSearchDocuments } from './http/search-document.ts';
import { catalogue } from './locales/catalogues.ts';
import type { Room } from './room.ts';
import { rooms } from './rooms.ts';
import { supporterKey } from './sealing/sealing.ts';
import { eraseSupporter } from './supporters/erase.ts';
import { exportedOf } from './supporters/export-data.ts';
import { forgetWhatIsNoLongerNeeded } from './supporters/forget.ts';

const WORDS = 'A chair for whoever needs one';

let site: Site;
const fetched = async (path: string) => (await fetchAll(site.url, [path]))[0]?.body ?? '';
beforeAll(async () => {
  const tables = migrationOf(noticeboard);
  site = await startSite({ METRICS_TOKEN: 'sixteen characters' }, { rooms: [...rooms, noticeboard], tables });
});
afterAll(() => site.stop());

async function pinsUp(email: string): Promise<Buffer> {
  const neighbour = new Supporter(site, { email });
  const page = await neighbour.posts('/en/noticeboard', [
    ['words', WORDS],
    ['email', email],
  ]);
  expect(page.status).toBe(200);
  return supporterKey(site.running.app.keys, email);
}

const notices = async () => (await sql`SELECT 1 FROM notices`.execute(site.running.app.database)).rows.length;

describe('a room that is added by its folder and one line', () => {
  it('has its page in four languages, with its words and navigation', async () => {
    for (const lang of langs) {
      const title = catalogue(['noticeboard'], lang).get('noticeboard.title') ?? '';
      const page = await fetched(`/${lang}/noticeboard`);
      expect(page).toContain(`<h1>${title}</h1>`);
      expect(await fetched(`/${lang}`)).toContain(`<a href="/${lang}/noticeboard">${title}</a>`);
    }
  });

  it('takes its form, held to its fields, mails its link, and drops its pages, which carry its styles', async () => {
    await pinsUp('one@mail.example');
    await until('the board anew', async () => (await fetched('/en/noticeboard')).includes(WORDS));
    expect(await fetched('/en/noticeboard')).toContain('.noticeboard-pin{border-inline-start');
    const mail = await until('the mail with the link', () =>
      site.mail.received.find(({ to }) => to === 'one@mail.example'),
    );
    const link = /http:\S+/.exec(mail.mail.text ?? '')?.[0] ?? '';
    expect(await fetched(link)).toContain('Your notice here');
    expect(await notices()).toBe(1);
    const neighbour = new Supporter(site);
    await neighbour.posts(link, []);
    expect(await notices()).toBe(0);
    const gone = await fetch(link);
    expect([gone.status, (await gone.text()).includes('This has ended')]).toEqual([410, true]);
    expect((await neighbour.posts(link, [])).status).toBe(410);
    expect(problemOfKind(site.running.app, new NoticeGoneError())).toEqual({ status: 410, title: 'No longer there' });
    await until('the board without it', async () => !(await fetched('/en/noticeboard')).includes(WORDS));
    const long = await neighbour.posts('/en/noticeboard', [
      ['words', 'x'.repeat(2_000)],
      ['email', 'two@mail.example'],
    ]);
    expect(long.status).toBe(422);
  });

  it('shows on pages of other rooms, which are dropped with it', async () => {
    const pages = [
      '/en',
      '/en/states/KEN',
      '/en/record/cases/lubanga',
      '/en/record/situations/drc',
      '/en/campaigns/united-by-common-bonds',
      '/en/take-action',
    ];
    for (const path of pages) expect(await fetched(path), path).toContain('0 notices');
    await pinsUp('shown@mail.example');
    for (const path of pages) await until(`${path} anew`, async () => (await fetched(path)).includes('One notice'));
    expect(Buffer.byteLength('<p class="notices-panel">One notice</p>')).toBeLessThan(
      noticeboard.panels?.home?.bytes ?? 0,
    );
  });

  it('is in the sitemap, the feeds, what robots leave alone, what is searched, the API with its description, and the metrics', async () => {
    expect(await fetched('/sitemap.xml')).toContain('/ar/noticeboard</loc>');
    expect(await fetched('/robots.txt')).toContain('Disallow: /*/noticeboard/\n');
    expect(await fetched('/feeds/en/notices/all.atom')).toContain(WORDS);
    const found = await allSearchDocuments(site.running.app, 'fr');
    expect(found.find(({ about }) => about === 'notices')).toMatchObject({ title: WORDS, link: '/fr/noticeboard' });
    expect(JSON.parse(await fetched('/api/v1/notices'))).toEqual({ count: 1 });
    expect(JSON.parse(await fetched('/api/v1/openapi.json')).paths['/api/v1/notices'].get.summary).toContain('notices');
    const metrics = await fetch(new URL('/metrics', site.url), {
      headers: { authorization: 'Bearer sixteen characters' },
    });
    expect(await metrics.text()).toContain('notices_up{where="board"} 1');
  });

  it('has what it keeps of people exported, erased and forgotten, and a duty of its own', async () => {
    const { app } = site.running;
    const key = await pinsUp('kept@mail.example');
    const exported = await exportedOf(app, key, 'en');
    expect(exported).toMatchObject({ notices: [WORDS], letters: [] });
    await app.database
      .insertInto('supporters')
      .values({ key, address_sealed: Buffer.from('x') })
      .execute();
    expect(await eraseSupporter(app, key)).toBe(true);
    expect((await exportedOf(app, key, 'en')).notices).toEqual([]);
    await pinsUp('old@mail.example');
    const before = await notices();
    const later = new Date(Date.now() + 366 * 86_400_000);
    expect(await forgetWhatIsNoLongerNeeded(app, later)).toMatchObject({ notices: before });
    const known = await sql<{
      identifier: string;
    }>`SELECT identifier FROM graphile_worker._private_known_crontabs`.execute(app.database);
    expect(await fetched('/en/privacy')).toContain('<li>Notices on the board: 365 days.</li>');
    expect(known.rows.map(({ identifier }) => identifier)).toContain('forget-notices');
  });

  it('has a kind of action of its own, of which mails and pages speak in its words', async () => {
    const { app } = site.running;
    // Its migration would add the kind to those that the database knows, as that of a table of its own adds the table.
    await sql`ALTER TABLE actions DROP CONSTRAINT actions_kind_check`.execute(app.database);
    const [campaign] = await everyCampaign(app.database, 'en');
    if (!campaign) throw new Error('the demonstration has a campaign');
    const { name } = campaign.text;
    await offer(app, campaign.id, 'signs@mail.example', { kind: 'notice' });
    const { mail } = await until('the mail with the link', () =>
      site.mail.received.find(({ to }) => to === 'signs@mail.example'),
    );
    expect(mail.subject).toBe(`Please confirm that you sign: ${name}`);
    expect(mail.text).toContain('to sign on the board');
    const signer = new Supporter(site);
    const link = /http:\S+/.exec(mail.text ?? '')?.[0] ?? '';
    for (const words of ['Your name is not on the board yet.', '>Sign<'])
      expect((await signer.opens(link)).text).toContain(words);
    const { text } = await signer.posts(link, []);
    for (const words of [`You signed on the board of ${name}`, 'Your name stands on the board.', 'taken off the board'])
      expect(text).toContain(words);
    expect(text).toContain('Bring one more person, and the ring grows');
  });

  it('has tables that are held to what all tables are held to, by the rows beside them', async () => {
    const its = everyRow.filter(([table]) => noticeboard.owns?.some((name) => name === table));
    expect(its.map(([table]) => table)).toEqual(['notices', 'notice_rules']);
    const client = await site.running.app.pool.connect();
    await client.query('BEGIN; TRUNCATE notices, notice_rules');
    for (const [table, row] of its) await storeRow(client, table, row);
    for (const { table, rule, row } of refusedOf(tables).filter(({ table }) => its.some(([name]) => name === table))) {
      await client.query('SAVEPOINT before');
      await expect(storeRow(client, table, row)).rejects.toMatchObject({ constraint: rule });
      await client.query('ROLLBACK TO before');
    }
    await client.query('ROLLBACK');
    client.release();
  });

  it('has to give rows of each of its tables', async () => {
    const more = { ...noticeboard, owns: [...(noticeboard.owns ?? []), 'chairs'] } as unknown as Room;
    await expect(tablesIn([more])).rejects.toThrow('noticeboard/tables-for-tests.ts: give rows of chairs');
    const fewer = { ...noticeboard, owns: ['notices'] } as const;
    await expect(tablesIn([fewer])).rejects.toThrow('noticeboard/tables-for-tests.ts: notice_rules: of no table');
  });

  it('starts with its content, of which a later version brings what is new, and proposes what somebody edited', async () => {
    const { database } = site.running.app;
    for (const rule of ['Be kind.', 'Keep it short.'])
      expect(await fetched('/en/noticeboard')).toContain(`<p>${rule}</p>`);
    const later = await laterContent();
    const file = '../test/fixtures/rooms/noticeboard/content/rules.json';
    await later.add(file, JSON.stringify({ kind: 'Be very kind.', short: 'Two lines.', dated: 'Say until when.' }));
    await sql`UPDATE notice_rules SET words = 'Four lines.' WHERE name = 'short'`.execute(database);
    const upgrade = { rooms: [...rooms, noticeboard], root: later.root };
    expect(await loadContent(database, 'UTC', upgrade)).toEqual({ added: 1, changed: 1, first: false, waiting: 1 });
    await until('the board anew', async () => (await fetched('/en/noticeboard')).includes('<p>Be very kind.</p>'));
    for (const rule of ['Say until when.', 'Four lines.'])
      expect(await fetched('/en/noticeboard')).toContain(`<p>${rule}</p>`);
    await later.drop();
  });
});
