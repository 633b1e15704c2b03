import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeBrowser } from '../../test/support/office-browser.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { type SignedIn, signedInAs } from '../../test/support/staff.ts';
import { failJobs, makeEverythingWait } from '../../test/support/things-waiting.ts';
import { startedOn } from '../../test/support/whole-reads.ts';
import { type Role, roles } from '../accounts/roles.ts';
import { noteBackup } from '../backup/noted.ts';
import type { App } from '../http/app.ts';
import { whatWaits } from './waits.ts';

let site: Site;
const people = new Map<Role, SignedIn>();
beforeAll(async () => {
  site = await startSite({}, { work: false });
  for (const role of roles)
    people.set(role, await signedInAs(site.running.app, `One ${role}`, role, role === 'translator' ? ['fr'] : []));
});
afterAll(() => site.stop());

async function opens(role: Role, path = '/office/en'): Promise<OfficeBrowser> {
  const browser = new OfficeBrowser(() => site.url);
  browser.cookies.set('office', people.get(role)?.token ?? '');
  return browser.get(path);
}

/** What a page says, without what the machine it runs on may have to say. */
const linesOn = ({ page }: OfficeBrowser) =>
  [...(/<ul class="waits">(.*?)<\/ul>/.exec(page)?.[1] ?? '').matchAll(/<li[^>]*>(.*?)<\/li>/g)]
    .map(([, line = '']) =>
      line
        .replaceAll(/<\/(?:p|b)>/g, ' ')
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => !line.includes('disk'));

describe('where nothing waits', () => {
  it('an administrator is told of the backup that nobody has made, and of nothing once there is one', async () => {
    expect(linesOn(await opens('administrator'))).toEqual([
      'No backup has been made yet At the command line: npm run backup FILE',
    ]);
    await noteBackup(site.fresh.url, new Date(Date.now() - 2 * 86_400_000));
    expect(linesOn(await opens('administrator'))).toEqual([
      'No backup for more than a day The first: 2 days ago At the command line: npm run backup FILE',
    ]);
    await noteBackup(site.fresh.url, new Date());
    expect(linesOn(await opens('administrator'))).toEqual([]);
  });

  it.each(roles.filter((role) => role !== 'administrator'))(
    '%s: it is said, with where what comes will show',
    async (role) => {
      expect((await opens(role)).page).toContain('Nothing waits for you. What comes in shows here.');
    },
  );
});

describe('what waits', () => {
  beforeAll(() => makeEverythingWait(site.running.app));

  const old = 'The first: 3 days ago';
  const byCommand = (command: string) => `At the command line: npm run ${command}`;
  const relay = `Mail can’t leave: the relay refuses it ${old} ${byCommand('check -- mail ADDRESS')}`;
  const jobs = '2 Jobs that failed The first: this minute';
  const news = `1 News in the record that nobody has written about ${old}`;
  const asks = `1 Changes of what states are asked ${old}`;
  const content = `1 Content of a new version, where it was edited here ${old} ${byCommand('content -- list')}`;
  const review = `2 Texts to review The first: this minute ${byCommand('publication -- list')}`;
  const scheduled = `1 Scheduled to be published The next: in 4 days ${byCommand('publication -- list')}`;
  const alerts = `1 Alerts about mail ${old} ${byCommand('review -- resume ADDRESS|DOMAIN')}`;
  const returned = `1 Returned mails to read ${old} ${byCommand('review -- list')}`;
  const requests = `1 Requests of those written to ${old}`;
  const erasures = `1 Erasures that a second person has to confirm ${old}`;
  const paused = `1 Paused addresses and domains ${old}`;
  const held = `2 Letters held for a look ${old}`;

  it.each<[Role, string[]]>([
    [
      'administrator',
      [relay, jobs, alerts, returned, review, scheduled, content, news, asks, requests, paused, erasures, held],
    ],
    ['editor', [review, scheduled, content, news]],
    ['translator', []],
    ['moderator', [alerts, returned, requests, paused, erasures, held]],
    ['campaigner', [asks]],
    ['record-keeper', []],
    ['reader', []],
  ])('is shown to %s as far as they can deal with it, with its number, its age and its way', async (role, lines) => {
    expect(linesOn(await opens(role))).toEqual(lines);
  });

  it('tells a record keeper after how many days nobody has added to the record', async () => {
    await sql`UPDATE revisions SET at = now() - interval '9 days' WHERE dataset = 'record'`.execute(
      site.running.app.database,
    );
    expect(linesOn(await opens('record-keeper'))).toEqual(['Nobody has added to the record of the Court for 9 days']);
  });

  it('says that it can’t be read where one can’t, and shows the others', async () => {
    const { app } = site.running;
    const waits = app.handed.waits.map((one) =>
      one.name === 'pauses' ? { ...one, read: () => Promise.reject(new Error('no')) } : one,
    );
    const found = await whatWaits({ ...app, handed: { ...app.handed, waits } } as App, () => true);
    expect(found.find((one) => one.waits.name === 'pauses')?.waiting).toBeUndefined();
    expect(found.find((one) => one.waits.name === 'held-letters')?.waiting?.count).toBe(2);
  });

  it('counts to a thousand, by an index, however much there is', async () => {
    const {
      app,
      app: { database },
    } = site.running;
    await sql`INSERT INTO drafts (revision, kind, content, created_at)
      SELECT 91, 'asks', '{"changed":[]}', now() - n * interval '1 minute' FROM generate_series(1, 20000) n`.execute(
      database,
    );
    await sql`ANALYZE`.execute(database);
    expect(linesOn(await opens('campaigner'))[0]).toMatch(
      /^over 1,000 Changes of what states are asked The first: 13 days ago/,
    );
    const one = await startedOn(site.fresh);
    for (const { read } of app.handed.waits) await read({ ...app, database: one.database });
    expect(await one.wholeReads('drafts')).toBe(0);
    await one.end();
    await sql`DELETE FROM drafts WHERE content = '{"changed":[]}'`.execute(database);
  });
});

