import { afterAll, beforeAll, expect, it } from 'vitest';
import { campaignWords } from '../../test/support/campaign-words.ts';
import { FIRST } from '../../test/support/campaigns.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { SYSTEM } from '../actors/actors.ts';
import { approveWaiting, waitingWords } from './waiting-words.ts';
import { writeWords } from './write-words.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const words = () => campaignWords(platform.app.database, FIRST, 'fr');
const waits = () => waitingWords(platform.app.database);
const approve = (seen: string, lang = 'fr') =>
  approveWaiting(platform.app.database, { name: FIRST, lang, seen }, SYSTEM);

async function write(name: string): Promise<number> {
  const { item, version, text } = await words();
  const how = { words: { ...text, name }, read: version, show: false };
  return (await writeWords(platform.app.database, item, 'fr', how, SYSTEM)).version;
}

it('where nothing waits, nothing is listed, and there is nothing to approve', async () => {
  expect(await waits()).toEqual([]);
  await expect(approve('1')).rejects.toThrow(`nothing waits at ${FIRST} fr`);
});

it('words that wait are listed with what they change, and stand once the version that was seen is approved', async () => {
  const before = (await words()).text.name;
  const first = await write('Le premier');
  expect(await waits()).toMatchObject([
    {
      item: { name: FIRST, kind: 'campaign' },
      lang: 'fr',
      current: first - 1,
      waiting: first,
      places: [{ place: 'name', before, after: 'Le premier' }],
    },
  ]);
  const second = await write('Le second');
  await expect(approve(`${first}`)).rejects.toThrow(`version ${first} is not what waits`);
  await expect(approve(`${second}`, 'xx')).rejects.toThrow('nothing waits');
  expect((await words()).text.name).toBe(before);
  await approve(`${second}`);
  expect([(await words()).text.name, await waits()]).toEqual(['Le second', []]);
});
