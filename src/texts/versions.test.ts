import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { type ActorId, SYSTEM } from '../actors/actors.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Lang } from '../config/langs.ts';
import { translationState } from './translation.ts';
import { historyOf, makeVersion, newestOf, TextMovedError, versionOf } from './versions.ts';

let fresh: FreshDatabase;
let amina: ActorId;
let item: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  amina = await operatorAt(fresh.database, 'Amina K.');
});
beforeEach(() => {
  item = randomUUID();
});
afterAll(() => fresh.drop());

const write = (lang: Lang, name: string, more: { read?: number; source?: { lang: Lang; number: number } } = {}) =>
  makeVersion(fresh.database, { item, lang, words: { name }, by: SYSTEM, ...more });
const stateIn = async (lang: Lang) => translationState(await newestOf(fresh.database, [item]), lang);

describe('a text', () => {
  it('has a version of each change, each as it was', async () => {
    await write('en', 'One');
    expect(await write('en', 'Two', { read: 1 })).toBe(2);
    expect((await versionOf(fresh.database, { item, lang: 'en' }, 1))?.words).toEqual({ name: 'One' });
    expect((await versionOf(fresh.database, { item, lang: 'en' }))?.words).toEqual({ name: 'Two' });
    expect((await historyOf(fresh.database, { item, lang: 'en' }, 10)).map(({ number }) => number)).toEqual([2, 1]);
    await expect(
      sql`UPDATE text_versions SET words = '{"name": "?"}' WHERE item_id = ${item}`.execute(fresh.database),
    ).rejects.toThrow('never changed');
  });

  it('has none where nothing changed', async () => {
    await write('en', 'One');
    expect(
      await makeVersion(fresh.database, { item, lang: 'en', words: { name: 'One', more: undefined }, by: SYSTEM }),
    ).toBe(1);
  });

  it('has another where it comes back to what it was', async () => {
    for (const name of ['One', 'Two', 'One']) await write('en', name);
    expect((await versionOf(fresh.database, { item, lang: 'en' }))?.number).toBe(3);
  });

  it('is not changed by whoever read an earlier version; they are told what it says now', async () => {
    await write('en', 'One');
    await write('en', 'Two', { read: 1 });
    const refused = await write('en', 'Three', { read: 1 }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TextMovedError);
    expect((refused as TextMovedError).newest).toMatchObject({ number: 2, words: { name: 'Two' } });
    await expect(write('fr', 'Un', { read: 3 })).rejects.toThrow(TextMovedError);
  });

  it('is changed by one of several who change the same version at once', async () => {
    await write('en', 'One');
    const tried = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => write('en', name, { read: 1 })));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused.every((error) => error instanceof TextMovedError && error.newest?.number === 2)).toBe(true);
  });

  it('takes all changes of those who read nothing before', async () => {
    await Promise.all(['a', 'b', 'c'].map((name) => write('en', name)));
    expect((await versionOf(fresh.database, { item, lang: 'en' }))?.number).toBe(3);
  });

  it('is not changed by a person without an entry in the audit', async () => {
    const byAmina = (audited: boolean) =>
      fresh.database.transaction().execute(async (trx) => {
        await makeVersion(trx, { item, lang: 'en', words: { name: 'One' }, by: amina });
        if (audited) await writeAudit(trx, { by: amina, operation: 'texts.change', item: ['campaign', 'one'] });
      });
    await expect(byAmina(false)).rejects.toThrow('without an audit entry');
    await byAmina(true);
    expect((await historyOf(fresh.database, { item, lang: 'en' }, 1))[0]).toMatchObject({
      who: 'Amina K.',
      whoKind: 'operator',
    });
  });
});

describe('a language', () => {
  it('is missing, the original, or made from a version of another', async () => {
    await write('en', 'One');
    await write('fr', 'Un');
    expect(await Promise.all((['en', 'fr', 'ar'] as const).map(stateIn))).toEqual([
      'original',
      'translated',
      'missing',
    ]);
    expect(await versionOf(fresh.database, { item, lang: 'fr' })).toMatchObject({ sourceLang: 'en', sourceNumber: 1 });
  });

  it('is older once its source says something else, and not where that says the same again', async () => {
    await write('en', 'One');
    await write('fr', 'Un');
    await write('en', 'Two');
    expect(await stateIn('fr')).toBe('older');
    await write('fr', 'Un !');
    expect(await stateIn('fr')).toBe('older');
    await write('en', 'One');
    expect(await stateIn('fr')).toBe('translated');
  });

  it('is no longer older once it is said to be made from what stands, also in the same words', async () => {
    await write('ar', 'واحد');
    await write('en', 'One');
    await write('ar', 'اثنان');
    expect(await stateIn('en')).toBe('older');
    expect(await write('en', 'One', { read: 1, source: { lang: 'ar', number: 2 } })).toBe(2);
    expect([await stateIn('en'), await stateIn('ar')]).toEqual(['translated', 'original']);
  });

  it('that files bring beside others says what the original says then', async () => {
    await write('en', 'One');
    await write('fr', 'Un');
    await write('en', 'Two');
    await makeVersion(fresh.database, { item, lang: 'fr', words: { name: 'Deux' }, by: SYSTEM, brought: true });
    expect(await versionOf(fresh.database, { item, lang: 'fr' })).toMatchObject({ sourceNumber: 2, brought: true });
  });
});
