import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIRST } from '../test/support/campaigns.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { Supporter } from '../test/support/supporter.ts';
import { apiAddresses } from './api/addresses.ts';
import { campaignAddresses } from './campaigns/addresses.ts';
import { langs } from './config/langs.ts';
import { recordAddresses } from './record/addresses.ts';
import { stateAddresses } from './states/addresses.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite({}, { work: false });
});
afterAll(() => site.stop());

/** What stands in the text of a page around an apostrophe as keyboards have it, within a word or behind a plural. */
async function straightIn(path: string): Promise<string[]> {
  const { status, text } = await new Supporter(site).opens(path);
  expect([path, status]).toEqual([path, 200]);
  const said = text.replace(/<(script|style|code)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, '\n');
  return said.match(/.{0,30}\p{L}(?:'|&#x27;|&#39;|&apos;)[\p{L} ].{0,30}/gu) ?? [];
}

it.each(langs)('running text in %s has curly apostrophes', async (lang) => {
  const paths = [
    campaignAddresses.home(lang),
    campaignAddresses.takeAction(lang),
    recordAddresses.record(lang),
    recordAddresses.figures(lang),
    recordAddresses.figure(lang, 'warrants-persons'),
    recordAddresses.victims(lang),
    recordAddresses.situation(lang, 'uganda'),
    recordAddresses.situation(lang, 'cote-divoire'),
    recordAddresses.person(lang, 'kony'),
    recordAddresses.learn(lang, 'complementarity'),
    stateAddresses.states(lang),
    stateAddresses.state(lang, 'UGA'),
    stateAddresses.state(lang, 'CIV'),
    apiAddresses.data(lang),
    apiAddresses.changes(lang),
  ];
  const found: string[] = [];
  for (const path of paths) found.push(...(await straightIn(path)).map((straight) => `${path}: ${straight}`));
  expect(found).toEqual([]);
});

it('slogans are verbatim', async () => {
  expect(await straightIn(campaignAddresses.campaign('en', FIRST))).toHaveLength(3);
});
