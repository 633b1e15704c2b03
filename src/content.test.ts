import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../test/support/database.ts';
import { NOTHING } from '../test/support/upgrade.ts';
import { asksOn } from './campaigns/ask-of-the-day.ts';
import { campaignsShown } from './campaigns/campaigns.ts';
import { root } from './config/root.ts';
import { loadContent } from './content.ts';
import { dropCached } from './database/memory-cache.ts';
import { stateOf } from './states/states.ts';
import { treatyRecordOf } from './states/states-record.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
beforeEach(() => dropCached());

describe('the starting content', () => {
  it('is loaded once, by one of several processes that start together', async () => {
    const passes = await Promise.all([1, 2, 3].map(() => loadContent(fresh.database, 'Africa/Nairobi')));
    const { rows } = await sql<{ kept: number }>`SELECT count(*) AS kept FROM content_ledger`.execute(fresh.database);
    expect(passes.reduce((all, { added }) => all + added, 0)).toBe(rows[0]?.kept);
    expect(passes.map(({ changed, waiting }) => [changed, waiting])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(await fresh.database.selectFrom('revisions').select('dataset').orderBy('id').execute()).toEqual([
      { dataset: 'states' },
      { dataset: 'record' },
    ]);
    const again = await loadContent(fresh.database, 'Africa/Nairobi');
    expect(again).toEqual({ added: 0, changed: 0, first: false, waiting: 0 });
  });

  it('opens its campaign when the day begins where the organisation is', async () => {
    const { rows } = await sql<{ at: string }>`
      SELECT (opens_at AT TIME ZONE 'Africa/Nairobi')::text AS at FROM campaigns`.execute(fresh.database);
    expect(rows).toEqual([{ at: expect.stringMatching(/ 00:00:00$/) }]);
  });

  it('makes the offices of every state, and is no news', async () => {
    const { rows } = await sql<{ offices: number; drafts: number }>`SELECT count(*) AS offices,
      (SELECT count(*) FROM drafts) AS drafts FROM representatives WHERE source_key = 'offices'`.execute(
      fresh.database,
    );
    expect(rows).toEqual([{ offices: 198 * 4, drafts: 0 }]);
  });
});

describe('an install from before the ledger', () => {
  const forget = () => sql`TRUNCATE content_ledger, content_units, content_proposals`.execute(fresh.database);
  const proposed = async () =>
    (await fresh.database.selectFrom('content_proposals').select('key').orderBy('key').execute()).map(({ key }) => key);

  it('takes what stands for what was brought where it is that; what was edited is proposed where versions differ', async () => {
    const { database } = fresh;
    await forget();
    await sql`UPDATE campaign_texts SET text = text || '{"call": "Ours."}' WHERE lang = 'fr'`.execute(database);
    await sql`UPDATE campaigns SET plain_for_months = 7, position = 3`.execute(database);
    await sql`UPDATE states SET risk = 'closed' WHERE iso3 = 'KEN'`.execute(database);
    const report = await loadContent(database, 'Africa/Nairobi');
    expect(report).toEqual({ added: 0, changed: 0, first: false, waiting: 1 });
    expect(await proposed()).toEqual(['united-by-common-bonds/fr']);
    const { rows } = await sql`SELECT plain_for_months, position, call, risk FROM campaigns, states,
      LATERAL (SELECT text ->> 'call' AS call FROM campaign_texts WHERE lang = 'fr') AS words WHERE iso3 = 'KEN'`.execute(
      database,
    );
    expect(rows).toEqual([{ plain_for_months: 7, position: 3, call: 'Ours.', risk: 'closed' }]);
    await sql`DELETE FROM campaign_texts WHERE lang = 'fr'`.execute(database);
  });

  it('has whatever an earlier version brought updated, also where that is long ago', async () => {
    const { database } = fresh;
    await forget();
    const before = await readFile(join(root, 'test/fixtures/content/weapons-0.2.0.json'), 'utf8');
    await sql`UPDATE ask_texts SET text = ${before}::jsonb FROM asks WHERE id = ask_id AND slug = 'weapons' AND lang = 'en'`.execute(
      database,
    );
    const report = await loadContent(database, 'Africa/Nairobi');
    expect(report).toMatchObject({ added: 2, changed: 1, waiting: 0 });
    const { rows } =
      await sql`SELECT text FROM ask_texts JOIN asks ON id = ask_id WHERE slug = 'weapons' AND lang = 'en'`.execute(
        database,
      );
    const now = await readFile(join(root, 'content/campaigns/united-by-common-bonds/asks/weapons/en.json'), 'utf8');
    expect(rows).toEqual([{ text: JSON.parse(now) }]);
  });

  it('has rows of the record that are called otherwise now under their new name, once', async () => {
    const { database } = fresh;
    await forget();
    const kept = "dataset = 'states' AND file = 'treaty-acts' AND key LIKE 'BEL/amendment-%-2017/%' AND until IS NULL";
    const acts = () => fresh.pool.query(`SELECT key FROM facts WHERE ${kept} ORDER BY key`).then(({ rows }) => rows);
    const before = await acts();
    // As version 0.2.0 had the amendments of 2017.
    await fresh.pool.query(`UPDATE facts SET key = replace(key, 'amendment-biological-weapons-2017', 'amendments-2017'),
      fields = fields || '{"treaty": "amendments-2017"}' WHERE ${kept} AND key LIKE '%biological%'`);
    const renamed = before.filter(({ key }) => key.includes('biological')).length;
    expect(await loadContent(database, 'Africa/Nairobi')).toEqual({ ...NOTHING, changed: renamed });
    expect(await acts()).toEqual(before);
    const left = await fresh.pool.query("SELECT 1 FROM facts WHERE key LIKE '%/amendments-2017/%' AND until IS NULL");
    expect([renamed, left.rowCount]).toEqual([2, 0]);
    const { rows } = await sql`SELECT 1 FROM ask_outcomes`.execute(database);
    expect(rows).toEqual([]);
  });

  it('comes to one from before the record, with the asks that follow it', async () => {
    const { database } = fresh;
    await forget();
    await database.deleteFrom('drafts').execute();
    await database.deleteFrom('facts').execute();
    await database.deleteFrom('revisions').execute();
    await database.deleteFrom('asks').where('slug', '<>', 'general').execute();
    const old = JSON.stringify({ subject: 'Before', opening: 'Before', arguments: [], closing: 'Before' });
    await database.updateTable('ask_texts').set({ text: old }).execute();
    await database
      .updateTable('states')
      .set({ risk: 'open', risk_source: 'A report', risk_judged_on: '2026-07-17' })
      .where('iso3', '=', 'FRA')
      .execute();
    const { id: general } = await database.selectFrom('asks').select('id').executeTakeFirstOrThrow();

    expect(await loadContent(database, 'Africa/Nairobi')).toMatchObject({ waiting: 4 });
    expect((await stateOf(database, 'FRA'))?.risk).toBe('open');
    const {
      open: [campaign],
    } = await campaignsShown(database, 'fr');
    const call = campaign?.asks.find(({ slug }) => slug === 'general');
    expect(call).toMatchObject({ id: general, condition: 'always', text: { subject: 'Before', opening: 'Before' } });
    expect(campaign?.asks.every(({ text }) => text.title.length > 0 && text.because.length > 0)).toBe(true);
    const asks = campaign && asksOn(await treatyRecordOf(database), campaign, 'IDN', '2026-11-24');
    expect(asks?.leading.ask.slug).toBe('accede');
    expect(await proposed()).toEqual(
      ['ar', 'en', 'es', 'fr'].map((lang) => `united-by-common-bonds/asks/general/${lang}`),
    );
  });

  it('gets conditional words where there were none, beside what was edited', async () => {
    const { database } = fresh;
    await forget();
    await sql`UPDATE ask_texts SET text = (text - 'conditional') || '{"title": "Edited"}'`.execute(database);
    await sql`UPDATE asks SET condition = 'no-weapons-amendments-2017' WHERE slug = 'weapons'`.execute(database);
    await loadContent(database, 'Africa/Nairobi');
    const {
      open: [campaign],
    } = await campaignsShown(database, 'es');
    const asks = campaign && asksOn(await treatyRecordOf(database), campaign, 'KEN', '2026-11-25');
    expect(asks?.leading).toMatchObject({ conditional: true, ask: { text: { title: 'Edited' } } });
  });
});
