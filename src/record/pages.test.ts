import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';
import { root } from '../config/root.ts';
import { langs } from '../locales/langs.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

/** What a page says, without its marks. */
async function said(path: string): Promise<string> {
  const html = await (await fetch(`${site.url}${path}`)).text();
  return html
    .replace(/<(style|script).*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');
}

describe('what is scheduled', () => {
  it('is not told as if it had happened', async () => {
    const page = await said('/en/record?on=2016-11-30');
    expect(page).toContain('Opening of the trial');
    expect(page.slice(page.indexOf('Scheduled'))).not.toContain('Trial opened');
  });
});

describe('cases by where they stand', () => {
  it('tell the two cases of one person apart, and mark those about the administration of justice', async () => {
    const page = await said('/en/record');
    expect(page).toContain('Jean-Pierre Bemba Gombo (Bemba et al.)');
    expect(page).toContain('Jean-Pierre Bemba Gombo (Bemba)');
    expect(page).toContain('Walter Osapiri Barasa (article 70)');
    expect(page).toContain('Convictions for offences against the administration of justice (article 70) (5)');
  });

  it('tell a withdrawn warrant from one that waits', async () => {
    expect(await said('/en/record')).toContain('Warrant withdrawn (1)Simone Gbagbo');
  });
});

describe('how far cases have come', () => {
  it('says that people are counted in each of their cases', async () => {
    expect(await said('/en/learn/how-a-case-moves')).toContain('each counted once in every case of theirs');
  });
});

describe('a case', () => {
  it('says of each person where they stand, whether they are free, and of what they are charged with what outcome', async () => {
    const page = await said('/en/record/cases/kenyatta');
    expect(page).toContain('Charges withdrawn · Free, no longer bound: the case has ended');
    expect(page).toContain('Crimes against humanity: withdrawn (5 December 2014)');
    expect(page).toContain('States concerned: Kenya');
  });

  it('says once that somebody was convicted', async () => {
    expect(await said('/en/record/cases/lubanga')).not.toContain('convicted · Convicted');
  });
});

describe('a person in a case', () => {
  it('is reached by way of the situation, and leads to its states', async () => {
    const html = await (await fetch(`${site.url}/en/record/cases/al-hassan/al-hassan`)).text();
    expect(html).toContain('href="/en/record/situations/mali"');
    expect(html).toContain('href="/en/states/MLI"');
  });

  it('has each charge with its count, its mode of liability, its source and how sure it is', async () => {
    expect(await said('/en/record/cases/banda/banda')).toContain(
      'confirmed for trial (7 March 2011) · 3 counts source',
    );
    expect(await said('/en/record/cases/katanga/katanga')).toContain(
      'convicted (7 March 2014) · as an accessory (article 25) source · to be checked',
    );
    expect(await said('/en/record/cases/al-bashir/al-bashir?on=2009-06-01')).not.toContain('Genocide');
  });
});

describe('a drawing of a past day', () => {
  const get = (path: string) => fetch(`${site.url}/en/drawings/${path}`);

  it.each(['svg', 'csv'])('says as %s who was cleared since', async (kind) => {
    const past = await (await get(`track--bemba--bemba.${kind}?on=2016-11-30`)).text();
    expect(past).toContain('Jean-Pierre Bemba Gombo (later acquitted)');
    expect(await (await get(`track--bemba--bemba.${kind}`)).text()).not.toContain('later acquitted');
  });

  it('is kept out of search engines', async () => {
    expect((await get('track--bemba--bemba.svg?on=2016-11-30')).headers.get('x-robots-tag')).toBe('noindex');
    expect((await get('track--bemba--bemba.svg')).headers.get('x-robots-tag')).not.toBe('noindex');
  });
});

describe('a situation', () => {
  it('says of reparations what is so in all of its cases', async () => {
    expect(await said('/en/record/situations/kenya')).toContain('in any case of this situation');
  });
});

describe('the campaign', () => {
  it.each(langs)('says in %s that warrants were not executed, not that nobody came', (lang) => {
    const { why } = JSON.parse(
      readFileSync(join(root, `content/campaigns/united-by-common-bonds/${lang}.json`), 'utf8'),
    ) as { why: string[] };
    const sentence = why.find((text) => text.includes('{figure:warrants-not-executed}')) ?? '';
    const executed = { en: 'not been executed', fr: 'pas été exécutés', es: 'no se han ejecutado', ar: 'لم تُنفذ' };
    expect(sentence).toContain(executed[lang]);
  });
});
