import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { recordForLater } from '../../test/support/recorded-for-later.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { until } from '../../test/support/until.ts';
import { SYSTEM } from '../actors/actors.ts';
import { root } from '../config/root.ts';
import { type Dataset, importDataset } from '../facts/dataset.ts';
import { currentFields, visibleFields } from '../facts/facts.ts';
import type { DatasetName } from '../facts/shapes.ts';
import { recordDataset } from '../record/record-dataset.ts';
import { statesDataset } from '../states/states-dataset.ts';
import { csvOf } from './dataset-files.ts';
import { openColumns, openShapes } from './open-shapes.ts';

const made = { by: SYSTEM, why: 'taken from the site' };
/** What a spreadsheet runs, what a reader of CSV trims, cuts or joins. */
const cells = [
  '- a note',
  '=1+1',
  '@x',
  '+1',
  '\u00a0edge ',
  ' edge',
  '"quoted"',
  'a,b;c',
  'two\nlines',
  'a\rb',
  "'- told",
];

let site: Site;
let other: FreshDatabase;
let folder: string;
beforeAll(async () => {
  [site, other, folder] = await Promise.all([
    startSite(),
    freshDatabase(),
    mkdtemp(join(tmpdir(), 'common-bonds-round-trip-')),
  ]);
});
afterAll(async () => {
  await Promise.all([site.stop(), other.drop(), rm(folder, { recursive: true })]);
});

const at = async (name: DatasetName) => {
  const { revisions } = (await (await fetch(`${site.url}/api/v1/datasets/${name}`)).json()) as {
    revisions: { revision: number }[];
  };
  return `${site.url}/data/${name}/${revisions[0]?.revision}`;
};

async function taken(name: DatasetName): Promise<Record<string, string>> {
  const address = await at(name);
  const files: Record<string, string> = {};
  for (const file of Object.keys(openShapes[name])) {
    files[file] = await (await fetch(`${address}/${file}.csv`)).text();
    await writeFile(join(folder, `${file}.csv`), files[file]);
  }
  return files;
}

/** Puts cells of every awkward kind into the record. */
async function awkward(): Promise<void> {
  const people = parse(await readFile(join(root, 'content/record/people.csv'), 'utf8'), { columns: true }) as Record<
    string,
    string
  >[];
  const changed = people.map((row, index) => ({ ...row, note: cells[index] ?? row.note }));
  const where = await mkdtemp(join(tmpdir(), 'common-bonds-awkward-'));
  for (const file of Object.keys(recordDataset.shapes))
    await writeFile(join(where, `${file}.csv`), await readFile(join(root, `content/record/${file}.csv`)));
  await writeFile(join(where, 'people.csv'), stringify(changed, { header: true, quoted: true }));
  await importDataset(site.running.app.database, recordDataset, where, made);
  await rm(where, { recursive: true });
}

describe('a published data set', () => {
  it.each<[DatasetName, Dataset]>([
    ['states', statesDataset],
    ['record', recordDataset],
  ])('%s: taken into an empty database gives the same files, byte for byte', async (name, dataset) => {
    if (name === 'record') await awkward();
    const files = await taken(name);
    const { revision } = await importDataset(other.database, dataset, folder, made);
    expect(revision).toBeDefined();
    const again = await currentFields(other.database, name);
    const shown = await visibleFields(other.database, dataset);
    for (const [file, text] of Object.entries(files))
      expect(csvOf(shown, file, openColumns(name, file) ?? [], 'none'), file).toBe(text);
    if (name === 'record') for (const cell of cells) expect(again.people?.map(({ note }) => note)).toContain(cell);
  });

  it('taken back into its own database changes nothing, also what is not given out', async () => {
    await taken('states');
    const { database } = site.running.app;
    const groups = async () => (await currentFields(database, 'states')).states?.map(({ icc_group }) => icc_group);
    const before = await groups();
    expect(await importDataset(database, statesDataset, folder, made)).toMatchObject({ revision: undefined });
    expect(await groups()).toEqual(before);
    expect(new Set(before).size).toBeGreaterThan(4);
  });

  it('guards a spreadsheet from formulas where a reader asks for it, and nobody else', async () => {
    const file = async (guard: string) => (await fetch(`${await at('record')}/people.csv${guard}`)).text();
    expect(await file('?guard=spreadsheet')).toContain("'=1+1");
    expect(await file('')).toContain(',=1+1\n');
    const wrong = await fetch(`${await at('record')}/people.csv?guard=maybe`);
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
  });

  it('is described with the type of each column, its keys and what they lead to, and says where', async () => {
    const response = await fetch(`${await at('record')}/events.csv`);
    const link = response.headers.get('link') ?? '';
    expect(link).toMatch(/^<[^>]+\/metadata\.json>; rel="describedby"; type="application\/csvm\+json"$/);
    const described = (await (await fetch(link.slice(1, link.indexOf('>')))).json()) as Described;
    const events = described.tables.find(({ url }) => url.endsWith('/events.csv'))?.tableSchema;
    expect(events?.primaryKey).toEqual(['id']);
    expect(events?.foreignKeys).toContainEqual({
      columnReference: 'case',
      reference: { resource: expect.stringMatching(/\/cases\.csv$/), columnReference: 'slug' },
    });
    const types = Object.fromEntries(events?.columns.map(({ name, datatype }) => [name, datatype]) ?? []);
    expect(types).toMatchObject({
      date: { base: 'string', format: '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?' },
      public_on: 'date',
      source: 'anyURI',
      standing: { base: 'string', format: 'seen|computed|unchecked' },
    });
  });

  it.each<DatasetName>(['record', 'states'])('%s: holds what its description says', async (name) => {
    const { tables } = (await (await fetch(`${await at(name)}/metadata.json`)).json()) as Described;
    const rows = new Map<string, Record<string, string>[]>();
    for (const { url } of tables)
      rows.set(url, parse(await (await fetch(url)).text(), { columns: true }) as Record<string, string>[]);
    for (const { url, tableSchema } of tables) expect(wrongIn(rows, url, tableSchema), url).toEqual([]);
  });

  it.each<[DatasetName, readonly string[]]>([
    ['record', ['situations countries', 'corrections figures', 'summaries events']],
    ['states', ['corrections figures']],
  ])('%s: says of those cells alone that they hold several names which do', async (name, several) => {
    const { tables } = (await (await fetch(`${await at(name)}/metadata.json`)).json()) as Described;
    const said = tables.flatMap(({ url, tableSchema: { columns } }) =>
      columns
        .filter(({ separator }) => separator !== undefined)
        .map((column) => `${/([\w-]+)\.csv$/.exec(url)?.[1]} ${column.name}`),
    );
    expect(said).toEqual(several);
  });
});

