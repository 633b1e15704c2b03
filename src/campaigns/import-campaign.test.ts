import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { campaignWords } from '../../test/support/campaign-words.ts';
import { FIRST } from '../../test/support/campaigns.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { SYSTEM } from '../actors/actors.ts';
import { langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { OPERATOR } from '../controllers/controllers.ts';
import { dropCached } from '../database/memory-cache.ts';
import { publish } from '../publications/publications.ts';
import { translationState } from '../texts/translation.ts';
import { newestOf } from '../texts/versions.ts';
import { selectRuledAsks } from './ask-rules-queries.ts';
import { campaignById, campaignsShown } from './campaigns.ts';
import { changeAsk } from './change-ask.ts';
import { importCampaign } from './import-campaign.ts';
import { approveWords, writeWords } from './write-words.ts';

let platform: Platform;
let folder: string;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  if (folder) await rm(folder, { recursive: true });
  folder = await mkdtemp(join(tmpdir(), 'common-bonds-campaign-'));
  await cp(join(root, 'content/campaigns', FIRST), folder, { recursive: true });
  await change('campaign.json', { slug: 'lake', opensOn: '2026-01-15' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Changes fields of a JSON file of the folder; undefined takes one out. */
async function change(file: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), ...fields }));
}

const how = { zone: 'Africa/Nairobi', controller: OPERATOR, update: false, over: false, dryRun: false, by: SYSTEM };
const imports = (more: Partial<typeof how> = {}) => importCampaign(platform.app.database, folder, { ...how, ...more });
const shown = async (lang: (typeof langs)[number] = 'en') => {
  dropCached(['campaigns']);
  const { open, closed } = await campaignsShown(platform.app.database, lang);
  return { open: open.map(({ slug }) => slug), closed: closed.map(({ slug }) => slug) };
};
const problems = async (more: Partial<typeof how> = {}) =>
  imports(more).then(
    () => [],
    (error: Error) => error.message.replaceAll(folder, 'DIR').split('\n'),
  );

describe('a folder', () => {
  it('is only tried in a dry run', async () => {
    const report = await imports({ dryRun: true });
    expect(report).toMatchObject({ slug: 'lake', known: false, written: false, state: 'open' });
    expect(await shown()).toEqual({ open: [FIRST], closed: [] });
  });

  it('becomes a campaign of whoever runs the site, which leads as the latest opened, in every language', async () => {
    for (const lang of langs) await change(`${lang}.json`, { name: `The lake (${lang})` });
    const report = await imports();
    expect(report).toMatchObject({ known: false, written: true, opensAt: new Date('2026-01-14T21:00:00Z') });
    expect(report.newAsks).toContain('general');
    for (const lang of langs) {
      expect(await shown(lang)).toEqual({ open: ['lake', FIRST], closed: [] });
      const [leading] = (await campaignsShown(platform.app.database, lang)).open;
      expect(leading).toMatchObject({ text: { name: `The lake (${lang})` }, controller: { name: 'Test Coalition' } });
      expect(leading?.asks.length).toBe(report.newAsks.length);
    }
  });

  it('changes a campaign that is there only where that is said, and leaves what its operator set', async () => {
    expect(await problems()).toEqual(['lake: is there already: say --update to bring it to what the folder says']);
    const { database } = platform.app;
    await database
      .updateTable('campaigns')
      .set({ plain_for_months: 7, position: 3 })
      .where('slug', '=', 'lake')
      .execute();
    await change('campaign.json', { letterLimit: 2, plainForMonths: undefined });
    await change('en.json', { name: 'The river' });
    const { id } = await database
      .selectFrom('campaigns')
      .select('id')
      .where('slug', '=', 'lake')
      .executeTakeFirstOrThrow();
    expect(await imports({ update: true, dryRun: true })).toMatchObject({ known: true, written: false, newAsks: [] });
    await imports({ update: true });
    dropCached(['campaigns']);
    expect(await campaignById(database, id, 'en')).toMatchObject({
      letterLimit: 2,
      plainForMonths: 7,
      position: 3,
      text: { name: 'The river' },
    });
  });

  it('can be given a place, and a last day, which ends with that day where the organisation is', async () => {
    await change('campaign.json', { slug: 'hill', position: 1, closesOn: '2099-12-31' });
    expect(await imports()).toMatchObject({ closesAt: new Date('2099-12-31T21:00:00Z') });
    expect((await shown()).open).toEqual(['hill', 'lake', FIRST]);
  });

  it('can be of a campaign to come, which nobody sees', async () => {
    await change('campaign.json', { slug: 'to-come', opensOn: '2099-01-01' });
    expect(await imports()).toMatchObject({ state: 'scheduled', written: true });
    expect(Object.values(await shown()).flat()).not.toContain('to-come');
    await change('campaign.json', { slug: 'to-come', opensOn: '2098-01-01' });
    expect(await problems({ update: true })).toEqual([]);
  });
});

