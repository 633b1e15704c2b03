import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brokenRules } from '../test/support/broken-rules.ts';
import { NOTHING, startUpgrading, type Upgrading } from '../test/support/upgrade.ts';
import { operatorAt } from './actors/at-the-machine.ts';
import { importDataset } from './facts/dataset.ts';
import { currentFields } from './facts/facts.ts';
import { handedBy } from './handed.ts';
import { rooms } from './rooms.ts';
import { statesDataset } from './states/states-dataset.ts';

let at: Upgrading;
beforeEach(async () => {
  at = await startUpgrading();
});
afterEach(() => at.drop());

const upgrade = () => at.upgrade();
const types = (words: string) => at.types(words);
const query = (statement: string) => at.query(statement);

describe('what a later version has of the record', () => {
  const events = async () => (await currentFields(at.fresh.database, 'record')).events ?? [];
  const event = async (id: string) => (await events()).find((row) => row.id === id);
  const change = (id: string, from: string | RegExp, to: string) =>
    at.later.text('record/events.csv', (text) =>
      text
        .split('\n')
        .map((line) => (line.startsWith(`${id},`) ? line.replace(from, to) : line))
        .join('\n'),
    );
  const ids = async () => (await events()).slice(0, 3).map(({ id = '' }) => id);

  it('becomes one revision with what it changed, and leaves what was imported here since', async () => {
    const [one = '', other = ''] = await ids();
    await sql`UPDATE facts SET fields = fields || '{"source": "https://court.example/ours"}'
      WHERE file = 'events' AND key = ${other}`.execute(at.fresh.database);
    await change(one, /https:\/\/[^,]+/, 'https://court.example/later');
    await change(other, /https:\/\/[^,]+/, 'https://court.example/later');
    expect(await upgrade()).toEqual({ ...NOTHING, changed: 1, waiting: 1 });
    expect((await event(one))?.source).toBe('https://court.example/later');
    expect((await event(other))?.source).toBe('https://court.example/ours');
    expect(await query("SELECT why FROM revisions WHERE dataset = 'record' ORDER BY id DESC LIMIT 1")).toEqual([
      { why: expect.stringMatching(/^what version \d+\.\d+\.\d+ brings$/) },
    ]);
    await types('accept all');
    expect((await event(other))?.source).toBe('https://court.example/later');
    expect(
      await query(
        'SELECT why, name FROM revisions JOIN actors ON actors.id = made_by ORDER BY revisions.id DESC LIMIT 1',
      ),
    ).toEqual([{ why: 'accepted by Amina', name: 'Amina' }]);
    expect(await upgrade()).toEqual(NOTHING);
  });

  it('ends no row: not those that it has no more, not those held back for a later day, not what an operator ended', async () => {
    const [held = '', ended = ''] = await ids();
    const gone = (await events()).at(-1)?.id ?? '';
    await at.later.text('record/events.csv', (text) =>
      text
        .split('\n')
        .filter((line) => !line.startsWith(`${gone},`))
        .join('\n'),
    );
    await sql`UPDATE facts SET fields = fields || '{"public_on": "2199-01-01"}' WHERE file = 'events' AND key = ${held}`.execute(
      at.fresh.database,
    );
    await query(
      "INSERT INTO revisions (id, dataset, made_by, why) SELECT 3, 'record', id, 'ended here' FROM actors WHERE kind = 'unknown'",
    );
    await sql`UPDATE facts SET until = 3 WHERE file = 'events' AND key = ${ended}`.execute(at.fresh.database);
    for (const id of [held, ended]) await change(id, /https:\/\/[^,]+/, 'https://court.example/later');
    expect(await upgrade()).toEqual({ ...NOTHING, waiting: 3 });
    expect(await event(gone)).toBeDefined();
    expect(await event(held)).toMatchObject({ public_on: '2199-01-01' });
    expect(await event(ended)).toBeUndefined();
    expect(
      (await types('list')).map((line) => line.replace(/^\d+ {2}record facts: events\/\S+ {2}(.*) \(.*$/, '$1')).sort(),
    ).toEqual([
      expect.stringContaining('it is held back here until a later day'),
      expect.stringContaining('it was taken away here'),
      expect.stringContaining('the files have it no more'),
    ]);
  });
});

describe('what a version brings about somebody', () => {
  it('stands only where the room says that it keeps something of people, also while it waits', async () => {
    await query(`UPDATE facts SET fields = fields || '{"born": "1901"}' WHERE file = 'people' AND key = 'katanga'`);
    await at.later.text('record/people.csv', (text) => text.replace('Germain Katanga,', 'Germain A. Katanga,'));
    expect(await upgrade()).toMatchObject({ waiting: 1 });
    const tables = await at.query<{ name: string }>(`SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relispartition ORDER BY 1`);
    const holding = new Set<string>();
    for (const { name } of tables)
      if ((await query(`SELECT FROM ${name} r WHERE r::text ~ 'Germain|"?people/katanga' LIMIT 1`)).length > 0)
        holding.add(name);
    const said = Object.assign({}, ...rooms.map(({ retention }) => retention));
    expect([...holding]).toEqual(['content_ledger', 'content_proposals', 'facts']);
    expect(
      [...holding].filter((name) => said[name] === 'nothing of people' || 'nothingOfPeople' in said[name]),
    ).toEqual([]);
  });
});

describe('what a later version has of the states', () => {
  it('marks asks as met and leaves a draft, as an import does; what contradicts what stands is proposed', async () => {
    const joins = (state: string, on: string) =>
      [`accession,${on}`, 'entry-into-force,2027-02-01']
        .map((act) => `${state},rome-statute,${act},,https://treaties.example/,seen,,,,\n`)
        .join('');
    const recorded = (added: string) =>
      at.later.text('states/treaty-acts.csv', (text) => `${text.trimEnd()}\n${added}`);
    await recorded(joins('IDN', '2026-11-10'));
    const by = await operatorAt(at.fresh.database, 'Amina');
    await importDataset(at.fresh.database, statesDataset, `${at.later.root}/content/states`, {
      by,
      why: 'read in a paper',
    });
    await at.later.text('states/treaty-acts.csv', (text) =>
      text.replace('accession,2026-11-10', 'accession,2026-11-20'),
    );
    await recorded(joins('IND', '2026-11-20'));
    await at.later.text('states/risk.csv', (text) => `${text.trimEnd()}\nKEN,closed,tried\n`);
    expect(await upgrade()).toEqual({ added: 2, changed: 1, first: false, waiting: 1 });
    expect(await query('SELECT kind FROM drafts ORDER BY kind')).toEqual([{ kind: 'asks' }, { kind: 'newsroom' }]);
    expect(await query('SELECT state FROM ask_outcomes')).toEqual([{ state: 'IND' }]);
    const none = { handed: handedBy(rooms), log: pino({ level: 'silent' }) };
    expect(await brokenRules({ database: at.fresh.database, ...none })).toEqual([]);
    expect(await query("SELECT risk FROM states WHERE iso3 = 'KEN'")).toEqual([{ risk: 'closed' }]);
    expect((await types('list'))[0]).toContain(
      'treaty-acts/IDN/rome-statute/accession/2026-11-20  treaty-acts.csv: a second instrument',
    );
    await expect(types('accept all')).rejects.toThrow('treaty-acts');
  });

  it('brings a state that is new, with its offices and its risk', async () => {
    await at.later.text('states/states.csv', (text) => `${text.trimEnd()}\nXA,XAA,Eastern European,no\n`);
    await at.later.text('states/risk.csv', (text) => `${text.trimEnd()}\nXAA,closed,tried\n`);
    expect(await upgrade()).toMatchObject({ added: 2, waiting: 0 });
    expect(
      await query(
        "SELECT risk, count(r.id)::int AS offices FROM states JOIN representatives r ON state = iso3 WHERE iso3 = 'XAA' GROUP BY risk",
      ),
    ).toEqual([{ risk: 'closed', offices: 4 }]);
  });

  it('leaves the risk that staff have set', async () => {
    await sql`UPDATE states SET risk = 'open', risk_source = 'A report', risk_judged_on = '2026-07-17' WHERE iso3 = 'AFG'`.execute(
      at.fresh.database,
    );
    await at.later.text('states/risk.csv', (text) => text.replace('AFG,closed', 'AFG,warn'));
    expect(await upgrade()).toEqual({ ...NOTHING, waiting: 1 });
    expect(await query("SELECT risk FROM states WHERE iso3 = 'AFG'")).toEqual([{ risk: 'open' }]);
  });
});
