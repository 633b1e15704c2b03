import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, FIRST, inState, moveCampaign, storeCampaign } from '../test/support/campaigns.ts';
import { addresseeWithMail } from '../test/support/representatives.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { Supporter } from '../test/support/supporter.ts';
import { until } from '../test/support/until.ts';
import { operatorAt } from './actors/at-the-machine.ts';
import { listCampaigns } from './campaigns/campaign-settings.ts';
import { importCampaign } from './campaigns/import-campaign.ts';
import { changeControllers, readTyped, tellControllers } from './command-controllers.ts';
import { type Lang, langs } from './config/langs.ts';
import { root } from './config/root.ts';
import { type ControllerId, OPERATOR } from './controllers/controllers.ts';
import { words } from './locales/words.ts';
import { give, mayHaveCampaigns } from './members.ts';

const LAKE = 'Lawyers of the Lake';
const DESK = 'desk@lake.example';

let site: Site;
let minister: string;
let folder: string;
beforeAll(async () => {
  site = await startSite();
  minister = await addresseeWithMail(site, 'justice-minister', 'minister@gov.example');
  folder = await mkdtemp(join(tmpdir(), 'common-bonds-member-'));
  await cp(join(root, 'content/campaigns', FIRST), folder, { recursive: true });
});
afterAll(async () => {
  await site.stop();
  await rm(folder, { recursive: true });
});

const database = () => site.fresh.database;
const settings = () => site.running.app.settings;
const by = () => operatorAt(database(), 'Nadia O.');
const rows = async (query: string) => (await site.fresh.pool.query(query)).rows;

async function types(line: readonly string[], options: { name?: string; email?: string } = {}): Promise<string[]> {
  await changeControllers(database(), readTyped({ ...options, words: line }), await by());
  return tellControllers(database());
}
const gives = async (slug: string, to: string, own = settings()) => give(database(), slug, to, own, await by());

/** Brings the campaign of the folder under another slug, open since yesterday, as `npm run import -- campaign DIR --controller NAME`. */
async function imports(slug: string, member: string): Promise<void> {
  const path = join(folder, 'campaign.json');
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), slug, opensOn: '2026-01-15' }));
  const { id } = await mayHaveCampaigns(database(), member, settings());
  const how = {
    zone: 'UTC',
    controller: id as ControllerId,
    by: await by(),
    update: false,
    over: false,
    dryRun: false,
  } as const;
  await importCampaign(database(), folder, how);
}

