import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SYSTEM } from '../../src/actors/actors.ts';
import { root } from '../../src/config/root.ts';
import type { Database } from '../../src/database/database.ts';
import { importDataset } from '../../src/facts/dataset.ts';
import { recordDataset } from '../../src/record/record-dataset.ts';
import { announceStates } from '../../src/record-keeping/announce.ts';
import { statesDataset } from '../../src/states/states-dataset.ts';
import { plusDays } from '../../src/text/partial-day.ts';

type Lines = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

/** What is recorded so is named with `zz` in every address and id, and with `Zz` in every word. */
const about = { situation: 'drc', case: 'zzcase', person: 'zzperson' };
const sourced = { source: 'https://zzcase.example/source', standing: 'seen' };
const inFour = (en: string) => ({ en, fr: `${en} fr`, es: `${en} es`, ar: `${en} ar` });

function recordFor(day: string): Lines {
  return {
    cases: [
      {
        slug: 'zzcase',
        situation: 'drc',
        icc_code: 'ICC-01/04-99/26',
        name: 'Zz Hidden',
        full_name: 'Zz Hidden',
        article_70: 'no',
        url: 'https://zzcase.example/',
      },
    ],
    people: [{ slug: 'zzperson', name: 'Zz Hidden', note: 'Zz note of a person' }],
    participants: [{ case: 'zzcase', person: 'zzperson' }],
    events: [
      {
        ...about,
        ...sourced,
        id: 'zzevent',
        date: '2026-06-01',
        public_on: day,
        type: 'warrant-issued',
        instrument: 'first',
        note: 'Zz note',
      },
      {
        ...sourced,
        situation: 'drc',
        case: 'lubanga',
        person: 'lubanga',
        id: 'zzheld',
        date: '2026-06-02',
        public_on: day,
        type: 'closing-statements',
        note: 'Zz note',
      },
    ],
    charges: [
      { case: 'zzcase', person: 'zzperson', category: 'war-crimes', stage: 'alleged', event: 'zzevent', ...sourced },
    ],
    scheduled: [
      { ...about, ...sourced, id: 'zzhearing', date: '2030-01-01', public_on: day, type: 'trial-opened' },
      {
        ...sourced,
        situation: 'drc',
        case: 'lubanga',
        person: 'lubanga',
        id: 'zzforeseen',
        date: '2026-06-02',
        public_on: '2026-01-01',
        type: 'trial-opened',
        happened: 'zzheld',
      },
    ],
    coverage: [{ subject: 'zzcase', known_through: '2026-06-24', source: 'Zz source' }],
    summaries: [
      { situation: 'drc', case: 'zzcase', part: '1', events: 'zzevent', ...inFour('Zz told') },
      { situation: 'drc', case: 'lubanga', part: '9', events: 'zzheld', ...inFour('Zz told') },
    ],
    notes: [inFour('Zz note')],
    'people-notes': [inFour('Zz note of a person')],
  };
}

function statesFor(day: string): Lines {
  const deposited = plusDays(day, -5);
  const apic = { iso3: 'FJI', treaty: 'apic', standing: 'seen' };
  return {
    'treaty-acts': [
      { ...apic, act: 'accession', date: '2003-06-01', public_on: day, source: 'Zz deposited' },
      { ...apic, act: 'entry-into-force', date: '2004-07-22', source: 'Zz computed' },
      // Answers what a campaign asks.
      { ...apic, iso3: 'ZMB', act: 'accession', date: deposited, public_on: day, source: 'Zz deposited' },
      { ...apic, iso3: 'ZMB', act: 'entry-into-force', date: plusDays(deposited, 30), source: 'Zz computed' },
    ],
    'source-words': [inFour('Zz deposited'), inFour('Zz computed')],
  };
}

/**
 * Records a case, an event in another, and a state's accession that are public from a day on, with all that only they tell of or follow
 * from it.
 */
export async function recordForLater(database: Database, day: string): Promise<void> {
  const made = { by: SYSTEM, why: 'Zz reason' };
  await importWith(recordFor(day), 'record', (folder) => importDataset(database, recordDataset, folder, made));
  await importWith(statesFor(day), 'states', (folder) =>
    importDataset(database, statesDataset, folder, { ...made, announce: announceStates('UTC') }),
  );
}

async function importWith(lines: Lines, name: string, bring: (folder: string) => Promise<unknown>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'for-later-'));
  await cp(join(root, 'content', name), folder, { recursive: true });
  for (const [file, rows] of Object.entries(lines)) {
    const path = join(folder, `${file}.csv`);
    const text = await readFile(path, 'utf8');
    const columns = text.split(/\r?\n/, 1)[0]?.split(',') ?? [];
    const added = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
    await writeFile(path, `${[text.trimEnd(), ...added].join('\n')}\n`);
  }
  await bring(folder);
  await rm(folder, { recursive: true });
}
