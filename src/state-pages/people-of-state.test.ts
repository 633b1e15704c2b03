import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST } from '../../test/support/campaigns.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { FEWEST_SHOWN } from '../campaigns/fewest-shown.ts';
import { addUpTallies, markAction } from '../campaigns/tally.ts';
import { langs } from '../config/langs.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite({}, { work: false });
  const { database } = site.running.app;
  const { id: campaignId } = await database
    .selectFrom('campaigns')
    .select('id')
    .where('slug', '=', FIRST)
    .executeTakeFirstOrThrow();
  for (const [country, people, letters] of [
    ['KEN', FEWEST_SHOWN, 103],
    ['UGA', FEWEST_SHOWN - 1, 80],
    ['PRK', 40, 40],
  ] as const)
    await markAction(database, { campaignId, country, people, letters });
  await addUpTallies(database);
});
afterAll(() => site.stop());

/** Its words alone, each state's name taken out. */
async function people(lang: string, iso3: string, name = ''): Promise<string> {
  const html = await (await fetch(`${site.url}/${lang}/states/${iso3}`)).text();
  const headings = { en: 'What people ', fr: 'La mobilisation ', es: 'La movilización ', ar: 'ما فعله الناس ' };
  const at = html.indexOf(`<h2>${headings[lang as keyof typeof headings]}`);
  if (at < 0) return '';
  const section = html.slice(at, html.indexOf('</section>', at)).replaceAll(iso3, '');
  const words = section.replace(/<(?!a )[^>]+>/g, '');
  return name ? words.replaceAll(name, '…') : words;
}

describe('what people of a country did', () => {
  it('stands on its page, with a way to be one of them', async () => {
    const said = await people('en', 'KEN');
    expect(said).toContain('25 people in Kenya are taking part in the campaign ');
    expect(said).toContain('103 letters have been confirmed.');
    expect(said).toContain('/join?state=');
    expect(await people('ar', 'KEN')).toContain('يشارك 25 شخصا في كينيا');
    expect(await people('ar', 'KEN')).toContain('وأُكِّدت 103 رسائل');
  });

  it.each(langs)('is the same in %s for few as for none, and has no number of them', async (lang) => {
    const names = {
      en: ['Uganda', 'Ghana'],
      fr: ['Ouganda', 'Ghana'],
      es: ['Uganda', 'Ghana'],
      ar: ['أوغندا', 'غانا'],
    }[lang];
    const few = await people(lang, 'UGA', names[0]);
    expect(few).toContain('25');
    expect(few).not.toMatch(/24|80/);
    const none = await people(lang, 'GHA', names[1]);
    const bare = (said: string) => said.replace(/(en|au|in|في) …/g, '…');
    expect(bare(few)).toBe(bare(none));
  });

  it('is not told where taking part could harm somebody, nor of a past day', async () => {
    expect(await people('en', 'PRK')).toBe('');
    expect(await people('en', 'KEN?on=2020-01-01')).toBe('');
    const closed = await (await fetch(`${site.url}/en/states/PRK`)).text();
    expect(closed).toContain('/en/take-action?state=PRK');
    expect(closed).not.toContain('/write?state=PRK');
    expect(closed).not.toContain('Who can be written to');
  });
});
