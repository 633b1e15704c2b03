import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIRST } from '../test/support/campaigns.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { Supporter } from '../test/support/supporter.ts';
import { apiAddresses } from './api/addresses.ts';
import { campaignAddresses } from './campaigns/addresses.ts';
import { setArabicDigits } from './locales/digits.ts';
import { recordAddresses } from './record/addresses.ts';
import { siteAddresses } from './site/addresses.ts';
import { stateAddresses } from './states/addresses.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite({ ARABIC_DIGITS: 'arabic-indic' }, { work: false });
});
afterAll(async () => {
  setArabicDigits('latin');
  await site.stop();
});

/** What a page says in Arabic: no addresses, codes or days as machines write them, nothing in another language, nothing drawn. */
function saidInArabic(page: string): string {
  return (/<main[^>]*>(.*)<\/main>/s.exec(page)?.[1] ?? '')
    .replace(/<(script|style|code|kbd|select)\b.*?<\/\1>/gs, ' ')
    .replace(/<(\w+)[^>]* (?:lang="(?!ar)\w+"|dir="ltr")[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&#x?[\da-f]+;/g, ' ')
    .replace(/⁦.*?⁩|https?:\S+|\b(?:ICC-)?[A-Z][\w/-]*\d[\w/-]*|CC BY \d\.\d|[\w.-]+\.[a-z]{2,}/g, ' ');
}

it.each([
  campaignAddresses.home('ar'),
  campaignAddresses.campaign('ar', FIRST),
  campaignAddresses.takeAction('ar'),
  recordAddresses.record('ar'),
  recordAddresses.situation('ar', 'drc'),
  recordAddresses.case('ar', 'lubanga'),
  recordAddresses.figure('ar', 'warrants-persons'),
  recordAddresses.learn('ar', 'how-a-case-moves'),
  stateAddresses.states('ar'),
  stateAddresses.state('ar', 'KEN'),
  stateAddresses.state('ar', 'BDI'),
  recordAddresses.participant('ar', 'lubanga', 'lubanga'),
  apiAddresses.changes('ar'),
  siteAddresses.privacy('ar'),
])('%s is in the digits that the operator set, and has no Latin comma', async (path) => {
  const { status, text } = await new Supporter(site).opens(path);
  expect(status).toBe(200);
  const said = saidInArabic(text);
  expect(said.length).toBeGreaterThan(200);
  expect(said.match(/.{0,40}\d.{0,40}/g) ?? []).toEqual([]);
  expect(
    said.match(/.{0,40}\p{Script=Arabic}[»)]?\s*[,;?].{0,40}|.{0,40}[,;?]\s*\p{Script=Arabic}.{0,40}/gu) ?? [],
  ).toEqual([]);
});

it('data and files keep Latin digits', async () => {
  const { text } = await new Supporter(site).opens('/api/v1/figures/warrants-persons');
  expect(text).not.toMatch(/[٠-٩]/);
  expect((await new Supporter(site).opens(campaignAddresses.home('ar'))).text).toMatch(/[٠-٩]/);
});
