import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOf, DAY, FIRST, inState, moveCampaign, nameOf, storeCampaign } from '../test/support/campaigns.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { Supporter } from '../test/support/supporter.ts';
import { until } from '../test/support/until.ts';
import { langs } from './config/langs.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
  for (const [slug, how] of Object.entries(inState)) await storeCampaign(site.fresh.database, slug, how);
  await until('the process has heard of them', async () => (await read('/api/v1/campaigns')).includes('"open"'));
});
afterAll(() => site.stop());

const get = (path: string) => fetch(`${site.url}${path}`, { redirect: 'manual' });
const read = async (path: string) => (await get(path)).text();
const json = async (path: string) => (await get(path)).json();
const post = (path: string, fields: Readonly<Record<string, string>> = {}) =>
  fetch(`${site.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: site.url },
    redirect: 'manual',
  });
const places = (html: string, ...texts: string[]) => texts.map((text) => html.indexOf(text));
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const forms = ['join', 'write', 'print'];

describe.each(langs)('in %s', (lang) => {
  it('home leads with the latest opened, lists the other, then those that have ended', async () => {
    const html = main(await read(`/${lang}`));
    const [leads, other, ended] = places(
      html,
      `/${lang}/campaigns/open/write`,
      `/${lang}/campaigns/${FIRST}"`,
      `/${lang}/campaigns/closed"`,
    );
    expect(leads).toBeGreaterThan(0);
    expect(other).toBeGreaterThan(leads ?? 0);
    expect(ended).toBeGreaterThan(other ?? 0);
    expect(html).toContain(nameOf('open', lang));
    expect(html).not.toContain(`/campaigns/${FIRST}/write`);
    expect(html).not.toContain('/campaigns/closed/');
  });

  it('a state’s page shows what every open campaign asks, the leading one first, with one main action', async () => {
    const html = main(await read(`/${lang}/states/KEN`));
    const [first, second] = places(html, askOf('open', lang), `/${lang}/campaigns/${FIRST}"`);
    expect([first, second].every((place) => place !== undefined && place > 0)).toBe(true);
    expect(first).toBeLessThan(second ?? 0);
    expect(html.match(/class="go" href="[^"]*\/write/g)).toEqual([`class="go" href="/${lang}/campaigns/open/write`]);
    expect(html).not.toContain(askOf('closed', lang));
  });

  it('nothing tells of one that is scheduled', async () => {
    const pages = [
      '',
      '/states/KEN',
      '/states',
      '/record',
      '/privacy',
      `/campaigns/${FIRST}`,
      '/campaigns/open',
      '/campaigns/closed',
    ];
    for (const page of pages)
      expect(await read(`/${lang}${page}`), page).not.toMatch(/Zz scheduled|campaigns\/scheduled/);
    for (const page of ['', '/share', '/join', '/write', '/check-your-mail'])
      expect((await get(`/${lang}/campaigns/scheduled${page}`)).status, page).toBe(404);
    for (const form of [...forms, 'share'])
      expect((await post(`/${lang}/campaigns/scheduled/${form}`, { server: 'm.example' })).status, form).toBe(404);
  });

  it('one that has closed is there to read, leads to no form of its own, and to the one that is open', async () => {
    const answer = await get(`/${lang}/campaigns/closed`);
    const html = main(await answer.text());
    expect(answer.status).toBe(200);
    expect(html).toContain(nameOf('closed', lang));
    expect(html).not.toMatch(/campaigns\/closed\/(write|join|print)/);
    expect(html).toContain(`class="go" href="/${lang}/campaigns/open"`);
    expect((await get(`/${lang}/campaigns/closed/share`)).status).toBe(200);
  });

  it.each(forms)(
    'its form “%s” answers 410, leads to the one that is open, and gives back what was written',
    async (form) => {
      const written = { subject: 'Justice for <all>', body: 'Dear Minister,\nmy uncle', why: 'He never came home.' };
      const answer = await post(`/${lang}/campaigns/closed/${form}`, {
        ...written,
        state: 'KEN',
        email: 'a@mail.example',
      });
      const html = main(await answer.text());
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([410, 'no-store']);
      expect(html).toContain(`href="/${lang}/campaigns/open"`);
      expect(html).toContain(nameOf('closed', lang));
      if (form !== 'join')
        expect(html).toContain('Justice for &lt;all>\n\nDear Minister,\nmy uncle\n\nHe never came home.');
    },
  );

  it('a letter written to nobody whom we know comes back to its writer', async () => {
    const written = { subject: 'Justice', body: 'Dear <Minister>,\nmy uncle', why: 'He never came home.' };
    for (const [campaign, to] of [
      ['nowhere', 'x'],
      ['open', '0190a1b2-0000-7000-8000-000000000000'],
    ] as const) {
      const sent = { ...written, state: 'FRA', to, step: 'send', email: 'a@mail.example' };
      const answer = await post(`/${lang}/campaigns/${campaign}/write`, sent);
      const html = main(await answer.text());
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store']);
      expect(html).toContain('Justice\n\nDear &lt;Minister>,\nmy uncle\n\nHe never came home.');
    }
  });

  it.each(['join', 'write', 'write?state=FRA&aware=1'])('its page “%s” answers 410 and leads on', async (page) => {
    const answer = await get(`/${lang}/campaigns/closed/${page}`);
    expect([answer.status, (await answer.text()).includes(`href="/${lang}/campaigns/open"`)]).toEqual([410, true]);
  });

  it.each(['share', 'join', 'join?state=FRA', 'write', 'write?state=FRA&aware=1', 'check-your-mail'])(
    'the page “%s” of each open campaign names it',
    async (page) => {
      const names = { open: nameOf('open', lang), [FIRST]: 'United by Common Bonds' };
      for (const [slug, name] of Object.entries(names)) {
        const html = main(await read(`/${lang}/campaigns/${slug}/${page}`));
        expect(html).toContain(`<a href="/${lang}/campaigns/${slug}">`);
        if (slug === 'open') expect(html).toContain(name);
      }
    },
  );
});

