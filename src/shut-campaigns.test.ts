import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, moveCampaign, nameOf, storeCampaign } from '../test/support/campaigns.ts';
import { offer } from '../test/support/offer.ts';
import { scriptedPost } from '../test/support/post.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { actionAddresses } from './actions/addresses.ts';
import { sendConfirmations } from './actions/send-confirmations.ts';
import { SYSTEM } from './actors/actors.ts';
import { langs } from './config/langs.ts';
import { dropCached } from './database/memory-cache.ts';
import { words } from './locales/words.ts';
import { bar, embargo, publish, unpublish } from './publications/publications.ts';
import { sealLink } from './sealing/mailed-link.ts';

/** What becomes of a campaign in which somebody took part while it was open. */
const becomes = {
  hidden: (item: Item) => bar(database(), item, 'hidden', SYSTEM, 'somebody is in danger'),
  withdrawn: (item: Item) => bar(database(), item, 'withdrawn', SYSTEM, 'no longer ours'),
  closed: ({ slug }: Item) => moveCampaign(database(), slug, { opens: -2 * DAY, closes: -1 }),
  moved: ({ slug }: Item) => moveCampaign(database(), slug, { opens: 2 * DAY }),
  scheduled: (item: Item) => publish(database(), item, langs, SYSTEM, new Date(Date.now() + DAY)),
  embargoed: (item: Item) => embargo(database(), item, new Date(Date.now() + DAY), SYSTEM, 'until then'),
  draft: (item: Item) => unpublish(database(), item, langs, 'draft', SYSTEM),
};
type Fate = keyof typeof becomes;
interface Item {
  readonly id: string;
  readonly kind: string;
  readonly slug: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/** What a link says that was mailed before, and with which status; and the status of the campaign's own addresses. */
const told = {
  hidden: ['hidden', 404, 404],
  withdrawn: ['calledOff', 410, 410],
  closed: ['closed', 410, 200],
  moved: ['notOpen', 404, 404],
  scheduled: ['notOpen', 404, 404],
  embargoed: ['notOpen', 404, 404],
  draft: ['notOpen', 404, 404],
} as const satisfies Record<Fate, unknown>;
const fates = Object.keys(becomes) as Fate[];

let site: Site;
const database = () => site.running.app.database;
const links = new Map<string, string>();
beforeAll(async () => {
  site = await startSite({}, { work: false });
  await storeCampaign(database(), 'other', { opens: -DAY, place: 1 });
  const campaigns: Item[] = [];
  for (const slug of fates) {
    const id = await storeCampaign(database(), slug, { opens: -3 * DAY });
    campaigns.push({ id, slug, name: slug, kind: 'campaign', tags: ['campaigns'] });
  }
  dropCached();
  for (const { id, slug } of campaigns) {
    const { supporterKey, id: action } = await offer(site.running.app, id, `${slug}@mail.example`, {});
    links.set(slug, sealLink(site.running.app.keys, 'confirm', supporterKey, action));
  }
  for (const campaign of campaigns) await becomes[campaign.slug as Fate](campaign);
  dropCached();
  site.running.app.pages.drop();
});
afterAll(() => site.stop());

const get = async (path: string) => {
  const answer = await fetch(`${site.url}${path}`, { redirect: 'manual' });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Readonly<Record<string, string>> = {}) => {
  const how = { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' } as const;
  const answer = await fetch(`${site.url}${path}`, { ...how, headers: { origin: site.url } });
  return { status: answer.status, html: await answer.text() };
};
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));

