import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailRound } from '../../test/support/mail-round.ts';
import { offer } from '../../test/support/offer.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { until } from '../../test/support/until.ts';
import { actionAddresses } from '../actions/addresses.ts';
import { SYSTEM } from '../actors/actors.ts';
import { campaignAddresses } from '../campaigns/addresses.ts';
import { langs } from '../config/langs.ts';
import { letterAddresses } from '../letters/addresses.ts';
import { pledgeAddresses } from '../pledges/addresses.ts';
import { sealLink } from '../sealing/mailed-link.ts';
import { findItem, listPublications } from './list-publications.ts';
import type { Item } from './publication-kind.ts';
import { bar, embargo, publish, UnknownPublicationError, unpublish } from './publications.ts';

const SLUG = 'united-by-common-bonds';
const NAME = 'United by Common Bonds';
/** Long enough, on a busy machine, to look before the moment. */
const SOON = 4_000;
let site: Site;
let campaign: Item;
const database = () => site.running.app.database;
const kinds = () => site.running.app.handed.publications;
beforeAll(async () => {
  site = await startSite();
  campaign = await findItem(database(), kinds(), 'campaign', SLUG);
});
beforeEach(async () => {
  for (const barrier of ['hidden', 'withdrawn'] as const) await bar(database(), campaign, barrier, SYSTEM, undefined);
  await embargo(database(), campaign, undefined, SYSTEM);
  await publish(database(), campaign, langs, SYSTEM);
  await until('the campaign', async () => (await status(campaignAddresses.campaign('en', SLUG))) === 200);
});
afterAll(() => site.stop());

const fetched = (path: string) => fetch(new URL(path, site.url), { redirect: 'manual' });
const status = async (path: string) => (await fetched(path)).status;
const gone = (path: string) => until(`${path} gone`, async () => (await status(path)) === 404);

