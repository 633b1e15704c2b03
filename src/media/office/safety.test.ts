import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIRST } from '../../../test/support/campaigns.ts';
import { freshDatabase } from '../../../test/support/database.ts';
import { freePort } from '../../../test/support/free-port.ts';
import { inputsOf } from '../../../test/support/inputs.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { asFile, plain } from '../../../test/support/pictures.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';
import { until } from '../../../test/support/until.ts';
import { SYSTEM } from '../../actors/actors.ts';
import { backup } from '../../backup/backup.ts';
import { restore } from '../../backup/restore.ts';
import type { KeyRing } from '../../config/keys.ts';
import { openDatabase } from '../../database/database.ts';
import { afterRestoreOf } from '../../handed.ts';
import { type Running, startProcess } from '../../main.ts';
import { tellRemoval } from '../../publications/command.ts';
import { alsoRemoved } from '../../publications/restored-removals-queries.ts';
import { safetyRemovals } from '../../publications/safety-removals.ts';
import { rooms } from '../../rooms.ts';
import { tellFiles } from '../checked-files.ts';
import { addPicture } from '../store-picture.ts';
import { usePicture } from '../uses.ts';

const WORDS = 'A woman at a door in Halwan';
const one = (id: string) => `/office/en/pictures/one/${id}`;
let site: Site;
let beside: Running;
let besideUrl: string;
let folder: string;
let file: string;
let id: string;
const as = () => new OfficeBrowser(() => site.url);
const [mona, edith, carla] = [as(), as(), as()];
const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
const page = async (url = site.url) => (await fetch(`${url}/en/campaigns/${FIRST}`)).text();
const filesIn = (html: string) => [...html.matchAll(/\/media\/[0-9a-f]{64}\.\w+/g)].map(([address]) => address);

beforeAll(async () => {
  site = await startSite({}, { work: false });
  const { app } = site.running;
  for (const [browser, name, role] of [
    [mona, 'Mona A.', 'moderator'],
    [edith, 'Edith K.', 'editor'],
    [carla, 'Carla M.', 'campaigner'],
  ] as const)
    browser.cookies.set('office', (await signedInAs(app, name, role)).token);
  const port = await freePort();
  besideUrl = `http://localhost:${port}`;
  const settings = { ...app.settings, PORT: port, PUBLIC_URL: besideUrl, DATABASE_URL: site.fresh.url };
  beside = await startProcess(settings, { web: true, work: false }, () => {});
  const stored = await addPicture(
    { ...app, by: SYSTEM },
    await asFile(await plain(900, 600, 7).jpeg().toBuffer()),
    'Door',
  );
  id = 'id' in stored ? stored.id : '';
  const words = `${one(id)}/words/en`;
  await edith.post(words, { ...inputsOf(await edith.get(words)), alternative: WORDS });
  await edith.post(`${one(id)}/show`, {});
  const [{ id: campaign }] = await query(`SELECT id FROM campaigns WHERE slug = '${FIRST}'`);
  await app.database.transaction().execute((trx) => usePicture(trx, campaign, id));
  folder = await mkdtemp(join(tmpdir(), 'removed-'));
  file = join(folder, 'all.backup');
  await backup(site.fresh.url, file, app.keys as KeyRing);
});
afterAll(async () => {
  await beside.stop();
  await site.stop();
  await rm(folder, { recursive: true });
});

const removes = (browser: OfficeBrowser, reason: string) =>
  browser.post(`${one(id)}/remove-for-safety`, { kind: reason });

it('a picture is removed by those who may, for a kind of reason and for no words', async () => {
  await carla.get('/office/en');
  expect((await removes(carla, 'danger')).status).toBe(403);
  await mona.get(`${one(id)}/remove-for-safety`);
  expect(mona.page).toContain(`/office/en/campaigns/${FIRST}`);
  expect((await mona.post(`${one(id)}/remove-for-safety`, { kind: 'danger' }, 'forged')).status).toBe(403);
  await mona.get(`${one(id)}/remove-for-safety`);
  for (const wrong of ['', 'She is in danger'])
    expect([(await removes(mona, wrong)).status, mona.page.includes('Choose the kind of reason')]).toEqual([422, true]);
  expect((await query('SELECT count(*)::int AS n FROM pictures'))[0].n).toBe(1);
});

