import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import { langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { importDataset } from '../facts/dataset.ts';
import { recordDataset } from '../record/record-dataset.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite({ PAGE_CACHE_MB: '0' });
  const folder = await mkdtemp(join(tmpdir(), 'common-bonds-changes-'));
  await cp(join(root, 'content/record'), folder, { recursive: true });
  const events = join(folder, 'events.csv');
  const rows = (await readFile(events, 'utf8'))
    .replace('lubanga-convicted,2012-03-14', 'lubanga-convicted,2012-03-13')
    .replace(/^bemba-et-al-closing-statements,.*\n/m, '');
  await writeFile(
    events,
    `${rows.trimEnd()}\nmali-deferral-requested,2015-02-03,,mali,,,deferral-requested,,,https://source.example/1,seen\n`,
  );
  const { database } = site.running.app;
  const by = await operatorAt(database, 'Somebody Named');
  await importDataset(database, recordDataset, folder, { by, why: 'read anew' });
  await rm(folder, { recursive: true });
});
afterAll(() => site.stop());

const get = async (path: string) => (await fetch(`${site.url}${path}`)).text();

describe('the change log', () => {
  it('tells what was added and what was corrected, with the day before, and why', async () => {
    const page = await get('/en/changes');
    expect(page).toContain('read anew');
    expect(page).toContain('Thomas Lubanga Dyilo: Convicted at trial, 13 March 2012');
    expect(page).toContain('before: 14 March 2012');
    expect(page).toContain('Mali: Deferral requested, 3 February 2015');
    expect(page).toContain('href="/en/record/cases/lubanga"');
    expect(page).toContain('This site began with');
  });

  it('counts what was taken out and does not repeat it, and names nobody who made a change', async () => {
    for (const text of [await get('/en/changes'), await get('/feeds/en/changes/all.json')]) {
      expect(text).toContain('One row was taken out');
      expect(text).not.toContain('31 May 2016');
      expect(text).not.toContain('Somebody Named');
    }
  });

  it.each(langs)('is there in %s, as a feed too, and linked from the data and the record', async (lang) => {
    const [page, feed, data, record] = await Promise.all(
      ['/changes', '/data', '/record']
        .map((path) => get(`/${lang}${path}`))
        .toSpliced(1, 0, get(`/feeds/${lang}/changes/all.atom`)),
    );
    expect(page).toContain(`/feeds/${lang}/changes/all.atom`);
    expect(feed).toContain('<entry>');
    expect(feed).toMatch(new RegExp(`/${lang}/changes#revision-\\d`));
    for (const from of [data, record]) expect(from).toContain(`href="/${lang}/changes"`);
  });
});
