import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { campaignWords } from '../../test/support/campaign-words.ts';
import { FIRST } from '../../test/support/campaigns.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { addAccount, allAccounts } from '../accounts/accounts.ts';
import type { Role } from '../accounts/roles.ts';
import { type ActorId, SYSTEM } from '../actors/actors.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import { selectEntries } from '../audit/audit-queries.ts';
import type { Lang } from '../config/langs.ts';
import { dropCached } from '../database/memory-cache.ts';
import { publish, unpublish } from '../publications/publications.ts';
import { TextMovedError } from '../texts/versions.ts';
import { campaignsShown } from './campaigns.ts';
import { approveWords, MissingArgumentsError, type WordedItem, writeWords } from './write-words.ts';

let platform: Platform;
const who: Partial<Record<Role, ActorId>> = {};
beforeAll(async () => {
  platform = await startPlatform();
  const by = await operatorAt(platform.fresh.database, 'Nadia O.');
  const how = { database: platform.app.database, keys: platform.app.keys, by };
  for (const role of ['campaigner', 'editor', 'translator', 'reader'] as const)
    await addAccount(how, {
      email: `${role}@office.example`,
      name: role,
      role,
      languages: role === 'translator' ? ['fr', 'ar'] : [],
    });
  for (const { role, actor_id } of await allAccounts(how.database)) who[role] = actor_id;
});
afterAll(() => platform.stop());
beforeEach(() => dropCached());

const words = (lang: Lang) => campaignWords(platform.app.database, FIRST, lang);
async function write(
  lang: Lang,
  name: string,
  { by = SYSTEM, show = true, read }: { by?: ActorId | undefined; show?: boolean; read?: number } = {},
) {
  const { item, version, text } = await words(lang);
  return writeWords(platform.app.database, item, lang, { words: { ...text, name }, read: read ?? version, show }, by);
}
const shown = async (lang: Lang) => (await campaignsShown(platform.app.database, lang)).open[0]?.text.name;
const item = async () => ({ ...(await words('en')).item, tags: ['campaigns'] });

describe('what is written', () => {
  it('stands before readers where that is said, and leaves an entry of who wrote which version', async () => {
    const { version } = await words('en');
    expect(await write('en', 'Written', { by: who.campaigner })).toEqual({ version: version + 1, stands: true });
    dropCached();
    expect(await shown('en')).toBe('Written');
    expect((await selectEntries(platform.app.database, { item: FIRST }, 1))[0]).toMatchObject({
      who: 'campaigner',
      operation: 'campaigns.write',
      before: { en: version },
      after: { en: version + 1, stands: true },
    });
  });

  it('waits otherwise, until somebody approves what they have seen', async () => {
    const { item: campaign } = await words('en');
    const { version } = await write('en', 'Waiting', { show: false });
    expect(await shown('en')).toBe('Written');
    await expect(approveWords(platform.app.database, campaign, 'en', version - 1, SYSTEM)).rejects.toThrow(
      TextMovedError,
    );
    await approveWords(platform.app.database, campaign, 'en', version, who.editor as ActorId);
    dropCached();
    expect(await shown('en')).toBe('Waiting');
  });

  it('by whoever read an earlier version is refused, and nothing changes', async () => {
    const { version } = await words('en');
    await expect(write('en', 'Lost', { read: version - 1 })).rejects.toThrow(TextMovedError);
    expect((await words('en')).version).toBe(version);
  });

  it('of what is scheduled waits: what was seen is published', async () => {
    await publish(platform.app.database, await item(), ['es'], SYSTEM, new Date(Date.now() + 3_600_000));
    const before = (await words('es')).text.name;
    expect(await write('es', 'Después', { show: false })).toMatchObject({ stands: false });
    expect((await words('es')).text.name).toBe(before);
  });

  it('of a draft stands at once', async () => {
    await unpublish(platform.app.database, await item(), ['ar'], 'draft', SYSTEM);
    expect(await write('ar', 'مسودة', { by: who.translator, show: false })).toMatchObject({ stands: true });
    expect((await words('ar')).text.name).toBe('مسودة');
  });

  it('has every argument with which a letter begins', async () => {
    const ask = await platform.app.database
      .selectFrom('asks')
      .innerJoin('ask_texts', 'ask_id', 'id')
      .select(['id', 'slug', 'text'])
      .where('slug', '=', 'general')
      .where('lang', '=', 'en')
      .executeTakeFirstOrThrow();
    const { organisation } = (await words('en')).item;
    const of: WordedItem = { id: ask.id, kind: 'ask', name: `${FIRST}/general`, organisation };
    const without = { ...(ask.text as object), arguments: [{ id: 'other', label: 'Other', text: 'Other.' }] };
    const written = writeWords(
      platform.app.database,
      of,
      'en',
      { words: without as never, read: 1, show: true },
      SYSTEM,
    );
    await expect(written).rejects.toThrow(MissingArgumentsError);
  });
});

describe('whoever', () => {
  it('translates writes in their languages, and readers see it once it is approved', async () => {
    expect(await write('fr', 'Traduit', { by: who.translator, show: false })).toMatchObject({ stands: false });
    await expect(write('fr', 'Montré', { by: who.translator })).rejects.toThrow('campaigns.approve: fr, published');
    await expect(write('en', 'Translated', { by: who.translator, show: false })).rejects.toThrow('campaigns.write: en');
  });

  it('only reads writes nothing', async () => {
    await expect(write('fr', 'Lu', { by: who.reader, show: false })).rejects.toThrow('campaigns.write');
  });
});