it('a picture that is removed is gone from every process within five seconds, and nothing says what it was', async () => {
  for (const url of [site.url, besideUrl]) await until('it is shown', async () => (await page(url)).includes(WORDS));
  const files = filesIn(await page());
  for (const url of [site.url, besideUrl])
    for (const address of files) expect((await fetch(`${url}${address}`)).status).toBe(200);
  const begun = performance.now();
  await mona.get(`${one(id)}/remove-for-safety`);
  await removes(mona, 'danger');
  expect([mona.at, mona.page.includes('Somebody could come to harm')]).toEqual([
    `/office/en/pictures/removed/${id}`,
    true,
  ]);
  for (const url of [site.url, besideUrl]) {
    await until('its page says nothing of it', async () => !(await page(url)).includes(WORDS));
    for (const address of files)
      await until('its file is gone', async () => (await fetch(`${url}${address}`)).status === 404);
  }
  expect(performance.now() - begun).toBeLessThan(5_000);
  for (const table of ['pictures', 'picture_words', 'picture_sizes', 'media_files', 'media_parts', 'picture_uses'])
    expect([table, (await query(`SELECT count(*)::int AS n FROM ${table}`))[0].n]).toEqual([table, 0]);
  const entries = await query(
    `SELECT operation, because, before, after FROM audit_entries WHERE item = '${id}' ORDER BY made_at`,
  );
  expect(entries.at(-1)).toEqual({
    ...{ operation: 'publications.remove-for-safety', because: null, before: null, after: { reason: 'danger' } },
  });
  expect(JSON.stringify(entries)).not.toContain('Halwan');
  expect((await edith.get(one(id))).at).toBe(`/office/en/pictures/removed/${id}`);
  expect((await removes(mona, 'danger')).status).toBe(404);
});

async function restored(replaced: string | undefined, ...more: Parameters<typeof restore>[4]) {
  const target = await freshDatabase();
  if (replaced) {
    // The same machine: what is replaced knows of the removal.
    await backup(replaced, join(folder, 'later.backup'), site.running.app.keys as KeyRing);
    await restore(
      target.url,
      join(folder, 'later.backup'),
      site.running.app.keys,
      { replace: true },
      afterRestoreOf(rooms),
    );
  }
  await restore(target.url, file, site.running.app.keys, { replace: true }, [...afterRestoreOf(rooms), ...more]);
  const database = openDatabase(target.pool);
  const count = async (table: string) => (await target.pool.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n;
  const all = {
    pictures: await count('pictures'),
    parts: await count('media_parts'),
    uses: await count('picture_uses'),
    of: await count(`publications WHERE id = '${id}'`),
    removals: await count('safety_removals'),
    told: await tellFiles(database),
  };
  await target.drop();
  return all;
}

it('a backup from before that is put back does not bring it back, also on a new machine that is given the list', async () => {
  const gone = { pictures: 0, parts: 0, uses: 0, of: 0, removals: 1, told: [] };
  expect(await restored(site.fresh.url)).toEqual(gone);
  const list = (await safetyRemovals(site.running.app.database)).map(tellRemoval).join('\n');
  expect(list).not.toContain('Halwan');
  expect(await restored(undefined, alsoRemoved(list))).toEqual(gone);
  expect(await restored(undefined)).toMatchObject({ pictures: 1, uses: 1, removals: 0 });
  expect(() => alsoRemoved('nonsense')).toThrow('--removed, line 1');
});

it('a restore says whether each file is what its hash says', async () => {
  expect((await restored(undefined)).told).toEqual(['pictures: 4 files, each is what its hash says']);
  const damages = {
    before: async () => {},
    after: async (client: { query(sql: string): Promise<unknown> }) => {
      await client.query(`UPDATE media_parts SET bytes = 'other' WHERE hash = (SELECT min(hash) FROM media_parts)`);
    },
  };
  expect((await restored(undefined, damages)).told[0]).toBe(
    'pictures: 1 of 4 files are DAMAGED; replace these in the office:',
  );
});