describe('machines', () => {
  it('find every campaign with its state in the API, and no scheduled one', async () => {
    const { items } = (await json('/api/v1/campaigns')) as {
      items: { slug: string; state: string; leading: boolean }[];
    };
    expect(items.map(({ slug, state, leading }) => [slug, state, leading])).toEqual([
      ['open', 'open', true],
      [FIRST, 'open', false],
      ['closed', 'closed', false],
    ]);
    expect(items[0]).toMatchObject({
      controller: 'Test Coalition',
      closesAt: null,
      people: 0,
      asks: ['general'],
      words: { ar: { name: nameOf('open', 'ar'), page: `${site.url}/ar/campaigns/open` } },
    });
  });

  it('find what each asks of a state', async () => {
    const asks = (await json('/api/v1/states/KEN/asks')) as { campaigns: Record<string, unknown>[] };
    expect(asks).toMatchObject({ campaign: 'open', campaignState: 'open', leading: { title: askOf('open') } });
    expect(
      asks.campaigns.map(({ campaign, campaignState, leading }) => [campaign, campaignState, leading === null]),
    ).toEqual([
      ['open', 'open', false],
      [FIRST, 'open', false],
      ['closed', 'closed', true],
    ]);
    expect(asks.campaigns[2]).toMatchObject({ rest: [{ title: askOf('closed') }] });
  });

  it('find the leading asks of open campaigns, or of the one they name', async () => {
    const of = async (query: string) => {
      const { items } = (await json(`/api/v1/asks${query}`)) as {
        items: { campaign: string; campaignState: string }[];
      };
      return [...new Set(items.map(({ campaign, campaignState }) => `${campaign} ${campaignState}`))];
    };
    expect(await of('')).toEqual(['open open', `${FIRST} open`]);
    expect(await of('?campaign=closed')).toEqual(['closed closed']);
    expect(await of(`?ask=ratify`)).toEqual([`${FIRST} open`]);
    for (const query of ['?campaign=scheduled', '?campaign=open&ask=ratify'])
      expect((await get(`/api/v1/asks${query}`)).status).toBe(400);
  });

  it('find pages of open and closed campaigns in the sitemap, forms of open ones, and nothing of what is scheduled', async () => {
    const sitemap = await read('/sitemap.xml');
    const paths = [...sitemap.matchAll(/<loc>[^<]*\/en\/campaigns\/([^<]*)<\/loc>/g)].map(([, path]) => path);
    expect(paths.sort()).toEqual(
      ['closed', 'open', 'open/join', 'open/share', FIRST, `${FIRST}/join`, `${FIRST}/share`].sort(),
    );
  });
});