const read = async (path: string) => (await fetch(`${site.url}${path}`)).text();
const plain = (html: string) =>
  html
    .replace(/<br\/?>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');
const runs = (lang: Lang, name: string, mail: string) =>
  [
    words(lang).t('controllers.runs', { name, mail }),
    words(lang).t('controllers.keepsSite', { operator: 'Test Coalition' }),
  ].join(' ');

/** Writes to the minister in a campaign and confirms; what stood on the way says whose it is. */
async function takesPart(slug: string, lang: Lang, name: string, mail: string): Promise<void> {
  const supporter = new Supporter(site, { lang, campaign: slug });
  for (const page of ['', '/join?state=FRA', '/write', '/share'])
    expect(plain(await read(`/${lang}/campaigns/${slug}${page}`)), page).toContain(runs(lang, name, mail));
  expect((await supporter.writesTo([minister])).status).toBe(200);
  const confirmation = await supporter.readsMail((one) => /\/confirm\//.test(one.mail.text ?? ''));
  expect(confirmation.mail.from?.value[0]?.name).toBe(name);
  expect(confirmation.mail.replyTo?.value).toEqual([{ name, address: mail }]);
  expect(plain(confirmation.mail.text ?? '')).toContain(runs(lang, name, mail));
  const link = await supporter.confirmationLink();
  for (const { text } of [await supporter.opens(link), await supporter.confirms()])
    expect(plain(text)).toContain(runs(lang, name, mail));
  const letter = await until('the letter', () =>
    site.mail.received.find(
      ({ to, mail: one }) => to === 'minister@gov.example' && one.text?.includes(supporter.email),
    ),
  );
  const through = words('en').t('controllers.onSiteOf', { name, operator: 'Test Coalition' });
  expect(plain(letter.mail.text ?? '')).toContain(through);
}

const agreedTo = (slug: string) =>
  rows(`SELECT DISTINCT n.controller, c.name, position(n.controller IN t.words) > 0 AS said
    FROM consents n JOIN actions a ON a.supporter_key = n.supporter_key AND a.id = n.action_id
    JOIN campaigns k ON k.id = a.campaign_id AND k.controller_id = a.controller_id
    JOIN controllers c ON c.id = n.controller_id JOIN consent_texts t ON t.id = n.wording WHERE k.slug = '${slug}'`);

describe('a member', () => {
  it('is added with who did it, and every word of its consents', async () => {
    expect(await types(['add'], { name: ` ${LAKE} `, email: 'desk@Lake.example ' })).toContainEqual(
      expect.stringMatching(`^member  ${LAKE}  ${DESK}  no campaign  [0-9a-f-]{36}$`),
    );
    expect(
      await rows(`SELECT item, after, a.name AS by FROM audit_entries e JOIN actors a ON a.id = made_by
        WHERE operation = 'controllers.add'`),
    ).toEqual([{ item: LAKE, after: { email: DESK }, by: 'Nadia O.' }]);
    const [{ texts } = { texts: 0 }] = await rows(
      `SELECT count(*)::int AS texts FROM consent_texts WHERE position('${LAKE}' IN words) > 0`,
    );
    expect(texts).toBe(3 * langs.length);
  });

  it.each<[string[], { name?: string; email?: string }, string]>([
    [['add'], { email: DESK }, '--name: what it is called'],
    [['add'], { name: ' ', email: DESK }, '--name: what it is called'],
    [['add'], { name: 'Two\nlines', email: DESK }, '--name: what it is called'],
    [['add'], { name: 'x'.repeat(121), email: DESK }, '--name: what it is called'],
    [['add'], { name: 'Others' }, '--email: one address'],
    [['add'], { name: 'Others', email: 'desk' }, '--email: one address'],
    [['add'], { name: 'Others', email: 'a@b.example, c@d.example' }, '--email: one address'],
    [['add'], { name: 'LAWYERS of  the Lake', email: DESK }, '--name: “LAWYERS of  the Lake” is taken'],
    [['add'], { name: 'Test coalition', email: DESK }, '--name: “Test coalition” is taken'],
    [['add'], { name: 'Common Bonds (démonstration)', email: DESK }, 'is taken'],
    [['add'], { name: 'Operator', email: DESK }, '--name: “Operator” is taken'],
    [['add', LAKE], { name: 'Others', email: DESK }, 'say what to do:\nnpm run controller -- list'],
    [['change', LAKE], {}, 'say --name or --email'],
    [['change', 'Others'], { name: 'Nobody' }, `no controller “Others”; there are: “${LAKE}”`],
    [['change', OPERATOR], { name: 'Nobody' }, 'OPERATOR_NAME and OPERATOR_EMAIL'],
    [['change'], { name: 'Nobody' }, 'say what to do:'],
    [['constructor'], {}, 'say what to do:'],
    [['list', LAKE], {}, 'say what to do:'],
  ])('is refused in words that say what can be typed: %j %j', async (line, options, message) => {
    const before = await tellControllers(database());
    await expect(async () => types(line, options)).rejects.toThrow(message);
    expect(await tellControllers(database())).toEqual(before);
  });
});

describe('a campaign of a member', () => {
  it('that comes beside a running process works at once, in pages, consents, mails and letters', async () => {
    await imports('lake', LAKE);
    await until('its page', async () => (await read('/en/campaigns/lake')).includes(LAKE));
    await takesPart('lake', 'fr', LAKE, DESK);
    expect(await agreedTo('lake')).toEqual([{ controller: LAKE, name: LAKE, said: true }]);
    expect(
      await rows(`SELECT c.name AS whose, a.name AS by FROM audit_entries e JOIN actors a ON a.id = made_by
        JOIN controllers c ON c.id = (after ->> 'controller')::uuid WHERE operation = 'campaigns.import'`),
    ).toEqual([{ whose: LAKE, by: 'Nadia O.' }]);
  });

  it('that was given to it before it opened is its own when it opens', async () => {
    await storeCampaign(database(), 'river', inState.scheduled);
    await gives('river', LAKE.toUpperCase());
    await moveCampaign(database(), 'river', { opens: -DAY });
    await until('its page', async () => (await read('/es/campaigns/river')).includes(LAKE));
    await takesPart('river', 'es', LAKE, DESK);
    expect(await agreedTo('river')).toEqual([{ controller: LAKE, name: LAKE, said: true }]);
  });

  it('is told by its controller’s name of now, and consents keep the one of then', async () => {
    await types(['change', LAKE], { name: 'Lake Law', email: 'office@lake.example' });
    await until('the name of now', async () => (await read('/ar/campaigns/lake')).includes('Lake Law'));
    await takesPart('lake', 'ar', 'Lake Law', 'office@lake.example');
    expect((await agreedTo('lake')).map(({ controller, name }) => [controller, name]).sort()).toEqual([
      ['Lake Law', 'Lake Law'],
      [LAKE, 'Lake Law'],
    ]);
    expect(await tellControllers(database())).toContainEqual(
      expect.stringMatching(/^member {2}Lake Law {2}office@lake\.example {2}(lake, river|river, lake) /),
    );
    const whose = (await listCampaigns(database())).map(({ slug, controller }) => [slug, controller.name]);
    expect(Object.fromEntries(whose)).toEqual({ [FIRST]: 'Test Coalition', lake: 'Lake Law', river: 'Lake Law' });
  });

  it('is taken back before it opens, and stays whose it is once it has', async () => {
    await storeCampaign(database(), 'sea', inState.scheduled);
    await gives('sea', 'Lake Law');
    await expect(gives('sea', 'Lake Law')).rejects.toThrow('sea: is theirs already');
    await gives('sea', 'operator');
    await moveCampaign(database(), 'sea', { opens: 10 * 60_000 });
    for (const slug of ['sea', 'lake', FIRST]) {
      const to = slug === 'lake' ? 'operator' : 'Lake Law';
      await expect(gives(slug, to), slug).rejects.toThrow(`${slug}: has opened, or opens within 15 minutes`);
    }
  });

  it('is refused where there is no such campaign or controller, and in a demonstration', async () => {
    await expect(gives('ocean', 'Lake Law')).rejects.toThrow('no campaign “ocean”; there are:');
    await expect(gives('sea', LAKE)).rejects.toThrow(`no controller “${LAKE}”; there are: operator, “Lake Law”`);
    await expect(gives('sea', 'Lake Law', { ...settings(), operator: undefined })).rejects.toThrow(
      'OPERATOR_NAME: in a demonstration nothing is a member’s',
    );
    expect(await rows(`SELECT count(*)::int AS given FROM audit_entries WHERE operation = 'campaigns.give'`)).toEqual([
      { given: 3 },
    ]);
  });
});
