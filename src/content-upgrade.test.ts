import { cp } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOTHING, startUpgrading, type Upgrading } from '../test/support/upgrade.ts';
import { operatorAt } from './actors/at-the-machine.ts';
import { campaignsShown } from './campaigns/campaigns.ts';
import type { Lang } from './config/langs.ts';
import { dropCached } from './database/memory-cache.ts';
import { bar } from './publications/publications.ts';
import { tellContent } from './starting-content/tell.ts';

const SLUG = 'united-by-common-bonds';
const OF = `campaigns/${SLUG}`;

let at: Upgrading;
beforeEach(async () => {
  at = await startUpgrading();
});
afterEach(() => at.drop());

const upgrade = () => at.upgrade();
const types = (words: string) => at.types(words);
const query = <Row extends object>(statement: string) => at.query<Row>(statement);
const shown = async (lang: Lang = 'en') => {
  dropCached();
  const { open, closed } = await campaignsShown(at.fresh.database, lang);
  return { open, closed, first: open[0] ?? closed[0] };
};
const edit = (lang: Lang, call: string) =>
  sql`UPDATE campaign_texts SET text = text || ${JSON.stringify({ call })}::jsonb WHERE lang = ${lang}`.execute(
    at.fresh.database,
  );

describe('what a later version has of campaigns', () => {
  it('is brought where nobody edited it, once, by one of two processes', async () => {
    await at.later.json(`${OF}/en.json`, { call: 'A later call.' });
    await at.later.json(`${OF}/campaign.json`, { letterLimit: 7 });
    const both = await Promise.all([upgrade(), upgrade()]);
    expect(both.map(({ changed }) => changed).sort()).toEqual([0, 2]);
    expect((await shown()).first).toMatchObject({ letterLimit: 7, text: { call: 'A later call.' } });
    expect(await upgrade()).toEqual(NOTHING);
  });

  it('drops the pages that show it, in every process', async () => {
    await at.later.json(`${OF}/en.json`, { call: 'A later call.' });
    const client = await at.fresh.pool.connect();
    const heard: string[] = [];
    client.on('notification', ({ payload = '' }) => heard.push(payload));
    await client.query('LISTEN pages');
    await upgrade();
    await client.query('SELECT 1');
    client.release(true);
    expect(heard).toEqual(['refresh campaigns']);
  });

  it('is published where it is new: another ask, another campaign, which is the operator’s to hide', async () => {
    await at.later.json(`${OF}/campaign.json`, { hashtags: ['#Later'] });
    const folder = `${at.later.root}/content/campaigns`;
    await cp(`${folder}/${SLUG}`, `${folder}/lake`, { recursive: true });
    await at.later.json('campaigns/lake/campaign.json', { slug: 'lake', opensOn: '2026-01-15', position: 4 });
    expect(await upgrade()).toMatchObject({ changed: 1, waiting: 0 });
    for (const lang of ['en', 'ar'] as const) {
      const { open } = await shown(lang);
      expect(open.map(({ slug, position, asks }) => [slug, position, asks.length])).toEqual([
        ['lake', 4, 13],
        [SLUG, null, 13],
      ]);
    }
    expect(await upgrade()).toEqual(NOTHING);
  });

  it('leaves what somebody edited, and proposes it: accepted, it is what the files say', async () => {
    await edit('en', 'Our own call.');
    await at.later.json(`${OF}/en.json`, { call: 'A later call.' });
    await at.later.json(`${OF}/fr.json`, { call: 'Un autre appel.' });
    expect(await upgrade()).toEqual({ ...NOTHING, changed: 1, waiting: 1 });
    expect((await shown()).first?.text.call).toBe('Our own call.');
    expect((await shown('fr')).first?.text.call).toBe('Un autre appel.');
    expect(await types('list')).toEqual([
      expect.stringMatching(/^1 {2}campaigns campaigns: united-by-common-bonds\/en {2}it was edited here, and changed/),
    ]);
    expect((await types('show 1')).slice(1)).toEqual([
      '  call',
      '    stands:  Our own call.',
      '    files:   A later call.',
    ]);
    expect(await upgrade()).toEqual({ ...NOTHING, waiting: 1 });
    expect(await types('accept 1')).toEqual(['accepted: 1']);
    expect((await shown()).first?.text.call).toBe('A later call.');
    expect(await types('list')).toEqual(['nothing waits']);
    expect(await query('SELECT decision, name FROM content_proposals JOIN actors ON actors.id = decided_by')).toEqual([
      { decision: 'accepted', name: 'Amina' },
    ]);
    await at.later.json(`${OF}/en.json`, { call: 'The latest call.' });
    expect(await upgrade()).toEqual({ ...NOTHING, changed: 1 });
  });

  it('is proposed no more where the operator keeps what stands, until the files change again', async () => {
    await edit('en', 'Our own call.');
    await at.later.json(`${OF}/en.json`, { call: 'A later call.' });
    await upgrade();
    expect(await types('keep all')).toEqual(['kept: 1']);
    await at.later.text('README.md', (text) => `${text}\n`);
    await at.later.json(`${OF}/es.json`, { call: 'Otro llamamiento.' });
    expect(await upgrade()).toEqual({ ...NOTHING, changed: 1 });
    await at.later.json(`${OF}/en.json`, { call: 'The latest call.' });
    expect(await upgrade()).toEqual({ ...NOTHING, waiting: 1 });
    expect((await shown()).first?.text.call).toBe('Our own call.');
    await at.later.json(`${OF}/en.json`, { call: 'A later call.' });
    expect(await upgrade()).toEqual(NOTHING);
  });

  it('follows the files while it waits, and is settled where somebody writes the same', async () => {
    await edit('en', 'Our own call.');
    await at.later.json(`${OF}/en.json`, { call: 'A later call.' });
    await upgrade();
    await at.later.json(`${OF}/en.json`, { call: 'The latest call.' });
    await upgrade();
    expect(await types('show all')).toContain('    files:   The latest call.');
    await edit('en', 'The latest call.');
    await at.later.json(`${OF}/es.json`, { call: 'Otro llamamiento.' });
    expect(await upgrade()).toMatchObject({ waiting: 0 });
  });

  it('takes nothing away: what the files have no more is proposed to be withdrawn, whole', async () => {
    await at.later.remove(`${OF}/asks/thanks`);
    await at.later.text(`${OF}/campaign.json`, (text) => text.replace('"thanks", ', ''));
    expect(await upgrade()).toMatchObject({ added: 0, waiting: 1 });
    const asked = async () => (await shown()).first?.asks.map(({ slug }) => slug);
    expect(await asked()).toContain('thanks');
    expect((await types('list'))[0]).toContain(`${SLUG}/asks/thanks  the files have it no more`);
    await types('accept all');
    expect(await asked()).not.toContain('thanks');
    expect(await query("SELECT count(*)::int AS n FROM asks WHERE slug = 'thanks'")).toEqual([{ n: 1 }]);
    expect(await query('SELECT tags FROM page_removals')).toEqual([{ tags: ['campaigns'] }]);
  });

  it('does not show what is hidden, open what has closed, or move what an operator has set', async () => {
    const { database } = at.fresh;
    const [{ id } = { id: '' }] = await query<{ id: string }>('SELECT id FROM campaigns');
    const by = await operatorAt(database, 'Amina');
    await bar(database, { id, kind: 'campaign', name: id, tags: ['campaigns'] }, 'hidden', by, 'danger');
    await database.updateTable('campaigns').set({ position: 2, plain_for_months: 5 }).execute();
    await sql`UPDATE campaigns SET closes_at = '2026-03-01 10:00Z'`.execute(database);
    await at.later.json(`${OF}/campaign.json`, {
      position: 9,
      plainForMonths: 36,
      closesOn: '2099-12-31',
      letterLimit: 9,
    });
    await at.later.json(`${OF}/en.json`, { call: 'A later call.' });
    expect(await upgrade()).toEqual({ ...NOTHING, changed: 2, waiting: 3 });
    expect(await shown()).toEqual({ open: [], closed: [], first: undefined });
    const stands = () => query('SELECT position, plain_for_months, closes_at, letter_limit FROM campaigns');
    const set = { position: 2, plain_for_months: 5, closes_at: new Date('2026-03-01T10:00Z'), letter_limit: 9 };
    expect(await stands()).toEqual([set]);
    await expect(types('accept all')).rejects.toThrow('closesOn: it has closed');
    expect(await stands()).toEqual([set]);
    await bar(database, { id, kind: 'campaign', name: id, tags: ['campaigns'] }, 'hidden', by, undefined);
    expect((await shown()).closed.map(({ slug, text }) => [slug, text.call])).toEqual([[SLUG, 'A later call.']]);
  });

  it('is brought of times that nobody set, but never so that what has closed opens again', async () => {
    await at.later.json(`${OF}/campaign.json`, { closesOn: '2026-02-01', position: 3 });
    expect(await upgrade()).toEqual({ ...NOTHING, changed: 2 });
    expect((await shown()).closed).toHaveLength(1);
    await at.later.json(`${OF}/campaign.json`, { closesOn: undefined });
    expect(await upgrade()).toEqual({ ...NOTHING, waiting: 1 });
    expect((await shown()).closed).toHaveLength(1);
    expect((await types('list'))[0]).toContain('closesOn: it has closed');
  });

  it('is proposed of an ask whose words here lack what a letter would begin with', async () => {
    const [words] = await query<{ text: { arguments: { id: string }[] } }>(
      "SELECT text FROM ask_texts JOIN asks ON id = ask_id WHERE slug = 'ratify' AND lang = 'en'",
    );
    const edited = words?.text.arguments.filter(({ id }) => id !== 'victims');
    await sql`UPDATE ask_texts SET text = text || ${JSON.stringify({ arguments: edited })}::jsonb FROM asks
      WHERE id = ask_id AND slug = 'ratify' AND lang = 'en'`.execute(at.fresh.database);
    await at.later.json(`${OF}/asks/ratify/ask.json`, { defaults: ['victims'] });
    expect(await upgrade()).toEqual({ ...NOTHING, waiting: 1 });
    await expect(types('accept 1')).rejects.toThrow('there is no argument victims in all of its words');
  });

  it('is told by file and field where it is wrong; nothing of the room is brought, and the site starts', async () => {
    await at.later.json(`${OF}/en.json`, { call: 'A later call.' });
    await at.later.json(`${OF}/fr.json`, { name: '' });
    await at.later.text('states/risk.csv', (text) => `${text.trimEnd()}\nKEN,closed,tried\n`);
    const report = await upgrade();
    expect(report).toEqual({ ...NOTHING, changed: 1, wrong: [expect.stringMatching(/\/fr\.json: name: /)] });
    expect(tellContent(report)).toContainEqual(
      expect.stringMatching(/^the starting content, not brought: .*fr\.json: /),
    );
    expect((await shown()).first?.text.call).not.toBe('A later call.');
    await at.later.json(`${OF}/fr.json`, { name: 'Unis' });
    expect(await upgrade()).toEqual({ ...NOTHING, changed: 2 });
  });

  it('is nothing where the files are not there, but a new installation can’t begin without', async () => {
    await at.later.remove('campaigns');
    expect(await upgrade()).toMatchObject({ changed: 0, wrong: [expect.stringContaining('content/campaigns')] });
    await query('DELETE FROM content_units');
    await expect(upgrade()).rejects.toThrow('content/campaigns');
  });
});

describe('what an operator types', () => {
  it.each([
    ['sell 1', 'say what to do:\nnpm run content -- list'],
    ['list 1', 'say what to do:'],
    ['accept', 'say which:'],
    ['accept one', 'ID: a number that “list” says, or all, not “one”'],
    ['keep 7', 'no proposal 7 waits'],
    ['show 7', 'no proposal 7 waits'],
  ])('is refused with what can be typed: %s', async (words, message) => {
    await expect(types(words)).rejects.toThrow(message);
  });
});