describe.each(fates)('a link that was mailed before its campaign was %s', (fate) => {
  it.each(langs)('says so in %s, truly and no more', async (lang) => {
    const [says, status] = told[fate];
    const { t } = words(lang);
    const path = actionAddresses.confirm(lang, links.get(fate) ?? '');
    for (const answer of [await get(path), await post(path)]) {
      expect(answer.status).toBe(status);
      expect(answer.html).toContain(t(`actions.link.${says}.title`));
      expect(answer.html).toContain(t(`actions.link.${says}.text`));
      if (fate === 'closed') expect(answer.html).toContain(nameOf(fate, lang));
      else {
        expect(answer.html).not.toContain(t('actions.link.closed.title'));
        expect(main(answer.html)).not.toMatch(new RegExp(`Zz ${fate}|campaigns/${fate}`));
      }
      const elsewhere = `href="/${lang}/campaigns/other"`;
      if (fate === 'hidden') expect(main(answer.html)).not.toContain(elsewhere);
      else expect(main(answer.html)).toContain(elsewhere);
    }
  });
});

describe.each(fates)('the addresses of a campaign that was %s', (fate) => {
  const forms = ['join', 'write', 'print'];

  it.each(langs)('say so in %s, each alike', async (lang) => {
    const [, , status] = told[fate];
    const { t } = words(lang);
    const never = await get(`/${lang}/campaigns/nowhere`);
    for (const page of ['', '/share', '/check-your-mail', '/join', '/write', '/write?state=FRA&aware=1']) {
      const answer = await get(`/${lang}/campaigns/${fate}${page}`);
      const form = /^\/(?:join|write)/.test(page);
      expect(answer.status, page).toBe(fate === 'closed' && form ? 410 : status);
      if (fate === 'withdrawn') expect(answer.html).toContain(t('campaigns.withdrawn'));
      if (status === 404) expect(answer.html).toBe(never.html);
      if (fate !== 'closed') expect(answer.html).not.toContain(`Zz ${fate}`);
    }
  });

  it.each(forms)('give back what was written into the form “%s”', async (form) => {
    const written = { subject: 'Justice', body: 'Dear Minister,\nmy uncle', why: 'He never came home.' };
    const answer = await post(`/en/campaigns/${fate}/${form}`, { ...written, state: 'KEN' });
    expect(answer.status).toBe(fate === 'closed' ? 410 : told[fate][2]);
    if (form !== 'join') expect(answer.html).toContain('Justice\n\nDear Minister,\nmy uncle\n\nHe never came home.');
    if (fate !== 'closed') expect(answer.html).not.toContain(`Zz ${fate}`);
  });
});

describe('the API', () => {
  it('tells a withdrawn campaign from one that there never was, and no other that nobody may see', async () => {
    const of = async (slug: string) => get(`/api/v1/asks?campaign=${slug}`);
    const never = await of('nowhere');
    for (const fate of fates) {
      const answer = await of(fate);
      if (fate === 'closed') expect(answer.status).toBe(200);
      else if (fate === 'withdrawn') expect(answer.status).toBe(410);
      else expect([answer.status, answer.html.replace(fate, 'nowhere')]).toEqual([never.status, never.html]);
    }
  });

  it('lists the closed one alone', async () => {
    const { html } = await get('/api/v1/campaigns');
    for (const fate of fates) expect(html.includes(`"slug":"${fate}"`), fate).toBe(fate === 'closed');
  });
});

it('nobody is mailed a link that could confirm nothing', async () => {
  const gateway = scriptedPost(site.running.app);
  await sendConfirmations(site.running.app, gateway);
  expect(gateway.sent.map(({ to }) => to)).toEqual([]);
  const { rows } = await site.fresh.pool.query(
    `SELECT slug FROM actions JOIN campaigns c ON c.id = campaign_id WHERE mail_attempts > 0 AND slug IN ('closed', 'moved')`,
  );
  expect(rows).toEqual([]);
});

it('a campaign that was withdrawn before anybody saw it was never there', async () => {
  const id = await storeCampaign(database(), 'unborn', { opens: 2 * DAY });
  await bar(
    database(),
    { id, kind: 'campaign', name: id, tags: ['campaigns'] },
    'withdrawn',
    SYSTEM,
    'thought better of it',
  );
  dropCached();
  expect((await get('/en/campaigns/unborn')).status).toBe(404);
  expect((await get('/api/v1/asks?campaign=unborn')).status).toBe(400);
});
