import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST } from '../../test/support/campaigns.ts';
import { type OldDatabase, oldDatabase } from '../../test/support/old-database.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';

let platform: Platform;
let old: OldDatabase;
beforeAll(async () => {
  platform = await startPlatform();
  old = await oldDatabase('075');
});
afterAll(async () => {
  await platform.stop();
  await old.drop();
});

const told = `SELECT v.lang, v.number, v.brought, v.source_lang, v.source_number, a.kind AS who FROM text_versions v
  JOIN actors a ON a.id = v.made_by JOIN campaigns c ON c.id = v.item_id ORDER BY v.lang, v.number`;

describe('the words of a campaign', () => {
  it('are versions from the start: English first, the others as its translations', async () => {
    const { rows } = await platform.fresh.pool.query(told);
    const by = { number: 1, brought: true, who: 'system' };
    expect(rows).toEqual(
      ['ar', 'en', 'es', 'fr'].map((lang) => {
        const source = lang === 'en' ? null : 'en';
        return { ...by, lang, source_lang: source, source_number: source && 1 };
      }),
    );
  });

  it('stand as a version whoever writes them, also by a program that knows none', async () => {
    const { database } = platform.fresh;
    const change = (call: string) =>
      sql`UPDATE campaign_texts SET text = text || ${JSON.stringify({ call })}::jsonb FROM campaigns
        WHERE id = campaign_id AND slug = ${FIRST} AND lang = 'fr'`.execute(database);
    await change('Agissez.');
    await change('Agissez.');
    const { rows } =
      await sql`SELECT t.version, v.words ->> 'call' AS call, v.source_number, a.kind AS who FROM campaign_texts t
      JOIN text_versions v ON v.item_id = t.campaign_id AND v.lang = t.lang AND v.number = t.version
      JOIN actors a ON a.id = v.made_by WHERE t.lang = 'fr'`.execute(database);
    expect(rows).toEqual([{ version: 2, call: 'Agissez.', source_number: 1, who: 'unknown' }]);
  });
});

describe('an older database', () => {
  it('has what stood in it as first versions, and goes on', async () => {
    await old.query(`
      INSERT INTO campaigns (slug, opens_at, hashtags) VALUES ('one', now(), '{}'), ('two', now(), '{}');
      INSERT INTO campaign_texts (campaign_id, lang, text)
        SELECT id, lang, '{"name": "One"}' FROM campaigns, unnest('{en,ar}'::text[]) AS lang WHERE slug = 'one';
      INSERT INTO campaign_texts (campaign_id, lang, text)
        SELECT id, lang, '{"name": "Deux"}' FROM campaigns, unnest('{es,fr}'::text[]) AS lang WHERE slug = 'two'`);
    await old.upgrade();
    const first = { number: 1, brought: true, who: 'unknown' };
    expect(await old.query(told)).toEqual([
      { ...first, lang: 'ar', source_lang: 'en', source_number: 1 },
      { ...first, lang: 'en', source_lang: null, source_number: null },
      { ...first, lang: 'es', source_lang: 'fr', source_number: 1 },
      { ...first, lang: 'fr', source_lang: null, source_number: null },
    ]);
    expect(await old.query('SELECT DISTINCT version FROM campaign_texts')).toEqual([{ version: 1 }]);
    await old.query(`UPDATE campaign_texts SET text = '{"name": "Uno"}' WHERE lang = 'es'`);
    await old.query(
      `INSERT INTO campaign_texts (campaign_id, lang, text) SELECT id, 'en', '{"name": "Two"}' FROM campaigns WHERE slug = 'two'`,
    );
    expect(await old.query(`SELECT version FROM campaign_texts WHERE lang = 'es'`)).toEqual([{ version: 2 }]);
    expect(
      await old.query(`SELECT source_lang FROM text_versions WHERE lang = 'en' AND words ->> 'name' = 'Two'`),
    ).toEqual([{ source_lang: 'fr' }]);
  });
});