describe('what is hidden', () => {
  it('is gone from pages that were kept, and back when it is shown again, and says by whom and why', async () => {
    for (const path of [campaignAddresses.campaign('en', SLUG), campaignAddresses.share('fr', SLUG)])
      await fetched(path);
    await bar(database(), campaign, 'hidden', SYSTEM, 'somebody is in danger');
    await gone(campaignAddresses.campaign('en', SLUG));
    await gone(campaignAddresses.share('fr', SLUG));
    expect(await (await fetched('/en')).text()).not.toContain(SLUG);
    const row = await database()
      .selectFrom('publications')
      .selectAll()
      .where('id', '=', campaign.id)
      .executeTakeFirst();
    expect(row).toMatchObject({
      hidden_by: SYSTEM,
      hidden_because: 'somebody is in danger',
      hidden_at: expect.any(Date),
    });
    await bar(database(), campaign, 'hidden', SYSTEM, undefined);
    await until('back', async () => (await status(campaignAddresses.campaign('en', SLUG))) === 200);
  });

  it('takes no acts, mails nobody, confirms nothing; whoever took part still sees what they did', async () => {
    const { app } = site.running;
    const [, done] = [
      await offer(app, campaign.id, 'amina@mail.example', {}),
      await offer(app, campaign.id, 'joao@mail.example', {}),
    ];
    await until('both mails', () =>
      ['amina@mail.example', 'joao@mail.example'].every((to) => site.mail.received.some((one) => one.to === to)),
    );
    const confirmation = actionAddresses.confirm('en', sealLink(app.keys, 'confirm', done.supporterKey, done.id));
    expect(await status(confirmation)).toBe(200);
    await bar(database(), campaign, 'hidden', SYSTEM, 'somebody is in danger');
    await gone(pledgeAddresses.join('en', SLUG));
    const posted = await fetch(new URL(pledgeAddresses.join('en', SLUG), site.url), {
      method: 'POST',
      headers: { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'state=KEN&name=A&email=a%40mail.example',
    });
    expect(posted.status).toBe(404);
    const letter = await fetch(new URL(letterAddresses.write('en', SLUG), site.url), {
      method: 'POST',
      headers: { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'state=KEN&step=send&why=My+uncle+never+came+home.',
    });
    expect([letter.status, (await letter.text()).includes('My uncle never came home.')]).toEqual([404, true]);
    const late = await offer(app, campaign.id, 'late@mail.example', {});
    await mailRound(site);
    expect(site.mail.received.map(({ to }) => to)).not.toContain('late@mail.example');
    const closed = await fetched(confirmation);
    expect([closed.status, (await closed.text()).includes(SLUG)]).toEqual([404, false]);
    const state = await fetched(actionAddresses.status('en', sealLink(app.keys, 'status', late.supporterKey, late.id)));
    const page = await state.text();
    expect(state.status).toBe(200);
    expect(page).toContain(NAME);
    expect(page).not.toContain(campaignAddresses.campaign('en', SLUG));
  });

  it('of an ask takes it from the state that it was made of', async () => {
    const ask = await findItem(database(), kinds(), 'ask', `${SLUG}/privileges-and-immunities`);
    const asksForIt = async () => [
      (await (await fetched('/en/states/KEN')).text()).includes('a party to the Agreement on the Privileges'),
      (await (await fetched('/api/v1/states/KEN/asks')).text()).includes('privileges-and-immunities'),
    ];
    expect(await asksForIt()).toEqual([true, true]);
    await bar(database(), ask, 'withdrawn', SYSTEM, 'worded wrongly');
    await until('no such ask', async () => !(await asksForIt()).includes(true));
    await bar(database(), ask, 'withdrawn', SYSTEM, undefined);
    await until('the ask', async () => !(await asksForIt()).includes(false));
  });
});

describe('a campaign that is not published in English', () => {
  it('is found by machines in the languages in which it is', async () => {
    const words = async () => {
      const { items } = (await (await fetched('/api/v1/campaigns')).json()) as { items: { words: object }[] };
      return items.flatMap((one) => Object.keys(one.words));
    };
    await unpublish(database(), campaign, ['en'], 'draft', SYSTEM);
    await until('no English', async () => !(await words()).includes('en'));
    expect(await words()).toEqual(['fr', 'es', 'ar']);
    const asks = (await (await fetched('/api/v1/states/KEN/asks')).json()) as { campaign: string };
    expect(asks.campaign).toBe(SLUG);
    await publish(database(), campaign, ['en'], SYSTEM);
    await until('English', async () => (await words()).includes('en'));
  });
});

describe('what is scheduled, or under an embargo', () => {
  it('appears by itself when its moment comes', async () => {
    const listed = async () => (await (await fetched('/sitemap.xml')).text()).includes(`/ar/campaigns/${SLUG}<`);
    const soon = new Date(Date.now() + SOON);
    await publish(database(), campaign, ['ar'], SYSTEM, soon);
    await gone(campaignAddresses.campaign('ar', SLUG));
    // Kept for the whole day, but for what is to come.
    expect(await listed()).toBe(false);
    expect(await status(campaignAddresses.campaign('en', SLUG))).toBe(200);
    await until('the Arabic', async () => (await status(campaignAddresses.campaign('ar', SLUG))) === 200);
    await until('the Arabic in the sitemap', listed);
    expect(Date.now()).toBeGreaterThanOrEqual(soon.getTime() - 50);
    await embargo(database(), campaign, new Date(Date.now() + SOON), SYSTEM, 'until the report is out');
    await gone(campaignAddresses.campaign('en', SLUG));
    await until('the end of the embargo', async () => (await status(campaignAddresses.campaign('en', SLUG))) === 200);
  });

  it('is what the database says of it', async () => {
    const listed = async () =>
      (await listPublications(database(), kinds())).find(({ id }) => id === campaign.id)?.languages;
    await publish(database(), campaign, ['es'], SYSTEM, new Date(Date.now() + 60_000));
    await unpublish(database(), campaign, ['fr'], 'in-review', SYSTEM);
    await unpublish(database(), campaign, ['ar'], 'draft', SYSTEM);
    expect((await listed())?.map(({ lang, state }) => `${lang} ${state}`)).toEqual([
      'ar draft',
      'en published',
      'es scheduled',
      'fr in-review',
    ]);
  });
});

describe('whoever changes what may be seen', () => {
  const later = () => new Date(Date.now() + 3_600_000);
  const why = 'somebody is in danger';
  const removals = async () => (await site.fresh.pool.query('SELECT count(*)::int AS n FROM page_removals')).rows[0].n;

  // A page that is only refreshed may be served once more, and is kept where no process hears (decision 9).
  it.each([
    ['hides it', true, () => bar(database(), campaign, 'hidden', SYSTEM, why)],
    ['unhides it', false, () => bar(database(), campaign, 'hidden', SYSTEM, undefined)],
    ['withdraws it', true, () => bar(database(), campaign, 'withdrawn', SYSTEM, why)],
    ['reinstates it', false, () => bar(database(), campaign, 'withdrawn', SYSTEM, undefined)],
    ['takes it back to a draft', true, () => unpublish(database(), campaign, ['fr'], 'draft', SYSTEM)],
    ['takes it back to review', true, () => unpublish(database(), campaign, ['es'], 'in-review', SYSTEM)],
    ['publishes it', false, () => publish(database(), campaign, ['fr', 'es'], SYSTEM)],
    ['schedules it', true, () => publish(database(), campaign, ['ar'], SYSTEM, later())],
    ['keeps it back', true, () => embargo(database(), campaign, later(), SYSTEM, why)],
    ['keeps it back no more', false, () => embargo(database(), campaign, undefined, SYSTEM)],
  ])('%s, and pages that show it are removed: %s', async (_what, removes, change) => {
    const before = await removals();
    await change();
    expect((await removals()) > before).toBe(removes);
  });
});

it('what there is not can’t be changed, and the operator is told what there is', async () => {
  const none = { ...campaign, id: '00000000-0000-7000-8000-0000000000ff' };
  await expect(bar(database(), none, 'hidden', SYSTEM, 'why')).rejects.toThrow(UnknownPublicationError);
  await expect(findItem(database(), kinds(), 'story', SLUG)).rejects.toThrow(
    'KIND: picture or campaign or ask, not “story”',
  );
  await expect(findItem(database(), kinds(), 'campaign', 'x')).rejects.toThrow(`no campaign “x”; there are: ${SLUG}`);
});
