import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';
import { langs } from '../config/langs.ts';
import { compressAtOnce } from '../http/compression.ts';
import { regions } from '../maps/regions.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const get = (path: string) => fetch(`${site.url}${path}`, { redirect: 'manual' });
const text = async (path: string) => (await (await get(path)).text()).replace(/<!-- -->/g, '');

describe('the page of a state', () => {
  it('says since when the Statute binds it, not when a notice was taken back', async () => {
    const [, row = ''] = /<dt>Rome Statute<\/dt><dd>([\s\S]*?)<\/dd>/.exec(await text('/en/states/HUN')) ?? [];
    expect(row).toMatch(/^Party<br\/>since 1 July 2002/);
    expect(row).not.toContain('29 May 2026');
  });

  it('says of a law that it was enacted, which is not that it is in force', async () => {
    const page = await text('/en/states/KEN');
    expect(page).toContain('Enacted, 2008');
    expect(page).toContain('"@type":"Legislation"');
    expect(page).not.toContain('LegalForce');
  });
});

describe('a withdrawal that is notified', () => {
  it.each(langs)(
    'stands in %s with the day until which the state is bound, and is no departure before it',
    async (lang) => {
      const until = { en: 'until 24', fr: 'jusqu’au 24', es: 'hasta el 24', ar: 'حتى 24' };
      expect(await text(`/${lang}/states?standing=withdrawing`)).toContain(until[lang]);
      const lead = async (on: string) =>
        /<p class="lead read">(.*?)<\/p>/.exec(await text(`/${lang}/states/MLI?on=${on}`))?.[1] ?? '';
      expect(await lead('2026-06-23')).not.toContain(until[lang]);
      for (const on of ['2026-06-24', '2026-11-24', '2027-06-24']) expect(await lead(on)).toContain(until[lang]);
    },
  );

  it('makes no ask of a day to come, but says what would be asked', async () => {
    const page = await text('/en/states/MLI?on=2027-06-24');
    expect(page).toContain('As things stand, this would be asked on this day:');
    expect(page).not.toContain('On this day the ask was:');
    expect(await text('/en/states/MLI?on=2016-06-24')).toContain('On this day the ask was:');
  });
});

describe('what concerns a state before the Court', () => {
  it('has its cases, those that were public by the day', async () => {
    const [before, today] = await Promise.all([text('/en/states/KEN?on=2010-12-01'), text('/en/states/KEN')]);
    expect(today).toMatch(
      /<h3><a href="\/en\/record\/situations\/kenya">Kenya<\/a><\/h3><ul class="links"><li><a href="\/en\/record\/cases\//,
    );
    expect(before).toContain('/en/record/situations/kenya');
    expect(before).not.toContain('/en/record/cases/');
  });
});

describe('what a state has done', () => {
  it('stands beside when a list was last checked, and how its region stands', async () => {
    const page = await text('/en/states/KEN');
    expect(page).toMatch(
      /Not a party when last checked, in December 2017<br\/><small>77 parties, the number that the Coalition/,
    );
    expect(page).toMatch(
      /Of the 54 African States, 33 are parties to the Rome Statute; as far as is known, \d+ have joined more/,
    );
  });

  it('has its agreements and the findings of chambers, those of the day', async () => {
    const mongolia = await text('/fr/states/MNG');
    expect(mongolia).toContain('N’a pas arrêté Vladimir Poutine lors de sa visite');
    expect(await text('/fr/states/MNG?on=2024-10-23')).not.toContain('Poutine');
    expect(await text('/en/states/ARG')).toContain('on serving sentences, signed on 18 April 2017');
  });

  it('has both days where two sources differ, and by when a day was not read', async () => {
    expect(await text('/en/states/ESP')).toMatch(/25 September 2014[\s\S]*Another source says 26 September 2014:/);
    expect(await text('/en/states/BOL')).toContain('by January 2022');
    expect(await text('/en/states/MNE')).toContain('Received by the United Nations on 23 October 2006.');
  });
});

describe('the nationals of a state', () => {
  it('stand apart from its territory: of Russia no situation, and its President', async () => {
    const [, nationals = ''] =
      /<h2>Its nationals before the Court<\/h2>([\s\S]*?)<\/section>/.exec(await text('/en/states/RUS')) ?? [];
    expect(nationals).toMatch(
      /Vladimir Vladimirovich Putin<\/bdi><\/a><\/dt><dd>Not yet before the judges<br\/><small>Not arrested/,
    );
    expect(nationals.match(/last known on/gi)).toHaveLength(1);
    expect(await text('/en/states/RUS')).toContain('On this day, nothing on its territory was before the Court.');
    expect(await text('/en/states/RUS?on=2023-03-16')).not.toContain('Putin');
  });
});