describe('what people have taken part in', () => {
  it('is not undone: an open campaign is not scheduled anew, a closed one does not open again, no ask goes', async () => {
    await change('campaign.json', { opensOn: '2099-01-01' });
    expect(await problems({ update: true })).toEqual(['lake: opensOn: it has opened already, it can only be closed']);
    await change('campaign.json', { opensOn: '2026-01-15', closesOn: '2026-02-15' });
    expect(await imports({ update: true })).toMatchObject({ state: 'closed' });
    expect((await shown()).closed).toEqual(['lake']);
    await change('campaign.json', { closesOn: undefined });
    expect(await problems({ update: true })).toEqual([
      'lake: closesOn: it has closed; what comes after it needs a slug of its own',
    ]);
    await rm(join(folder, 'asks/ratify'), { recursive: true });
    const { asks } = JSON.parse(await readFile(join(folder, 'campaign.json'), 'utf8')) as { asks: string[] };
    await change('campaign.json', { closesOn: '2026-02-15', asks: asks.filter((slug) => slug !== 'ratify') });
    expect(await problems({ update: true })).toEqual([
      'lake: asks: ratify is missing in the folder; letters name it, so it stays',
    ]);
  });
});

describe('a folder that does not say what it should', () => {
  const none = async () => expect(Object.values(await shown()).flat()).not.toContain('wrong');
  beforeEach(() => change('campaign.json', { slug: 'wrong' }));

  it('is told whole, by file and field, and nothing is written', async () => {
    await change('campaign.json', { letterLimit: 0, hashtags: [] });
    await change('fr.json', { name: '' });
    await writeFile(join(folder, 'es.json'), '{');
    await rm(join(folder, 'asks/general/ar.json'));
    expect(await problems()).toEqual([
      expect.stringMatching(/^DIR\/campaign\.json: letterLimit: /),
      expect.stringMatching(/^DIR\/campaign\.json: hashtags: /),
      expect.stringMatching(/^DIR\/fr\.json: name: /),
      expect.stringMatching(/^DIR\/es\.json is no JSON: /),
    ]);
    await change('campaign.json', { letterLimit: 5, hashtags: ['#Lake'] });
    expect(await problems()).toEqual([
      expect.stringMatching(/^DIR\/fr\.json: name: /),
      expect.stringMatching(/^DIR\/es\.json is no JSON: /),
      'DIR/asks/general/ar.json is missing',
    ]);
    await none();
  });

  it.each([
    ['campaign.json', { slug: 'Wrong' }, /campaign\.json: slug: /],
    ['campaign.json', { opensOn: '2026-02-30' }, /campaign\.json: opensOn: /],
    ['campaign.json', { closesOn: '2026-01-14' }, /closesOn: 2026-01-14 is before opensOn, 2026-01-15$/],
    ['campaign.json', { position: 0 }, /campaign\.json: position: /],
    ['campaign.json', { posiition: 1 }, /campaign\.json: whole: .*posiition/],
    ['campaign.json', { asks: ['general'] }, /asks: accede is missing in campaign\.json$/],
    ['campaign.json', { asks: ['general', 'nothing'] }, /asks\/nothing\/ask\.json is missing$/],
    ['campaign.json', { asks: ['general', 'a/../b c'] }, /campaign\.json: asks\.1: /],
    ['asks/general/ask.json', { when: 'never-heard-of' }, /asks\/general\/ask\.json: when: /],
    [
      'asks/general/ask.json',
      { when: 'no-apic' },
      /exactly one must be made of every state \(“when”: “always”\), not 0$/,
    ],
    ['asks/ratify/ask.json', { when: 'always' }, /exactly one must be made of every state .*, not 2$/],
    [
      'asks/general/ask.json',
      { defaults: ['victims', 'nobody'] },
      /asks\/general: defaults: there is no argument nobody$/,
    ],
    [
      'asks/stay/ar.json',
      { arguments: [{ id: 'other', label: 'x', text: 'x' }] },
      /asks\/stay: ar\.json: arguments: other, but /,
    ],
    ['es.json', { messages: [{ id: 'one', text: 'uno' }] }, /es\.json: messages: one, but /],
  ])('says so of %s with %j', async (file, fields, expected) => {
    await change(file, fields);
    expect(await problems()).toContainEqual(expect.stringMatching(expected));
    await none();
  });

  it('is none where there is no folder', async () => {
    await rm(folder, { recursive: true });
    expect(await problems()).toContain('DIR/campaign.json is missing');
    folder = '';
  });
});

