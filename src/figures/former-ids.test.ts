import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';
import { until } from '../../test/support/until.ts';
import { SYSTEM } from '../actors/actors.ts';
import { root } from '../config/root.ts';
import { importDataset } from '../facts/dataset.ts';
import { recordDataset } from '../record/record-dataset.ts';
import { figureIds } from './figures.ts';
import { FORMER_IDS, figureNamed } from './former-ids.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite({ PAGE_CACHE_MB: '0' });
});
afterAll(() => site.stop());

const former = Object.entries(FORMER_IDS);
const get = (path: string) => fetch(`${site.url}${path}`, { redirect: 'manual' });
const movedTo = async (path: string) => {
  const response = await get(path);
  return [response.status, response.headers.get('location')];
};

/** The table of what others published, as it is given out now. */
async function published(): Promise<string> {
  const { revisions } = (await (await get('/api/v1/datasets/record')).json()) as { revisions: { revision: number }[] };
  return `/data/record/${revisions[0]?.revision}/published.csv`;
}

describe('an id that a figure had before', () => {
  it('is no figure’s now, and no id names a rule by its number', () => {
    expect(former.filter(([id]) => (figureIds as readonly string[]).includes(id))).toEqual([]);
    expect(figureIds.filter((id) => /(?:^|-)w\d/.test(id))).toEqual([]);
    expect(['constructor', '__proto__', 'public-warrants-w1'].map(figureNamed)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each(former)('%s leads for good to the page of %s, on the same day', async (id, now) => {
    expect(await movedTo(`/fr/record/figures/${id}`)).toEqual([301, `/fr/record/figures/${now}`]);
    const [status, to] = await movedTo(`/en/record/figures/${id}?on=2016-11-30`);
    expect([status, to]).toEqual([301, `/en/record/figures/${now}?on=2016-11-30`]);
    expect((await get(String(to))).status).toBe(200);
  });

  it.each(former)('%s leads to the drawing of %s, whatever its form', async (id, now) => {
    for (const kind of ['svg', 'csv', 'png'])
      expect(await movedTo(`/en/drawings/figure-${id}.${kind}?on=2016-11-30`)).toEqual([
        301,
        `/en/drawings/figure-${now}.${kind}?on=2016-11-30`,
      ]);
    expect((await get(`/en/drawings/figure-${now}.csv?on=2016-11-30`)).status).toBe(200);
  });

  it.each(former)('%s is understood by the API, which answers with %s', async (id, now) => {
    for (const rest of ['', '/movement']) {
      const [old, current] = await Promise.all(
        [id, now].map(async (one) => (await get(`/api/v1/figures/${one}${rest}?on=2016-11-30`)).json()),
      );
      expect(old).toEqual(current);
      expect(old).toMatchObject({ id: now });
    }
  });

  it('is told by the description of the API', async () => {
    const { paths } = (await (await get('/api/v1/openapi.json')).json()) as { paths: Record<string, unknown> };
    for (const path of ['/figures/{id}', '/figures/{id}/movement'])
      expect(JSON.stringify(Object.entries(paths).find(([name]) => name.endsWith(path)))).toContain(
        'public-warrants-w6',
      );
  });

  it('is read in a table of what others published that was made before', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'former-ids-'));
    await cp(join(root, 'content/record'), folder, { recursive: true });
    const file = join(folder, 'published.csv');
    const text = await readFile(file, 'utf8');
    const before = text.replaceAll('people-as-the-court-counted', 'public-warrants-w6');
    expect(before).not.toBe(text);
    await writeFile(file, before);
    await importDataset(site.running.app.database, recordDataset, folder, { by: SYSTEM, why: 'a table from before' });
    await rm(folder, { recursive: true });
    const rows = async () => (await get(await published())).text();
    await until('the import to be given out', async () => (await rows()).includes('public-warrants-w6'));
    const page = await (await get('/en/record/figures/people-as-the-court-counted')).text();
    expect(page).toContain('The Court Today (ICC-PIDS-TCT-01-069/15)');
  });
});
