import { parse } from 'csv-parse/sync';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { startedOn } from '../../test/support/whole-reads.ts';
import { type ActorId, SYSTEM } from '../actors/actors.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import { forgetOldEntries, writeAudit } from './audit.ts';
import { type Entry, selectEntries, selectEntrySlice } from './audit-queries.ts';
import { csvHead, csvLine, entriesThatFit, readFilter, tellEntry } from './list-audit.ts';
import { fromOffice } from './made-from.ts';

const ZONE = 'Africa/Nairobi';

let fresh: FreshDatabase;
let amina: ActorId;
beforeAll(async () => {
  fresh = await freshDatabase();
  amina = await operatorAt(fresh.database, 'Amina K.');
});
afterAll(() => fresh.drop());

const query = (statement: string, values: unknown[] = []) => fresh.pool.query(statement, values);
const all = () => selectEntries(fresh.database, {}, 1_000);

async function madeAt(moment: string, item: string, by = amina): Promise<void> {
  await query(
    `INSERT INTO audit_entries (made_at, made_by, operation, item_kind, item) VALUES ($1, $2, 'campaigns.set', 'campaign', $3)`,
    [moment, by, item],
  );
}

describe('the database', () => {
  it('has a look at every column that says who did something', async () => {
    const { rows } = await query(`
      SELECT c.relname AS table, a.attname AS column FROM pg_constraint f
        JOIN pg_class c ON c.oid = f.conrelid JOIN pg_attribute a ON a.attrelid = f.conrelid AND f.conkey = ARRAY[a.attnum]
      WHERE f.contype = 'f' AND f.confrelid = 'actors'::regclass AND c.relname <> 'audit_entries'
          -- Whose account it is.
          AND (c.relname, a.attname) <> ('accounts', 'actor_id')
        AND 2 > (SELECT count(*) FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgdeferrable
          AND t.tgfoid = 'is_audited'::regproc AND t.tgargs = convert_to(a.attname, 'UTF8') || '\\x00'::bytea)`);
    expect(rows).toEqual([]);
  });

  it.each([
    ['a new row', `INSERT INTO revisions (id, dataset, made_by, why) VALUES (7, 'record', $1, 'why')`],
    ['a decision', `UPDATE alerts SET settled_at = now(), settled_by = $1 WHERE subject = 'one.example'`],
    [
      'a decision that is taken again by the same person',
      `WITH again AS (SELECT $1::uuid) UPDATE alerts SET settled_at = now() WHERE subject = 'settled.example'`,
    ],
    [
      'a decision that is taken back',
      `WITH again AS (SELECT $1::uuid) UPDATE alerts SET settled_at = NULL, settled_by = NULL WHERE subject = 'settled.example'`,
    ],
  ])('refuses %s by a person without an entry, and takes it with one', async (_, statement) => {
    await fresh.database.transaction().execute(async (trx) => {
      await writeAudit(trx, { by: amina, operation: 'mail.prepare', item: ['alert', 'settled.example'] });
      const { sql } = await import('kysely');
      await sql`DELETE FROM revisions WHERE id = 7`.execute(trx);
      await sql`DELETE FROM alerts`.execute(trx);
      await sql`INSERT INTO alerts (kind, subject, detail) VALUES ('complaint', 'one.example', 'd')`.execute(trx);
      await sql`INSERT INTO alerts (kind, subject, detail, settled_at, settled_by)
        VALUES ('complaint', 'settled.example', 'd', now(), ${amina})`.execute(trx);
    });
    await expect(query(statement, [amina])).rejects.toThrow('by a person, without an audit entry');
    const client = await fresh.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(statement, [amina]);
      await client.query(
        `INSERT INTO audit_entries (made_by, operation, item_kind, item) VALUES ($1, 'room.act', 'thing', 'one')`,
        [amina],
      );
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  });

  it('looks at the whole row of what one person decided', async () => {
    const { rows } = await query(`
      SELECT c.relname AS table FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
      WHERE f.contype = 'f' AND f.confrelid = 'actors'::regclass AND c.relname <> 'audit_entries' AND NOT EXISTS (
        SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'is_audited'::regproc
          AND pg_get_triggerdef(t.oid) LIKE '%(new.* IS DISTINCT FROM old.*)%')
      GROUP BY c.relname HAVING count(*) = 1`);
    expect(rows).toEqual([]);
  });

  it('refuses another content of a decision whose moment and author stay', async () => {
    const decided = `INSERT INTO risk_judgements (state, level, because, judged_on, made_by)
      VALUES ('KEN', 'warn', 'read', '2026-03-02', $1)`;
    await query(`INSERT INTO states (iso3, iso2) VALUES ('KEN', 'KE') ON CONFLICT DO NOTHING`);
    await fresh.database.transaction().execute(async (trx) => {
      await writeAudit(trx, { by: amina, operation: 'states.judge-risk', item: ['state', 'KEN'] });
      await trx.executeQuery(CompiledQuery.raw(decided, [amina]));
    });
    await expect(query(`UPDATE risk_judgements SET level = 'closed'`)).rejects.toThrow('without an audit entry');
    await expect(query(`UPDATE risk_judgements SET because = 'guessed'`)).rejects.toThrow('without an audit entry');
    await query(`UPDATE alerts SET told_at = raised_at + interval '1 second' WHERE settled_by = $1`, [amina]);
  });

  it('takes what the program does without one', async () => {
    await query(`INSERT INTO revisions (id, dataset, made_by, why) VALUES (8, 'record', $1, 'why')`, [SYSTEM]);
    const before = (await all()).length;
    await writeAudit(fresh.database, { by: SYSTEM, operation: 'facts.revise', item: ['revision', '8'] });
    expect(await all()).toHaveLength(before);
  });

  it.each([
    ['changed', `UPDATE audit_entries SET item = 'another'`],
    ['deleted within 24 months', 'DELETE FROM audit_entries'],
    ['emptied', 'TRUNCATE audit_entries'],
  ])('never lets an entry be %s', async (_, statement) => {
    await madeAt(new Date().toISOString(), 'recent');
    await expect(query(statement)).rejects.toThrow('never changed, nor deleted within 24 months');
  });

  it('lets old ones go', async () => {
    await madeAt('2020-01-01T00:00Z', 'old');
    await madeAt(new Date(Date.now() - 730 * 86_400_000).toISOString(), 'not yet');
    expect(await forgetOldEntries(fresh.database, new Date())).toBe(1);
    expect((await all()).map(({ item }) => item)).toContain('not yet');
  });
});

