import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';
import { until } from '../../test/support/until.ts';
import { SYSTEM } from '../actors/actors.ts';
import { root } from '../config/root.ts';
import { importDataset } from '../facts/dataset.ts';
import { visibleFields } from '../facts/facts.ts';
import { statesDataset } from '../states/states-dataset.ts';
import { worldOf } from './record.ts';
import { recordDataset } from './record-dataset.ts';

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
/** What nobody may see before its day, in any address, name or note. */
const SECRET = /zzcase|zzperson|Zz Hidden|zzevent|Zz note|zz-act|Zz source/;

async function changed(set: 'record' | 'states', lines: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hidden-'));
  await cp(join(root, 'content', set), folder, { recursive: true });
  for (const [file, line] of Object.entries(lines)) {
    const text = await readFile(join(folder, file), 'utf8');
    await writeFile(join(folder, file), `${text.trimEnd()}\n${line}\n`);
  }
  return folder;
}

/** A row by the names of its columns, in the order of the file's head. */
async function row(set: 'record' | 'states', file: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const [head = ''] = (await readFile(join(root, 'content', set, file), 'utf8')).split(/\r?\n/);
  return head
    .split(',')
    .map((column) => fields[column] ?? '')
    .join(',');
}

let site: Site;
beforeAll(async () => {
  site = await startSite();
  const { database } = site.running.app;
  const about = { situation: 'drc', case: 'zzcase' };
  const sourced = { source: 'https://zzcase.example/source', standing: 'seen' };
  const record = await changed('record', {
    'cases.csv': await row('record', 'cases.csv', {
      slug: 'zzcase',
      situation: 'drc',
      icc_code: 'ICC-01/04-99/26',
      name: 'Zz Hidden',
      full_name: 'Zz Hidden',
      article_70: 'no',
      url: 'https://zzcase.example/',
    }),
    'people.csv': await row('record', 'people.csv', { slug: 'zzperson', name: 'Zz Hidden' }),
    'participants.csv': await row('record', 'participants.csv', { case: 'zzcase', person: 'zzperson' }),
    'events.csv': await row('record', 'events.csv', {
      ...about,
      ...sourced,
      id: 'zzevent',
      date: '2026-06-01',
      public_on: TOMORROW,
      person: 'zzperson',
      type: 'warrant-issued',
      instrument: 'first',
      note: 'Zz note',
    }),
  });
  await importDataset(database, recordDataset, record, { by: SYSTEM, why: 'a case that is not public yet' });
  const states = await changed('states', {
    'treaty-acts.csv': await row('states', 'treaty-acts.csv', {
      iso3: 'IDN',
      treaty: 'apic',
      act: 'signature',
      date: '2003-06-01',
      public_on: TOMORROW,
      source: 'https://zzcase.example/act',
      standing: 'seen',
    }),
  });
  await importDataset(database, statesDataset, states, { by: SYSTEM, why: 'an act that is not public yet' });
});
afterAll(() => site.stop());

const fetched = async (path: string) => (await fetch(new URL(path, site.url))).text();

async function revisions(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await site.fresh.pool.query<{ dataset: string; id: number }>(
    'SELECT dataset, max(id) AS id FROM revisions GROUP BY dataset',
  );
  return Object.fromEntries(rows.map(({ dataset, id }) => [dataset, Number(id)]));
}

/** Every surface on which the record or the states are told. */
async function surfaces(): Promise<string[]> {
  const { record, states } = await revisions();
  const files = ['cases', 'people', 'participants', 'events', 'charges', 'notes', 'people-notes'];
  return [
    ...[
      '',
      '/record',
      '/record/figures',
      '/record/victims',
      '/record/situations/drc',
      '/states',
      '/states/IDN',
      '/changes',
      '/data',
    ].flatMap((path) => [`/en${path}`, `/ar${path}`]),
    `/en/record?on=${TOMORROW}`,
    `/en/record/situations/drc?on=${TOMORROW}`,
    `/en/states/IDN?on=${TOMORROW}`,
    '/en/record/figures/warrants-not-executed',
    '/en/record/figures/states-parties',
    ...files.map((file) => `/data/record/${record}/${file}.csv`),
    `/data/states/${states}/treaty-acts.csv`,
    `/api/v1/datasets/record/${record}`,
    `/api/v1/datasets/record/${record}/changes`,
    `/api/v1/datasets/states/${states}`,
    `/api/v1/datasets/states/${states}/changes`,
    '/api/v1/events',
    '/api/v1/cases',
    '/api/v1/people',
    '/api/v1/states/IDN',
    '/feeds/en/events/all.atom',
    '/feeds/en/changes/all.json',
    '/feeds/en/situations/drc.atom',
    '/feeds/en/states/IDN.atom',
    '/feeds/en/scheduled.ics',
    '/sitemap.xml',
  ];
}

describe('what is not public yet', () => {
  it('is on no surface', async () => {
    for (const path of await surfaces()) expect(await fetched(path), path).not.toMatch(SECRET);
    for (const path of [
      '/en/record/cases/zzcase',
      '/en/record/cases/zzcase/zzperson',
      '/en/record/people/zzperson',
      '/feeds/en/cases/zzcase.atom',
    ])
      expect((await fetch(new URL(path, site.url))).status, path).toBe(404);
    expect(await fetched('/en/states/IDN')).toContain('This state has not joined the Rome Statute.');
  });

  it('appears by itself when its day begins, with no job and no import', async () => {
    const { app } = site.running;
    const before = await worldOf(app.database);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TOMORROW}T00:00:01Z`) });
    try {
      const after = await worldOf(app.database);
      expect([before, after].map(({ docket }) => docket.cases.has('zzcase'))).toEqual([false, true]);
      expect(after.docket.people.has('zzperson')).toBe(true);
      const { files, holdsBack } = await visibleFields(app.database, recordDataset);
      expect([files.events?.some(({ id }) => id === 'zzevent'), holdsBack]).toEqual([true, false]);
      await until('the page of the case', async () => (await fetched('/en/record/cases/zzcase')).includes('Zz Hidden'));
      expect(await fetched('/sitemap.xml')).toContain('/en/record/cases/zzcase');
      expect(await fetched('/en/states/IDN')).toContain('zzcase.example/act');
    } finally {
      vi.useRealTimers();
    }
  });
});
