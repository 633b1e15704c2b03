import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type Site, startSite } from '../support/site.ts';
import { Supporter } from '../support/supporter.ts';

const campaign = '/campaigns/united-by-common-bonds';
let site: Site;

beforeAll(async () => {
  site = await startSite({ ACTS_PER_NETWORK_HOUR: '6' });
});
afterAll(() => site.stop());

async function joins(supporter: Supporter, changes: Readonly<Record<string, string>> = {}) {
  const typed = {
    state: 'KEN',
    name: 'Amina K.',
    email: supporter.email,
    kind: 'academia',
    organisation: '',
    ...changes,
  };
  return supporter.posts(`/${supporter.lang}${campaign}/join`, Object.entries(typed));
}

async function dataLink(supporter: Supporter): Promise<string> {
  await supporter.posts(`/${supporter.lang}/my-data`, [['email', supporter.email]]);
  const { mail } = await supporter.readsMail((one) => /\/my-data\//.test(one.mail.text ?? ''));
  return new URL(/https?:\S+\/my-data\/\S+/.exec(mail.text ?? '')?.[0] ?? '').pathname;
}

describe('joining by name', () => {
  it('is confirmed by mail, can be seen, taken along, and deleted', async () => {
    const supporter = new Supporter(site, { lang: 'fr' });
    expect((await joins(supporter, { news: 'on' })).url).toBe(`/fr${campaign}/check-your-mail`);
    expect((await supporter.opens(await supporter.confirmationLink())).text).toContain('Amina K.');
    const status = await supporter.confirms();
    expect(status.url).toMatch(/^\/fr\/status\//);

    const link = await dataLink(supporter);
    expect((await supporter.opens(link)).text).toContain(supporter.email);
    expect(JSON.parse((await supporter.posts(link, [['download', '1']])).text).address).toBe(supporter.email);
    const erased = await supporter.posts(link, [
      ['erase', '1'],
      ['sure', 'on'],
    ]);
    expect(erased.status).toBe(200);
    expect((await supporter.opens(status.url)).status).toBe(410);
    expect((await supporter.opens(link)).text).not.toContain(supporter.email);
  });

  it('puts nothing that a stranger typed into the mail to the address', async () => {
    const victim = new Supporter(site);
    await joins(victim, { name: 'Your account is blocked', organisation: 'Prize Office' });
    const { mail, raw } = await victim.readsMail();
    for (const words of ['blocked', 'Prize']) expect(`${mail.subject} ${mail.text} ${raw}`).not.toContain(words);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  });
});

describe('a busy network', () => {
  it('waits without JavaScript, and works its way through with it', async () => {
    const crowd = new Supporter(site);
    let page = await joins(crowd);
    for (let action = 0; action < 7 && page.status === 200; action += 1) page = await joins(crowd);
    expect(page.status).toBe(429);
    expect(page.text).toContain(`value="${crowd.email}"`);

    const browser = await startBrowser();
    try {
      const tab = await browser.newPage();
      await tab.goto(`${site.url}/en${campaign}/join?state=KEN`);
      await tab.fill('#name', 'Wangari M.');
      await tab.fill('#email', crowd.email);
      await tab.click('form button');
      await tab.waitForURL(/check-your-mail\?/, { timeout: 60_000 });
    } finally {
      await browser.close();
    }
  });
});