it('an entry says whether it was made at a command line or at a screen of the office', async () => {
  const write = (item: string) =>
    writeAudit(fresh.database, { by: amina, operation: 'campaigns.set', item: ['campaign', item] });
  await Promise.all([fromOffice('firefox linux', () => write('at a screen')), write('at a command line')]);
  const from = Object.fromEntries((await all()).map(({ item, made_from }) => [item, made_from]));
  expect([from['at a screen'], from['at a command line']]).toEqual(['office firefox linux', 'machine']);
});

describe('reading', () => {
  it('goes by person, item and day of the organisation, the latest first', async () => {
    const nadia = await operatorAt(fresh.database, 'Nadia O.');
    await madeAt('2026-03-01T20:59Z', 'first');
    await madeAt('2026-03-01T21:00Z', 'first');
    await madeAt('2026-03-02T10:00Z', 'second', nadia);
    const items = async (typed: Parameters<typeof readFilter>[0]) => {
      const found: string[] = [];
      for await (const { who, item, made_at } of entriesThatFit(fresh.database, readFilter(typed, ZONE), 1))
        found.push(`${made_at.toISOString().slice(8, 16)} ${who} ${item}`);
      return found;
    };
    const [early, late, other] = ['01T20:59 Amina K. first', '01T21:00 Amina K. first', '02T10:00 Nadia O. second'];
    expect(await items({ from: '2026-03-01', to: '2026-03-02' })).toEqual([other, late, early]);
    expect(await items({ from: '2026-03-02', to: '2026-03-02' })).toEqual([other, late]);
    expect(await items({ to: '2026-03-01', item: 'campaign first' })).toEqual([early]);
    expect(await items({ who: 'Nadia O.' })).toEqual([other]);
    expect(await items({ who: 'Nobody' })).toEqual([]);
    expect(await items({ item: 'campaign second' })).toEqual([other]);
  });

  it('leaves none out that were made within a millisecond, however small the pages are', async () => {
    const made = ['100001', '100002', '100999', '101000'].map((micros) => `2025-07-01T10:00:00.${micros}Z`);
    for (const moment of made) await madeAt(moment, moment);
    const found: string[] = [];
    const filter = readFilter({ from: '2025-07-01', to: '2025-07-01' }, ZONE);
    for await (const { item } of entriesThatFit(fresh.database, filter, 1)) found.push(item);
    expect(found).toEqual(made.reverse());
  });

  it('goes by an index whatever is looked for, from both ends', async () => {
    await query(
      `INSERT INTO audit_entries (made_at, made_by, operation, item_kind, item)
      SELECT '2024-01-01T00:00Z'::timestamptz + n * interval '1 minute', $1, 'campaigns.set',
        'kind-' || chr(97 + n % 20), 'item ' || n % 500
      FROM generate_series(1, 20000) n`,
      [amina],
    );
    await query('ANALYZE audit_entries');
    const one = await startedOn(fresh);
    const item = { itemKind: 'kind-b', item: 'item 1' };
    for (const filter of [{}, { who: 'Amina K.' }, { itemKind: 'kind-c' }, { item: 'item 7' }, item])
      for (const descending of [true, false]) {
        const [first] = await selectEntrySlice(one.database, filter, { descending, limit: 1 });
        const from = { value: first?.position ?? '', id: first?.id ?? '', back: false };
        await selectEntrySlice(one.database, filter, { descending, limit: 50, from });
      }
    expect(await one.wholeReads('audit_entries')).toBe(0);
    await one.end();
  });

  it.each([
    [{ from: '2026-3-1' }, '--from: write a day'],
    [{ to: 'today' }, '--to: write a day'],
    [{ from: '2026-03-02', to: '2026-03-01' }, 'the first day comes after the last'],
    [{ item: ' ' }, '--item: a kind and a name'],
  ])('says what is no filter: %j', (typed, message) => {
    expect(() => readFilter(typed, ZONE)).toThrow(message);
  });
});