describe('notes of the record', () => {
  it('tell whoever writes about them of no row that is not public yet', async () => {
    const list = await opens('editor', '/office/en/news');
    const note = /href="(\/office\/en\/news\/[^"]+)">2 changes of revision 90</.exec(list.page)?.[1] ?? '';
    const editor = await opens('editor', note);
    expect([editor.page.includes('events known'), editor.page.includes('not-yet')]).toEqual([true, false]);
    expect(editor.page).toContain('One more change is not public yet.');
    expect((await opens('administrator', note)).page).toContain('events not-yet');
    expect((await opens('campaigner', note)).status).toBe(403);
  });

  it('are put away, which is an entry of the audit, and wait no more', async () => {
    const list = await opens('campaigner', '/office/en/changed-asks');
    const id = /id="row-([^"]+)"/.exec(list.page)?.[1] ?? '';
    await list.get(`/office/en/changed-asks/${id}`);
    expect(list.page).toContain('join → no ask');
    await list.get(`/office/en/changed-asks/several/settle?item=${id}&to=%2Fchanged-asks`);
    await list.post('/office/en/changed-asks/several/settle', { item: id, to: '/changed-asks' });
    expect([list.page.includes('One note was put away.'), list.page.includes('No ask has changed.')]).toEqual([
      true,
      true,
    ]);
    const entries = await sql`SELECT item FROM audit_entries WHERE operation = 'facts.settle-notes'`.execute(
      site.running.app.database,
    );
    expect(entries.rows).toEqual([{ item: id }]);
    expect((await opens('campaigner')).page).toContain('Nothing waits for you.');
  });
});

it('of what can’t be read every page still says what it is', async () => {
  const { handed } = site.running.app;
  const broken = handed.waits.map((waits) => ({ ...waits, read: () => Promise.reject(new Error('away')) }));
  const app = Object.assign(site.running.app, { handed: { ...handed, waits: broken } });
  try {
    const { page } = await opens('administrator');
    expect(page.match(/can’t be read just now/g)).toHaveLength(app.handed.waits.length);
  } finally {
    Object.assign(app, { handed });
  }
});

describe('jobs that failed', () => {
  it('are tried again or given up, and neither their content nor their error is shown', async () => {
    await failJobs(site.running.app, 'mail-new-browser', 1);
    const admin = await opens('administrator', '/office/en/jobs');
    expect(admin.page).not.toContain('somebody@mail.example');
    const ids = [...admin.page.matchAll(/id="row-(\d+)"/g)].map(([, id = '']) => id);
    expect(ids).toHaveLength(3);
    const path = (deed: string) => `/office/en/jobs/several/${deed}`;
    await admin.get(`${path('again')}?item=${ids[0]}&to=%2Fjobs`);
    await admin.post(path('again'), { item: ids[0] ?? '', to: '/jobs' });
    expect(admin.page).toContain('One job is tried again.');
    await admin.get(`${path('drop')}?item=${ids[1]}&item=${ids[2]}&to=%2Fjobs`);
    await admin.postAll(path('drop'), [
      ['item', ids[1] ?? ''],
      ['item', ids[2] ?? ''],
      ['to', '/jobs'],
    ]);
    expect([admin.page.includes('2 jobs were given up.'), admin.page.includes('No job has failed.')]).toEqual([
      true,
      true,
    ]);
    const { rows } = await sql`SELECT id::text AS id, attempts FROM graphile_worker.jobs`.execute(
      site.running.app.database,
    );
    expect(rows).toEqual([{ id: ids[0], attempts: 0 }]);
  });
});
