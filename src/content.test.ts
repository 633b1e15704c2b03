import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../test/support/database.ts';
import { asksOn } from './campaigns/ask-of-the-day.ts';
import { campaignsShown } from './campaigns/campaigns.ts';
import { loadContent } from './content.ts';
import { dropCached } from './database/memory-cache.ts';
import { stateOf } from './states/states.ts';
import { treatyRecordOf } from './states/states-record.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

describe('the starting content', () => {
  it('is loaded once', async () => {
    expect(await loadContent(fresh.database, 'Africa/Nairobi')).toBe(true);
    expect(await loadContent(fresh.database, 'Africa/Nairobi')).toBe(false);
  });

  it('opens its campaign when the day begins where the organisation is', async () => {
    const { rows } = await sql<{ at: string }>`
      SELECT (opens_at AT TIME ZONE 'Africa/Nairobi')::text AS at FROM campaigns`.execute(fresh.database);
    expect(rows).toEqual([{ at: expect.stringMatching(/ 00:00:00$/) }]);
  });

  it('comes to an install from before the record, with the asks that follow it', async () => {
    const { database } = fresh;
    await database.deleteFrom('facts').execute();
    await database.deleteFrom('revisions').execute();
    await database.deleteFrom('asks').where('slug', '<>', 'general').execute();
    const old = JSON.stringify({ subject: 'Before', opening: 'Before', arguments: [], closing: 'Before' });
    await database.updateTable('ask_texts').set({ text: old }).execute();
    await database.updateTable('states').set({ risk: 'open' }).where('iso3', '=', 'FRA').execute();
    const { id: general } = await database.selectFrom('asks').select('id').executeTakeFirstOrThrow();

    expect(await loadContent(database, 'UTC')).toBe(true);
    dropCached();
    expect((await stateOf(database, 'FRA'))?.risk).toBe('open');
    const {
      open: [campaign],
    } = await campaignsShown(database, 'fr');
    expect(campaign?.asks.find(({ slug }) => slug === 'general')).toMatchObject({ id: general, condition: 'always' });
    expect(campaign?.asks.every(({ text }) => text.title.length > 0 && text.because.length > 0)).toBe(true);
    const asks = campaign && asksOn(await treatyRecordOf(database), campaign, 'IDN', '2026-11-24');
    expect(asks?.leading.ask.slug).toBe('accede');
  });

  it('gives an install from before conditional words theirs, and leaves what was edited', async () => {
    const { database } = fresh;
    await sql`UPDATE ask_texts SET text = (text - 'conditional') || '{"title": "Edited"}'`.execute(database);
    await sql`UPDATE asks SET condition = 'no-weapons-amendments-2017' WHERE slug = 'weapons'`.execute(database);
    expect(await loadContent(database, 'UTC')).toBe(false);
    dropCached();
    const {
      open: [campaign],
    } = await campaignsShown(database, 'es');
    const asks = campaign && asksOn(await treatyRecordOf(database), campaign, 'KEN', '2026-11-25');
    expect(asks?.leading).toMatchObject({ conditional: true, ask: { text: { title: 'Edited' } } });
  });
});