interface Described {
  readonly tables: readonly {
    readonly url: string;
    readonly tableSchema: {
      readonly columns: readonly {
        readonly name: string;
        readonly required: boolean;
        readonly separator?: string;
        readonly datatype: string | { readonly base: string; readonly format: string };
      }[];
      readonly primaryKey: readonly string[];
      readonly foreignKeys?: readonly {
        readonly columnReference: string;
        readonly reference: { readonly resource: string; readonly columnReference: string };
      }[];
    };
  }[];
}
type Schema = Described['tables'][number]['tableSchema'];

const named: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  anyURI: /^https?:/,
  gYear: /^\d{4}$/,
  nonNegativeInteger: /^\d+$/,
  string: /^/,
};

function wrongIn(all: ReadonlyMap<string, Record<string, string>[]>, url: string, schema: Schema): string[] {
  const rows = all.get(url) ?? [];
  const cellsWrong = schema.columns.flatMap(({ name, required, datatype }) => {
    const pattern = typeof datatype === 'string' ? named[datatype] : new RegExp(`^(?:${datatype.format})$`);
    return rows
      .map((row) => row[name] ?? '')
      .filter((cell) => (cell === '' ? required : !pattern?.test(cell)))
      .map((cell) => `${name}: ${cell}`);
  });
  const keys = rows.map((row) => schema.primaryKey.map((column) => row[column]).join('\n'));
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  const lost = (schema.foreignKeys ?? []).flatMap(({ columnReference, reference }) => {
    const there = new Set(all.get(reference.resource)?.map((row) => row[reference.columnReference]));
    return rows.map((row) => row[columnReference] ?? '').filter((cell) => cell !== '' && !there.has(cell));
  });
  return [...cellsWrong, ...twice, ...lost];
}

describe('a published data set from which something is held back', () => {
  it.each<[DatasetName, Dataset, string, string]>([
    ['record', recordDataset, 'people', 'note'],
    ['states', statesDataset, 'source-words', 'fr'],
  ])('%s: taken back, corrected, ends nothing of that', async (name, dataset, file, column) => {
    const { database } = site.running.app;
    const first = await importDataset(database, dataset, join(root, 'content', name), made);
    if (first.revision !== undefined)
      await until('the revision', async () => (await at(name)).endsWith(`/${first.revision}`));
    await recordForLater(database, '2199-01-01');
    const heldBack = async () =>
      Object.entries(await currentFields(database, name)).flatMap(([one, rows]) =>
        rows.filter((row) => /Zz|zz/.test(JSON.stringify(row))).map((row) => [one, row]),
      );
    const before = await heldBack();
    expect(before.length).toBeGreaterThan(3);
    await taken(name);
    const back = await importDataset(database, dataset, folder, made);
    expect([back.changes, back.revision, back.heldBack]).toEqual([[], undefined, before.length]);
    const path = join(folder, `${file}.csv`);
    const rows = parse(await readFile(path, 'utf8'), { columns: true }) as Record<string, string>[];
    const corrected = rows.map((row, index) => (index === 0 ? { ...row, [column]: 'corrected' } : row));
    await writeFile(path, stringify(corrected, { header: true }));
    const { changes } = await importDataset(database, dataset, folder, made);
    expect(changes.map(({ after }) => after?.[column])).toEqual(['corrected']);
    expect(await heldBack()).toEqual(before);
    const ended = await importDataset(database, dataset, folder, { ...made, endEmbargoed: true });
    expect(ended.changes.every(({ after }) => after === null)).toBe(true);
    expect([ended.changes.length, ended.heldBack, await heldBack()]).toEqual([before.length, 0, []]);
  });
});
