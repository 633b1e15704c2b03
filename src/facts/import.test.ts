import { appendFile, cp, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { SYSTEM } from '../actors/actors.ts';
import { root } from '../config/root.ts';
import { recordDataset } from '../record/record-dataset.ts';
import { statesDataset } from '../states/states-dataset.ts';
import { InvalidFactsError, importDataset } from './dataset.ts';
import { currentFields } from './facts.ts';
import { selectChanges, selectRevisions } from './facts-queries.ts';

const made = { by: SYSTEM, why: 'a correction' };
let fresh: FreshDatabase;
let folder: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  await importDataset(fresh.database, recordDataset, join(root, 'content/record'), made);
  await importDataset(fresh.database, statesDataset, join(root, 'content/states'), made);
});
afterAll(async () => {
  await fresh.drop();
});

async function copyOf(name: 'record' | 'states', change: (folder: string) => Promise<void>): Promise<string> {
  folder = await mkdtemp(join(tmpdir(), 'common-bonds-facts-'));
  await cp(join(root, 'content', name), folder, { recursive: true });
  await change(folder);
  return folder;
}

const edit = (file: string, change: (text: string) => string | Buffer) => async (where: string) => {
  await writeFile(join(where, file), change(await readFile(join(where, file), 'utf8')));
};

const importing = async (name: 'record' | 'states', change: (folder: string) => Promise<void>, dryRun = false) => {
  const dataset = name === 'record' ? recordDataset : statesDataset;
  try {
    return await importDataset(fresh.database, dataset, await copyOf(name, change), { ...made, dryRun });
  } finally {
    await rm(folder, { recursive: true });
  }
};

const problemsOf = async (name: 'record' | 'states', change: (folder: string) => Promise<void>) => {
  const before = await selectRevisions(fresh.database, name);
  const error = await importing(name, change).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(await selectRevisions(fresh.database, name)).toEqual(before);
  if (!(error instanceof InvalidFactsError)) throw error ?? new Error('it was taken');
  return error.problems.map(({ file, line, reason }) => `${file} ${line} ${reason}`);
};