describe('an entry', () => {
  const entry: Entry = {
    id: 'one',
    made_at: new Date('2026-03-02T10:00Z'),
    made_from: 'office firefox linux',
    who: '=HYPERLINK("http://evil.example")',
    operation: 'campaigns.set',
    item_kind: 'campaign',
    item: 'a "quoted", name',
    item_name: null,
    position: '',
    because: '+1\nmore',
    before: { position: null },
    after: { position: 2 },
  };

  it('is a line', () => {
    expect(tellEntry({ ...entry, who: 'Amina K.', because: 'asked' }, ZONE)).toEqual([
      '2026-03-02 13:00 GMT+3  Amina K. (office, firefox linux)  campaigns.set  campaign a "quoted", name  because: asked',
      '  {"position":null} → {"position":2}',
    ]);
    expect(tellEntry({ ...entry, who: 'Amina K.', made_from: 'machine' }, ZONE)[0]).toContain(
      'Amina K. (command line)',
    );
    expect(tellEntry({ ...entry, who: 'Amina K.', made_from: null }, ZONE)[0]).toContain('Amina K.  campaigns.set');
  });

  it('is a row of a CSV in which nothing is reckoned', () => {
    const [row] = parse<Record<string, string>>(csvHead + csvLine(entry), { columns: true });
    expect(row).toMatchObject({ who: `'${entry.who}`, because: `'${entry.because}`, item: entry.item });
    expect(JSON.parse(row?.after ?? '')).toEqual({ position: 2 });
  });
});