describe('of what nothing is on record', () => {
  const headings = (page: string) => [...page.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, words]) => words);

  it('no rubric stands: one folded line names it, in each language', async () => {
    const bhutan = await text('/en/states/BTN');
    expect(headings(bhutan)).not.toContain('National law');
    expect(headings(bhutan)).not.toContain('History');
    expect(bhutan).toMatch(
      /<summary>Nothing on record of steps on these treaties, its national law, situations on its territory, or its/,
    );
    expect(await text('/ar/states/BTN')).toContain('أو مواطنيها أمام المحكمة</summary>');
  });

  it('the line is left out where every rubric has something, and an empty one never stands', async () => {
    const kenya = await text('/en/states/KEN');
    expect(kenya).not.toContain('Nothing on record');
    expect(headings(kenya)).toEqual(
      expect.arrayContaining(['History', 'National law', 'Its nationals before the Court']),
    );
    const pages = await Promise.all(
      [...'KEN BTN TUV UKR PSE USA VAT'.split(' ')].map((iso3) => text(`/fr/states/${iso3}`)),
    );
    expect(pages.flatMap((page) => page.match(/<\/h2>(<(ul|dl)[^>]*><\/\2>)?<\/section>/g) ?? [])).toEqual([]);
  });

  it('treaties that a state had not joined when last checked are folded, the Statute never', async () => {
    const [, treaties = ''] = /<h2>Treaties<\/h2>([\s\S]*?)<\/section>/.exec(await text('/en/states/KEN')) ?? [];
    expect(treaties).toMatch(
      /Rome Statute<\/dt>[\s\S]*<summary>Not a party to 7 treaties when last checked<\/summary>/,
    );
  });
});