describe('a supporter who writes in two campaigns to the same minister', () => {
  it('is counted in each, and both letters leave, each naming its own', async () => {
    const { pool, database } = site.fresh;
    const { rows } = await pool.query<{ id: string }>(
      "SELECT id FROM representatives WHERE state = 'KEN' AND office = 'justice-minister'",
    );
    const minister = rows[0]?.id ?? '';
    await pool.query(
      "INSERT INTO channels (representative_id, kind, value) VALUES ($1, 'email', 'minister@gov.example')",
      [minister],
    );
    const email = 'both@mail.example';
    await pool.query('UPDATE mailboxes SET hourly_budget = 3600000');
    for (const campaign of ['open', FIRST]) {
      const supporter = new Supporter(site, { email, campaign });
      expect((await supporter.writesTo([minister])).url).toBe(`/en/campaigns/${campaign}/check-your-mail`);
      const name = campaign === FIRST ? 'United by Common Bonds' : nameOf(campaign);
      const { mail } = await supporter.readsMail((one) => one.mail.subject?.includes(name) ?? false);
      const link = new URL(/https?:\S+\/confirm\/\S+/.exec(mail.text ?? '')?.[0] ?? '').pathname;
      const thanks = await supporter.posts(link, []);
      expect(thanks.text).toContain(`<a href="/en/campaigns/${campaign}">`);
    }
    const letters = await until('both letters', () => {
      const sent = site.mail.received.filter(({ to }) => to === 'minister@gov.example');
      return sent.length === 2 ? sent : undefined;
    });
    const froms = letters.map(({ mail }) => mail.from?.value[0]?.name).sort();
    expect(froms).toEqual(['Amina K. via United by Common Bonds', `Amina K. via ${nameOf('open')}`]);
    const states = await database.selectFrom('letters').select('state').execute();
    expect(states.some(({ state }) => state === 'duplicate')).toBe(false);
    const joined = await pool.query(
      'SELECT slug FROM campaign_supporters JOIN campaigns ON id = campaign_id ORDER BY 1',
    );
    expect(joined.rows).toEqual([{ slug: 'open' }, { slug: FIRST }]);
  });

  it('finds a link to what the closed campaign took to do nothing, and leads on', async () => {
    const supporter = new Supporter(site, { campaign: 'open' });
    await supporter.posts('/en/campaigns/open/join', [
      ['state', 'FRA'],
      ['name', 'Amina K.'],
      ['email', supporter.email],
      ['kind', 'civil-society'],
    ]);
    const link = await supporter.confirmationLink();
    await moveCampaign(site.fresh.database, 'open', { opens: -2 * DAY, closes: -1 });
    await until('it has ended', async () => (await get(link)).status === 410);
    const answer = await supporter.posts(link, []);
    expect(answer.status).toBe(410);
    expect(answer.text).toContain(`class="go" href="/en/campaigns/${FIRST}"`);
  });
});