describe('an import of the record', () => {
  it('that says what stands already makes no revision', async () => {
    expect(await importing('record', async () => {})).toMatchObject({ revision: undefined, changes: [] });
  });

  it('takes a file as a spreadsheet leaves it, and tells a row with a cell too many by its line', async () => {
    const left = edit('people.csv', (text) => text.trimEnd().replaceAll('\n', ',,\n').concat(',,\n,,,,,,,,\n,\n'));
    expect(await importing('record', left)).toMatchObject({ revision: undefined, changes: [] });
    const more = edit('people.csv', (text) => text.replace(/\n(.*)/, '\n$1,x'));
    expect(await problemsOf('record', more)).toEqual([
      expect.stringMatching(/^people\.csv 2 has \d+ cells for \d+ heads/),
    ]);
    const twice = edit('people.csv', (text) => text.replace('slug,name,', 'slug,slug,'));
    expect(await problemsOf('record', twice)).toEqual(['people.csv 1 columns that stand twice: slug']);
  });

  it.each(['participants.csv', 'trials.csv'])('refuses one who leaves before joining, by line (%s)', async (file) => {
    const left = edit(file, (text) => {
      const [head = '', first = '', ...rest] = text.split('\n');
      const cells = first.split(',').slice(0, -2);
      return [head, [...cells, '2020-05-17', '2020-05-16'].join(','), ...rest].join('\n');
    });
    expect(await problemsOf('record', left)).toContain(`${file} 2 left before joining`);
  });

  it.each([';', '\t', '|'])('recognises what separates the cells: %j', async (delimiter) => {
    const saved = edit('people.csv', (text) =>
      stringify(parse(text), { delimiter, bom: true, record_delimiter: 'windows' }),
    );
    expect(await importing('record', saved)).toMatchObject({ revision: undefined, changes: [] });
    const named = edit('people.csv', (text) => `sep=${delimiter}\r\n${stringify(parse(text), { delimiter })}`);
    expect(await importing('record', named)).toMatchObject({ revision: undefined, changes: [] });
  });

  it('keeps who, when, before, after and why, and every earlier revision', async () => {
    const [first] = await selectRevisions(fresh.database, 'record');
    const mended = edit('events.csv', (text) =>
      text.replace('lubanga-convicted,2012-03-14', 'lubanga-convicted,2012-03-15'),
    );
    const foreseen = await importing('record', mended, true);
    expect(foreseen).toMatchObject({ revision: undefined, changes: [{ key: 'lubanga-convicted' }] });
    const { revision = 0 } = await importing('record', mended);
    expect((await selectRevisions(fresh.database, 'record'))[0]).toMatchObject({
      id: revision,
      made_by: SYSTEM,
      why: 'a correction',
    });
    const changes = await selectChanges(fresh.database, 'record', revision);
    expect(changes.map(({ until, fields }) => [until === revision ? 'before' : 'after', fields.date])).toEqual([
      ['before', '2012-03-14'],
      ['after', '2012-03-15'],
    ]);
    const dateAt = async (at?: number) =>
      (await currentFields(fresh.database, 'record', at)).events?.find(({ id }) => id === 'lubanga-convicted')?.date;
    expect(await dateAt(first?.id)).toBe('2012-03-14');
    expect(await dateAt()).toBe('2012-03-15');
    expect((await importing('record', async () => {})).changes).toHaveLength(1);
  });

  it('takes a byte order mark and Windows line ends', async () => {
    const windows = edit('cases.csv', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect((await importing('record', windows)).changes).toEqual([]);
  });

  it.each([
    [
      'an unknown slug',
      'events.csv',
      (text: string) => text.replace(',lubanga,lubanga,warrant-issued', ',lubanga,lubangga,warrant-issued'),
      /events.csv \d+ person: lubangga is not in people.csv/,
    ],
    [
      'a day that does not exist',
      'events.csv',
      (text: string) => text.replace('2012-03-14', '2012-02-30'),
      /events.csv \d+ date: not a day/,
    ],
    [
      'an unknown type',
      'events.csv',
      (text: string) => text.replace(',convicted,', ',condemned,'),
      /events.csv \d+ type/,
    ],
    [
      'an order that can’t be',
      'events.csv',
      (text: string) => text.replace('lubanga-sentenced,2012-07-10', 'lubanga-sentenced,2011-07-10'),
      /events.csv \d+ sentenced before any convicted/,
    ],
    [
      'a row twice',
      'cases.csv',
      (text: string) => `${text}${text.split('\n')[1]}\n`,
      /cases.csv 51 says the same as line 2/,
    ],
    [
      'an acquittal of somebody convicted at trial',
      'events.csv',
      (text: string) =>
        `${text}lubanga-acquitted,2013-01-10,,drc,lubanga,lubanga,acquitted,,,https://court.example/,seen\n`,
      /events.csv \d+ acquitted after convicted at trial/,
    ],
    [
      'as happened what is beyond the day through which the record is known',
      'events.csv',
      (text: string) =>
        `${text}darfur-closed,2026-11-01,,darfur,,,investigation-closed,,,https://court.example/,seen\n`,
      /events.csv \d+ is after 2026-06-24, .*scheduled.csv/,
    ],
    ['half a file', 'events.csv', (text: string) => text.slice(0, text.indexOf('"') + 5), /events.csv \d+ /],
    ['a missing column', 'people.csv', (text: string) => text.replace('nationality', 'country'), /people.csv 2 /],
  ])('refuses %s by file, line and reason, and writes nothing', async (_, file, change, reason) => {
    const problems = await problemsOf('record', edit(file, change));
    expect(problems.some((problem) => reason.test(problem))).toBe(true);
  });

  it('refuses what is no UTF-8, a file that is missing, and one of 200 MB', async () => {
    expect(
      await problemsOf(
        'record',
        edit('cases.csv', (text) => Buffer.from(text, 'latin1')),
      ),
    ).toEqual(['cases.csv 1 is not UTF-8']);
    expect(await problemsOf('record', (where) => rm(join(where, 'trials.csv')))).toEqual(['trials.csv 1 is missing']);
    expect(await problemsOf('record', (where) => truncate(join(where, 'events.csv'), 200 * 1024 * 1024))).toEqual([
      'events.csv 1 is larger than 20 MB',
    ]);
  });
});

describe('a folder to import', () => {
  it('holds regular files: a device that never ends is not read', async () => {
    const device = async (where: string) => {
      await rm(join(where, 'trials.csv'));
      await symlink('/dev/zero', join(where, 'trials.csv'));
    };
    expect(await problemsOf('record', device)).toEqual(['trials.csv 1 is no regular file']);
  });

  it('has no cell longer than 20,000 characters', async () => {
    const long = edit('people.csv', (text) => text.replace('Radio broadcaster.', 'x'.repeat(20_001)));
    expect(await problemsOf('record', long)).toEqual([
      expect.stringMatching(/^people.csv \d+ note: is longer than 20,000 characters$/),
    ]);
  });
});

describe('an import of the states', () => {
  const added =
    (...rows: string[]) =>
    (where: string) =>
      appendFile(join(where, 'treaty-acts.csv'), `${rows.join('\n')}\n`);

  it('works an entry into force out and refuses another day', async () => {
    const joins = added(
      'IDN,rome-statute,accession,2026-10-15,,Invented for this test,seen',
      'IDN,rome-statute,entry-into-force,2027-02-01,,Invented for this test,computed',
    );
    expect(await problemsOf('states', joins)).toEqual([expect.stringContaining('enters into force on 2027-01-01')]);
  });

  it('takes a state back that had left', async () => {
    const returns = added(
      'BDI,rome-statute,accession,2026-08-15,,Invented for this test,seen',
      'BDI,rome-statute,entry-into-force,2026-11-01,,Invented for this test,computed',
    );
    expect((await importing('states', returns, true)).changes).toHaveLength(2);
    const twice = added('KEN,rome-statute,accession,2026-08-15,,Invented for this test,seen');
    expect(await problemsOf('states', twice)).toEqual([expect.stringContaining('a second instrument')]);
  });

  it.each([
    [
      'a notice by a state that is no party',
      'IDN,rome-statute,withdrawal-notified,2020-01-01,,Invented,seen',
      'a notice of withdrawal by a state that is not a party',
    ],
    [
      'a second notice by a state that has left',
      'PHL,rome-statute,withdrawal-notified,2020-01-01,,Invented,seen',
      'a notice of withdrawal by a state that is not a party',
    ],
    [
      'a signature when the Statute was no longer open for it',
      'IDN,rome-statute,signature,2001-01-01,,Invented,seen',
      'was open for signature from 1998-07-17 to 2000-12-31',
    ],
    [
      'an amendment ratified by a state that is no party',
      'USA,amendments-2017,ratification,2020-01-01,,Invented,seen\nUSA,amendments-2017,entry-into-force,2021-01-01,,Invented,computed',
      'an amendment is for parties to the Statute (article 121)',
    ],
  ])('refuses %s', async (_, rows, reason) => {
    expect(await problemsOf('states', added(rows))).toEqual([
      expect.stringMatching(new RegExp(`^treaty-acts\\.csv \\d+ ${RegExp.escape(reason)}`)),
    ]);
  });

  it('refuses an unknown state and a withdrawal nobody gave notice of', async () => {
    const problems = await problemsOf(
      'states',
      added(
        'XXX,apic,signature,2003-01-01,,Invented,seen',
        'KEN,rome-statute,withdrawal-effective,2020-01-01,,Invented,seen',
      ),
    );
    expect(problems).toEqual([
      expect.stringContaining('XXX is not in states.csv'),
      expect.stringContaining('withdrawal-effective without a notice'),
    ]);
  });
});