describe('what is asked of a state', () => {
  it('shows the row on its law that it rests on, with year and source', async () => {
    const [, asked = ''] = /<section class="ask">([\s\S]*?)<\/section>/.exec(await text('/en/states/NGA')) ?? [];
    expect(asked).toMatch(/None, 2018<br\/>.*As of July 2018.*href="https:\/\/www.thisdaylive.com/);
  });
});

describe('what a state did', () => {
  it.each(langs)('stands in rows and not in chains, in its history as in its ask, in %s', async (lang) => {
    const page = await text(`/${lang}/states/VEN`);
    const history = /<ol class="timeline">[\s\S]*?<\/ol>/.exec(page)?.[0] ?? '';
    const ask = /<section class="ask">([\s\S]*?)<\/section>/.exec(page)?.[0] ?? '';
    expect(history).toContain('<li');
    expect(`${history}${ask}`).not.toContain(' · ');
  });
});

describe('an address', () => {
  it('with a code in small letters leads to the state, on the same day', async () => {
    const answer = await get('/en/states/ken?on=2016-11-30');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/en/states/KEN?on=2016-11-30']);
    expect((await get('/en/states/xxx')).status).toBe(404);
  });

  it('with a choice that is none shows all states', async () => {
    const page = await text('/en/states?standing=foo&page=all');
    expect(page).toContain('<caption>198 states</caption>');
  });
});

describe('the table of states', () => {
  const rowsOf = (page: string) =>
    [...page.matchAll(/<th scope="row"><a href="\/en\/states\/([A-Z]{3})/g)].map(([, iso3]) => iso3);

  it('comes in pages that leave out and repeat nobody, and whole where that is asked for', async () => {
    const pages = await Promise.all(['', '?page=2', '?page=3', '?page=4'].map((page) => text(`/en/states${page}`)));
    const rows = pages.map(rowsOf);
    expect(rows.map(({ length }) => length)).toEqual([50, 50, 50, 48]);
    expect(rows.flat()).toEqual(rowsOf(await text('/en/states?page=all')));
    expect(new Set(rows.flat()).size).toBe(198);
  });

  it('keeps what was chosen from page to page, and knows no page beyond the last', async () => {
    const page = await text('/en/states?group=African&sort=since&on=2016-11-30');
    expect(page).toMatch(
      /href="\/en\/states\?group=African&amp;treaty=rome-statute&amp;sort=since&amp;page=2&amp;on=2016-11-30#all"/,
    );
    expect(rowsOf(await text('/en/states?page=99'))).toHaveLength(48);
    expect(rowsOf(await text('/en/states?page=0'))).toHaveLength(50);
    expect(await text('/en/states?group=WEOG')).not.toContain('class="pages"');
  });
});

describe('a citation', () => {
  it('says through which day the page is known', async () => {
    const cited = async (path: string) => /<details class="cite">[\s\S]*?<\/details>/.exec(await text(path))?.[0] ?? '';
    expect((await cited('/en/states/KEN')).match(/Complete through 30 September 2026\./g)).toHaveLength(3);
    expect(await cited('/en/record/figures/states-parties')).toContain('Complete through 30 September 2026.');
    expect(await cited('/en/record/situations/kenya')).toContain('Complete through 24 June 2026.');
  });
});

describe('what is known of treaties', () => {
  it.each(['/en/states', '/en/states/KEN', '/en/learn/joining-and-leaving'])(
    '%s: reaches as far as the treaty’s sources',
    async (path) => {
      expect(await text(path)).toMatch(/<b>Today<\/b> · complete through 30 September 2026/);
    },
  );

  it('is said beside no day that they know whole', async () => {
    const past = await text('/en/states/KEN?on=2016-11-30');
    expect(past).toContain('<b>30 November 2016</b></span>');
    expect(past).not.toMatch(/complete through/i);
  });
});

describe('the page of all states', () => {
  it('leads past its map: to a state by name, and to the list', async () => {
    const page = await text('/ar/states?on=2016-11-30');
    expect(page.indexOf('<select id="state"')).toBeLessThan(page.indexOf('class="mosaicmap"'));
    expect(page.indexOf('href="#all"')).toBeLessThan(page.indexOf('class="mosaicmap"'));
    const answer = await get('/ar/states?on=2016-11-30&state=KEN');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/ar/states/KEN?on=2016-11-30']);
  });

  it.each(['/en/states', '/en/learn/joining-and-leaving'])('%s: says as a table how membership grew', async (path) => {
    expect(await text(`${path}?on=2016-11-30`)).toMatch(
      /<td>31 December 2002<\/td><td class="num">81<\/td>[\s\S]*<td>30 November 2016<\/td><td class="num">124<\/td>/,
    );
  });

  it('stays light', async () => {
    for (const lang of langs) {
      const html = await text(`/${lang}/states`);
      expect([lang, brotliCompressSync(html).length]).toEqual([
        lang,
        expect.toSatisfy((bytes: number) => bytes <= 14_600),
      ]);
    }
  });
});

describe('the maps with borders', () => {
  it('have every state of their region as a link, in the map and in the list', async () => {
    const page = await text('/fr/states/map/africa?on=2016-11-30');
    expect(page).toMatch(/<h1[^>]*>Afrique/);
    expect(page.match(/href="\/fr\/states\/BDI\?on=2016-11-30"/g)).toHaveLength(2);
    expect(page).toContain('<h2>Partie, en cours de retrait</h2>');
    expect(page).not.toContain('/fr/states/NLD');
    expect((await get('/fr/states/map/atlantis')).status).toBe(404);
  });

  it('lists by region the states that are too small for the world’s, before it', async () => {
    const whole = await text('/es/states/map/world?on=2016-11-30');
    const small = whole.slice(whole.indexOf('<section id="small">'), whole.indexOf('<figure class="wide" id="map">'));
    expect(small).toMatch(/<h3><a href="\/es\/states\/map\/oceania\?on=2016-11-30">Oceanía<\/a><\/h3>/);
    for (const iso3 of ['TUV', 'MUS', 'VAT', 'SGP', 'ATG'])
      expect(small).toContain(`href="/es/states/${iso3}?on=2016-11-30"`);
    expect(small).not.toContain('/es/states/ESP');
    expect(whole.slice(whole.indexOf('id="map"'))).toContain('href="#small"');
  });

  it('fit a first flight with their drawing, and the whole world’s comes after all that is read', async () => {
    for (const lang of langs) {
      for (const region of regions) {
        const sent = await compressAtOnce(Buffer.from(await text(`/${lang}/states/map/${region}`)), 'br');
        expect.soft(sent.length, `${lang} ${region}`).toBeLessThanOrEqual(14_600);
      }
      const whole = await text(`/${lang}/states/map/world`);
      const drawing = whole.indexOf('<svg class="worldmap" viewBox="0 0 1000');
      expect(drawing).toBeGreaterThan(whole.lastIndexOf('<ul class="links many">'));
      expect(whole.indexOf('href="#map"')).toBeLessThan(whole.indexOf('<ul class="links many">'));
    }
  });
});

describe('a map to keep', () => {
  it.each(['states', 'situations'])(
    '%s: has title, legend, day, publisher, licence and the note on borders',
    async (name) => {
      const map = await text(`/en/drawings/${name}.svg?on=2016-11-30`);
      expect(map).toMatch(/class="head">[^<]+30 November 2016</);
      expect(map).toContain('30 November 2016, CC BY 4.0<');
      expect(map).toContain('>Borders and names follow the practice of the United Nations');
      expect(map).toMatch(
        name === 'states' ? />Joined; not yet in force<\/text>/ : />Under preliminary examination<\/text>/,
      );
    },
  );

  it('can be a picture in Arabic too', async () => {
    const picture = await get('/ar/drawings/states.png?on=2016-11-30');
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(50_000);
  });
});