describe('words that were changed here', () => {
  const words = (lang: (typeof langs)[number]) => campaignWords(platform.app.database, 'river', lang);
  const write = async (fields: object, lang: (typeof langs)[number] = 'en') => {
    const { item, version, text } = await words(lang);
    await writeWords(
      platform.app.database,
      item,
      lang,
      { words: { ...text, ...fields }, read: version, show: true },
      SYSTEM,
    );
  };
  beforeEach(async () => {
    await change('campaign.json', { slug: 'river' });
    if (!(await shown()).open.includes('river')) await imports();
  });

  it('stay where the folder says nothing new', async () => {
    await write({ name: 'Ours' });
    await change('fr.json', { name: 'La rivière' });
    expect(await imports({ update: true })).toMatchObject({ unchanged: ['en.json'], waiting: [] });
    expect((await words('en')).text.name).toBe('Ours');
    expect((await words('fr')).text.name).toBe('La rivière');
  });

  it('leave a translation that comes with the folder older than they are', async () => {
    const { item } = await words('fr');
    expect(translationState(await newestOf(platform.app.database, [item.id]), 'fr')).toBe('older');
  });

  it('are not written over, and it is told where both differ; but they are where that is said', async () => {
    await change('en.json', { name: 'Theirs', tagline: 'Another line.' });
    const day = new Date().toISOString().slice(0, 4);
    expect(await problems({ update: true })).toEqual([
      expect.stringMatching(
        `^river: en.json: was changed here \\(files brought version 1; now version 2, ${day}-..-..\\), and differs at ` +
          'name, tagline; --over ',
      ),
    ]);
    expect((await words('en')).text.name).toBe('Ours');
    expect(await imports({ update: true, over: true })).toMatchObject({ unchanged: [] });
    expect((await words('en')).text).toMatchObject({ name: 'Theirs', tagline: 'Another line.' });
  });

  it('wait where others are scheduled', async () => {
    const { item } = await words('es');
    const es = { ...item, tags: ['campaigns'] };
    await publish(platform.app.database, es, ['es'], SYSTEM, new Date(Date.now() + 86_400_000));
    const before = (await words('es')).text;
    await change('en.json', { name: 'Theirs', tagline: 'Another line.' });
    await change('fr.json', { name: 'La rivière' });
    await change('es.json', { name: 'El río' });
    expect(await imports({ update: true })).toMatchObject({ waiting: ['es.json'] });
    expect((await words('es')).text).toEqual(before);
    await approveWords(platform.app.database, item, 'es', 2, SYSTEM);
    expect((await words('es')).text.name).toBe('El río');
  });
});

describe('rules of an ask that were changed here', () => {
  const rulesOf = async () => {
    const asks = platform.app.database.selectFrom('asks').innerJoin('campaigns as c', 'c.id', 'campaign_id');
    const named = asks.where('c.slug', '=', 'river').where('asks.slug', '=', 'ratify');
    return named.select(['condition', 'office', 'asks.id']).executeTakeFirstOrThrow();
  };
  const file = 'asks/ratify/ask.json';
  beforeEach(async () => {
    await change('campaign.json', { slug: 'river' });
    await imports({ update: true, over: true });
    const { id } = await rulesOf();
    const asks = await selectRuledAsks(
      platform.app.database,
      (await campaignWords(platform.app.database, 'river', 'en')).item.id,
    );
    const known = asks.find((one) => one.id === id);
    if (!known) throw new Error('no such ask');
    const place = asks.indexOf(known) + 1;
    const rules = { ...known.rules, office: 'justice-minister' as const };
    const read = { number: known.number, place };
    const outcome = await changeAsk(platform.app.database, 'river', 'ratify', { rules, place, read, by: SYSTEM });
    expect(outcome).toEqual({ is: 'done' });
  });

  it('stay where the folder says nothing new', async () => {
    expect(await imports({ update: true })).toMatchObject({ unchanged: [file] });
    expect(await rulesOf()).toMatchObject({ office: 'justice-minister', condition: 'signed-not-ratified' });
  });

  it('are not set anew where both differ, which is told; but they are where that is said', async () => {
    await change(file, { when: 'not-a-party' });
    expect(await problems({ update: true })).toEqual([
      expect.stringMatching(/^river: asks\/ratify\/ask.json: was changed here .* differs at when, office; --over /),
    ]);
    expect(await rulesOf()).toMatchObject({ office: 'justice-minister', condition: 'signed-not-ratified' });
    await imports({ update: true, over: true });
    expect(await rulesOf()).toMatchObject({ office: 'foreign-minister', condition: 'not-a-party' });
  });
});
