import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobFailed } from '../../test/support/failed-job.ts';
import { handedOver } from '../../test/support/letters.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { SYSTEM } from '../actors/actors.ts';
import { addUpTallies, tallyOf } from '../campaigns/tally.ts';
import { enqueue } from '../work/enqueue.ts';
import { eraseSupporter } from './erase.ts';
import { asFile, exportedOf, personalDataOf } from './export-data.ts';
import { withdrawConsent } from './withdraw-consent.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

/** In which tables any column holds these bytes, whatever its type. */
async function tablesWith(key: Buffer): Promise<string[]> {
  const { pool } = platform.app;
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await pool.query(`SELECT 1 FROM ${name} t WHERE strpos(t::text, $1) > 0 LIMIT 1`, [
      key.toString('hex'),
    ]);
    if (rowCount) found.push(name);
  }
  return found;
}

/** Those that have a supporter's key by their schema, a new room's too. */
async function tablesThatMayHoldKeys(): Promise<string[]> {
  const { rows } = await platform.app.pool.query<{ name: string }>(
    `SELECT 'public.' || table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'supporter_key'`,
  );
  return rows.map(({ name }) => name);
}

async function tally() {
  await addUpTallies(platform.app.database);
  const { people, letters } = await tallyOf(platform.app.database, platform.campaignId);
  return { people, letters };
}

async function actsInEveryTable(email: string): Promise<Buffer> {
  for (const kind of ['pledge', 'letter'] as const) {
    const action = await platform.offers(email, { kind, consents: ['news', 'public-name'] });
    await confirmAction(platform.app, action, 'en');
  }
  const key = platform.keyOf(email);
  const letter = await platform.app.database
    .selectFrom('letters')
    .select('id')
    .where('supporter_key', '=', key)
    .executeTakeFirstOrThrow();
  await platform.app.database
    .insertInto('reviews')
    .values({ supporter_key: key, letter_id: letter.id, decision: 'released', decided_by: SYSTEM })
    .execute();
  await platform.app.database
    .insertInto('held_letters')
    .values({ supporter_key: key, letter_id: letter.id, lang: 'en' })
    .execute();
  await sql`INSERT INTO letters_to_look_at (supporter_key, letter_id, since, because, ask_id, country, lang)
    SELECT supporter_key, id, now(), 'link', ask_id, 'KEN', 'en' FROM letters WHERE id = ${letter.id}`.execute(
    platform.app.database,
  );
  await platform.app.database
    .insertInto('set_aside')
    .values({ from_table: 'letters', refused_by: 'letters_state', contents: '{}', supporter_key: key })
    .execute();
  await jobFailed(platform.app, key, new Date());
  await enqueue(platform.app.database, 'mail-data-link', { key: key.toString('hex'), lang: 'en' });
  return key;
}

describe('erasing', () => {
  it('leaves no row with the supporter’s key in any table, and nobody else’s is touched', async () => {
    const other = await actsInEveryTable('other@mail.example');
    const before = await tally();
    const key = await actsInEveryTable('amina@mail.example');
    const knowing = [
      'graphile_worker._private_jobs',
      'public.actions',
      'public.campaign_supporters',
      'public.consents',
      'public.held_letters',
      'public.letters',
      'public.letters_to_look_at',
      'public.offered_names',
      'public.reviews',
      'public.set_aside',
      'public.supporters',
    ];
    expect(await tablesWith(key)).toEqual(knowing);
    expect(knowing).toEqual(expect.arrayContaining(await tablesThatMayHoldKeys()));
    expect(await eraseSupporter(platform.app, key)).toBe(true);
    expect(await tablesWith(key)).toEqual([]);
    expect(await tablesWith(other)).toEqual(knowing);
    expect(await tally()).toEqual(before);
    expect(await eraseSupporter(platform.app, key)).toBe(false);
  });

  it('keeps counting letters that have arrived', async () => {
    const before = await tally();
    const key = await actsInEveryTable('arrived@mail.example');
    await platform.app.database.updateTable('letters').set(handedOver()).where('supporter_key', '=', key).execute();
    await eraseSupporter(platform.app, key);
    expect(await tally()).toEqual({ people: before.people, letters: before.letters + 1 });
  });
});

describe('what is held', () => {
  it('is shown whole: actions, letters, consents with their words', async () => {
    const key = await actsInEveryTable('whole@mail.example');
    const held = await personalDataOf(platform.app, key);
    if (!held) throw new Error('nothing held');
    const file = JSON.parse(asFile(held, await exportedOf(platform.app, key, 'en'), 'en'));
    const { to } = file.letters[0];
    expect(file.address).toBe('whole@mail.example');
    expect(file.acts.map((action: { kind: string; name: string }) => [action.kind, action.name])).toEqual([
      ['pledge', 'Amina K.'],
      ['letter', 'Amina K.'],
    ]);
    expect(file.letters[0]).toMatchObject({ state: 'waiting', text: { body: 'Dear Minister, …' } });
    expect(to).toBe('Minister of Justice');
    expect(file.consents).toHaveLength(6);
    for (const consent of file.consents) {
      expect(consent.words).toContain('Test Coalition');
      expect([consent.controller, consent.controllerNow]).toEqual(['Test Coalition', 'Test Coalition']);
    }
    expect(JSON.stringify(file)).not.toContain('sealed');
  });

  it('is nothing for a stranger', async () => {
    expect(await personalDataOf(platform.app, platform.keyOf('stranger@mail.example'))).toBeUndefined();
  });
});

describe('taking a consent back', () => {
  it('ends that one; without the consent to an action, the action is taken back', async () => {
    const key = await actsInEveryTable('consents@mail.example');
    const held = async () => (await personalDataOf(platform.app, key)) ?? { actions: [], consents: [] };
    const idOf = async (purpose: string) =>
      (await held()).consents.find((one) => one.purpose === purpose && !one.withdrawn_at)?.id ?? '';
    await withdrawConsent(platform.app, key, await idOf('news'));
    expect((await held()).consents.filter(({ withdrawn_at }) => withdrawn_at)).toHaveLength(1);
    expect((await held()).actions.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
    await withdrawConsent(platform.app, key, await idOf('act'));
    expect((await held()).actions.map(({ state }) => state)).toEqual(['withdrawn', 'confirmed']);
  });

  it('is nobody else’s to do', async () => {
    const [one, two] = [await actsInEveryTable('one@mail.example'), await actsInEveryTable('two@mail.example')];
    const theirs = (await personalDataOf(platform.app, two))?.consents[0]?.id ?? '';
    await withdrawConsent(platform.app, one, theirs);
    expect((await personalDataOf(platform.app, two))?.consents.some(({ withdrawn_at }) => withdrawn_at)).toBe(false);
  });
});
