import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';
import { langs } from '../config/langs.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite({ PAGE_CACHE_MB: '0' });
});
afterAll(() => site.stop());

/** A page as it is read: its words without tags, blanks of every kind alike. */
const read = async (path: string) => {
  const text = await (await fetch(`${site.url}${path}`)).text();
  return text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
};

describe('who has quoted what was corrected since', () => {
  it.each([
    ['Darfur, Sudan: Investigation opened', 'Before: 6 June 2005. Now: 1 June 2005.', 'told the Security Council'],
    ['Palestine: Preliminary examination closed', 'Before: April 2012. Now: 3 April 2012.', 'Only the month'],
    ['Peru: Ratification', 'Before: not on record. Now: 17 January 2017.', 'The instrument was missing'],
    [
      'Montenegro: Entry into force',
      'Before: counted since 3 June 2006. Now: counted since 23 October 2006.',
      'depositary',
    ],
  ])('finds on the page of changes: %s', async (what, stood, why) => {
    const page = await read('/en/changes');
    expect(page).toContain(what);
    expect(page).toContain(`${stood} Corrected on 25 November 2026.`);
    expect(page).toContain(why);
  });

  it.each([
    '/en/record/situations/darfur',
    '/en/record/situations/palestine',
    '/en/record/cases/al-bashir',
    '/en/record/people/al-bashir',
    '/en/record/cases/beina/beina',
    '/en/states/PER',
    '/en/states/MNE',
    '/en/record/figures/apic-parties',
    '/en/record/figures/states-parties',
  ])('finds it at %s', async (path) => {
    expect(await read(path)).toMatch(/Corrected on 2[56] November 2026/);
  });

  it('finds where it was read, by the name of the site, and whether that is unverified', async () => {
    const told = async (path: string) => (await read(path)).split('Corrected on')[1] ?? '';
    expect(await told('/en/record/cases/harun')).toContain('Source: dabangasudan.org Unverified');
    expect(await told('/en/record/cases/al-bashir')).toContain('Source: firstpost.com ');
    expect(await told('/en/record/cases/al-bashir')).not.toContain('unverified');
  });

  it('finds nothing on a day that knew nothing of it, nor of anybody who was not corrected', async () => {
    for (const path of ['/en/states/PER?on=2016-12-31', '/en/states/KEN', '/en/record/cases/lubanga'])
      expect(await read(path)).not.toContain('Corrected on');
  });

  it.each(langs)('finds it in %s, in the feed too', async (lang) => {
    const [page, feed] = await Promise.all([read(`/${lang}/changes`), read(`/feeds/${lang}/changes/all.json`)]);
    const told = { en: 'Corrected on', fr: 'Corrigé le', es: 'Corregido el', ar: 'صُحح في' }[lang];
    expect(page.split(told).length).toBeGreaterThan(29);
    expect(feed.split(told).length).toBeGreaterThan(29);
  });

  it('finds it as data', async () => {
    const answer = await fetch(`${site.url}/api/v1/corrections?limit=100`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    expect(items.find(({ id }) => id === 'per-apic-missing')).toMatchObject({
      correctedOn: '2026-11-25',
      kind: 'missing',
      was: null,
      now: '2017-01-17',
      state: 'PER',
      treaty: 'apic',
      figures: ['apic-parties'],
    });
    expect(items.some(({ id }) => id.startsWith('nru'))).toBe(false);
  });
});
