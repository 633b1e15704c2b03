import { afterAll, beforeAll, expect, it } from 'vitest';
import { campaignWords } from '../../../test/support/campaign-words.ts';
import { FIRST } from '../../../test/support/campaigns.ts';
import { inputsOf } from '../../../test/support/inputs.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';
import type { Role } from '../../accounts/roles.ts';

let site: Site;
let lina: OfficeBrowser;
let omar: OfficeBrowser;
let slugs = 0;
beforeAll(async () => {
  site = await startSite({}, { work: false });
  [lina, omar] = [await signedIn('Lina H.', 'editor'), await signedIn('Omar T.', 'campaigner')];
});
afterAll(() => site.stop());

async function signedIn(name: string, role: Role): Promise<OfficeBrowser> {
  const browser = new OfficeBrowser(() => site.url);
  browser.cookies.set('office', (await signedInAs(site.running.app, name, role)).token);
  return browser;
}

const alone = (slug: string, asking = '') => `/office/en/campaigns/${slug}/preview/page?${asking}`;
const publicPage = async (path: string) => {
  const answer = await fetch(`${site.url}${path}`);
  return { status: answer.status, page: await answer.text() };
};

/** Another campaign, a draft with the words of the first. */
async function draft(): Promise<string> {
  slugs += 1;
  const slug = `to-come-${slugs}`;
  await omar.get('/office/en/campaigns/add');
  const name = (lang: string) => [`name-${lang}`, `Draft ${slugs} in ${lang}`] as const;
  const words = Object.fromEntries(
    ['en', 'fr', 'es', 'ar'].flatMap((lang) => [name(lang), [`call-${lang}`, 'A call.']]),
  );
  await omar.post('/office/en/campaigns/add', { slug, opensOn: '2099-01-01', from: FIRST, ...words });
  expect([omar.status, omar.at]).toEqual([200, `/office/en/campaigns/${slug}`]);
  return slug;
}

it.each(['en', 'fr', 'es', 'ar'])('a draft is seen in %s as readers will see it, and by no reader', async (of) => {
  const slug = await draft();
  await lina.get(alone(slug, `of=${of}`));
  expect(lina.status).toBe(200);
  expect(lina.page).toContain(`<html lang="${of}"`);
  expect(lina.page).toContain(`Draft ${slugs} in ${of}`);
  expect(lina.page).toContain('Only staff see this page');
  expect((await publicPage(`/${of}/campaigns/${slug}`)).status).toBe(404);
  for (const path of [`/${of}`, `/${of}/take-action`])
    expect((await publicPage(path)).page).not.toContain(`Draft ${slugs} in`);
});

it('words that wait for somebody who approves them are seen there, and readers get those that stand', async () => {
  const { item } = await campaignWords(site.running.app.database, FIRST, 'en');
  const path = `/office/en/campaigns/${FIRST}/words/${item.id}/en`;
  await lina.get(path);
  const { show: _, ...typed } = inputsOf(lina);
  await lina.post(path, { ...typed, 'say-tagline': 'A line that waits' });
  await lina.get(alone(FIRST));
  expect(lina.page).toContain('A line that waits');
  expect((await publicPage(`/en/campaigns/${FIRST}`)).page).not.toContain('A line that waits');
});

it('is open, closed, or what it is on a day', async () => {
  const slug = await draft();
  const write = new RegExp(`at=[^"&]*${slug}%2Fwrite`);
  const shows = async (asking: string) => {
    await lina.get(alone(slug, asking));
    return [lina.status, write.test(lina.page)];
  };
  expect(await shows('state=open')).toEqual([200, true]);
  expect(await shows('state=closed')).toEqual([200, false]);
  expect(await shows('state=day')).toEqual([404, false]);
  expect(lina.page).toContain('Only staff see this page');
  expect(await shows('state=day&on=2099-01-02')).toEqual([200, true]);
  expect(lina.page).toContain('2 January 2099');
});

it('links stay in it or lead nowhere, forms do nothing and say so, and nothing is kept or framed elsewhere', async () => {
  const slug = await draft();
  const links = (page: string) => [...page.matchAll(/<a(?: [^>]*)? href="([^"]*)"/g)].map(([, to = '']) => to);
  await lina.get(alone(slug));
  const within = links(lina.page);
  const inside = new RegExp(`^(#|/office/en/campaigns/${slug}/preview)`);
  expect(within.length).toBeGreaterThan(5);
  expect(within.filter((to) => !inside.test(to))).toEqual([]);
  const write = within.map((to) => to.replaceAll('&amp;', '&')).find((to) => decodeURIComponent(to).endsWith('/write'));
  await lina.get(write ?? '');
  expect([lina.status, lina.page.includes('Only staff see this page')]).toEqual([200, true]);
  const forms = [...lina.page.matchAll(/<form[^>]*>/g)].map(([form]) => form);
  expect(forms.length).toBeGreaterThan(0);
  for (const form of forms) expect(form).toMatch(/^<form(?!.* action=).* method="dialog"/);
  expect(lina.page.match(/In a preview this form does nothing/g)?.length).toBe(forms.length);
  const cookie = [...lina.cookies].map((pair) => pair.join('=')).join('; ');
  const { headers } = await fetch(`${site.url}${alone(slug)}`, { headers: { cookie } });
  const policy = headers.get('content-security-policy') ?? '';
  for (const rule of ["frame-ancestors 'self'", "form-action 'none'", "default-src 'none'"])
    expect(policy).toContain(rule);
  expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex']);
});

it('is opened by nobody who is not signed in, and shows nothing that is hidden', async () => {
  const slug = await draft();
  const stranger = await new OfficeBrowser(() => site.url).get(alone(slug));
  expect([stranger.at.split('?')[0], stranger.page.includes('Draft')]).toEqual(['/office/en/sign-in', false]);
  for (const at of ['https://elsewhere.example/', '//elsewhere.example', '/office/en', '/healthz', '/en/confirm/x'])
    expect([at, (await lina.get(alone(slug, `at=${encodeURIComponent(at)}`))).page.includes('elsewhere')]).toEqual([
      at,
      false,
    ]);
  expect((await lina.get(alone('no-such-campaign'))).status).toBe(404);
});

it('the screen around it chooses language, day, state and width', async () => {
  const slug = await draft();
  await lina.get(`/office/en/campaigns/${slug}/preview?of=fr&on=2099-02-01&state=closed&width=360`);
  expect(lina.status).toBe(200);
  const frame = /<iframe[^>]*>/.exec(lina.page)?.[0].replaceAll('&amp;', '&') ?? '';
  expect(frame).toContain('width="360"');
  expect(frame).toContain(`preview/page?of=fr&on=2099-02-01&state=closed`);
  await lina.get(`/office/en/campaigns/${slug}`);
  expect(lina.page).toContain(`href="/office/en/campaigns/${slug}/preview"`);
});
