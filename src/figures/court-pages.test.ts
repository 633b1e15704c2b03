import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

/** What a page says, without its marks. */
async function said(path: string): Promise<string> {
  const html = await (await fetch(`${site.url}${path}`)).text();
  return html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
}

describe('people by where their case stands', () => {
  it('tell the two cases of one person apart, and mark those about the administration of justice', async () => {
    const page = await said('/en/record/people');
    expect(page).toContain('Jean-Pierre Bemba Gombo (Bemba et al.)');
    expect(page).toContain('Jean-Pierre Bemba Gombo (Bemba)');
    expect(page).toContain('Walter Osapiri Barasa (article 70)');
    expect(page).toContain('Convictions for offences against the administration of justice (article 70) (5)');
  });

  it('tell a withdrawn warrant from one that waits', async () => {
    expect(await said('/en/record/people')).toContain('Warrant withdrawn (1)Simone Gbagbo');
  });

  it.each(['', '?on=2016-11-30', '?on=2011-12-01'])('are as many in rows, in pieces and in words%s', async (day) => {
    const page = await (await fetch(`${site.url}/en/record/people${day}`)).text();
    const lists = [
      ...page.matchAll(
        /<section class="sec" id="([^"]+)">.*?\(<a[^>]*>(\d+)<\/a>\).*?<ul class="people">(.*?)<\/ul>/gs,
      ),
    ];
    expect(lists.length).toBeGreaterThan(7);
    for (const [, id = '', count, rows = ''] of lists) {
      expect([id, rows.match(/<li>/g)?.length]).toEqual([id, Number(count)]);
      const piece = new RegExp(`#${id}">[^<]*</a> <b>${count}</b></span><svg[^>]*><path[^>]* d="([^"]*)"`).exec(
        page,
      )?.[1];
      expect([id, piece?.split('m11 0').length]).toEqual([id, Number(count)]);
    }
  });

  it('say since when, and of whom nobody has seen, by which warrant', async () => {
    const page = await said('/en/record/people?on=2016-11-30');
    expect(page).toContain('Joseph Kony Uganda warrant of 8 July 2005');
    expect(page).toContain('Dominic Ongwen Uganda since 23 March 2016');
  });

  it('are nobody on a day before the first warrant', async () => {
    const page = await said('/en/record/people?on=2003-01-01');
    expect(page).toContain('No public case yet.');
  });
});

describe('the first sentence', () => {
  const lead = async (path: string) =>
    /<p class="lead read">(.*?)<\/p>/s
      .exec(await (await fetch(`${site.url}${path}`)).text())?.[1]
      ?.replace(/<[^>]+>/g, '');

  it.each([
    ['en', 'The Court is investigating 10 situations and holding 2 trials. It still awaits 12 people'],
    ['fr', 'La Cour enquête sur 10 situations et mène 2 procès. Elle attend encore 12 personnes'],
    ['es', 'La Corte investiga 10 situaciones y celebra 2 juicios. Aún espera a 12 personas'],
    ['ar', 'تحقق المحكمة في 10 حالات وتُجري محاكمتين. وما زالت تنتظر 12 شخصا'],
  ])("of the Court's page is counted in %s, on the day of the page", async (lang, words) => {
    expect(await lead(`/${lang}/record?on=2016-11-30`)).toContain(words);
  });

  it('of a case says what became of it, of several people together where they took the last step together', async () => {
    expect(await lead('/en/record/cases/lubanga?on=2016-11-30')).toBe(
      'The judges found Thomas Lubanga Dyilo guilty on 14 March 2012.',
    );
    expect(await lead('/fr/record/cases/el-hishri')).toContain('Le procès est à venir.');
    expect(await lead('/en/record/cases/bemba-et-al?on=2016-11-30')).toBe(
      'The judges found Narcisse Arido, Fidèle Babala Wandu, Jean-Pierre Bemba Gombo, Aimé Kilolo Musamba, and ' +
        'Jean-Jacques Mangenda Kabongo guilty on 19 October 2016.',
    );
    expect(await lead('/en/record/cases/netanyahu-gallant')).toContain(
      'Yoav Gallant and Benjamin Netanyahu have not yet come before the judges. The warrants of arrest were issued',
    );
    expect(await lead('/es/record/cases/netanyahu-gallant')).toContain('aún no han comparecido');
    expect(await lead('/fr/record/cases/kony')).toMatch(
      /procédure contre Raska Lukwiya.*charges portées contre Joseph Kony/,
    );
    expect(await lead('/en/record/cases/sneidel?on=2024-01-01')).toBeUndefined();
  });

  it('of somebody who was cleared later is told as the day knew it', async () => {
    expect(await lead('/en/record/cases/bemba?on=2016-11-30')).toContain(
      'found Jean-Pierre Bemba Gombo (later acquitted) guilty',
    );
    expect(await lead('/en/record/cases/bemba?on=2026-06-24')).toBe(
      'The appeals judges acquitted Jean-Pierre Bemba Gombo on 8 June 2018.',
    );
  });
});

describe('situations', () => {
  it('tell what ended apart from what was never investigated', async () => {
    const page = await said('/en/record?on=2026-06-24');
    expect(page).toContain('Investigation ended' + 'Central African Republic I');
    expect(page).toContain('Examined, without an investigationBolivia');
  });
});
