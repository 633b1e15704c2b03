import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareHeadings } from '../../test/support/bare-headings.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { namedFigureIds } from '../figures/figures.ts';

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

describe('the paragraph about a case', () => {
  it('says under it of which of its sources nothing was read, or not all, and the page of marks says that it may', async () => {
    const katanga = await said('/en/record/cases/katanga');
    expect(katanga).toMatch(/Source.*: .*Unverified: .*docslib.org.*Today/);
    expect(katanga).toMatch(/In part unverified: .*icc-cpi.int.*Today/);
    for (const path of ['/en/record/cases/katanga', '/en/states/LIE']) {
      const marks = (await (await fetch(`${site.url}${path}`)).text()).match(/.{50}[^>]*unverified/gi) ?? [];
      expect(marks.length).toBeGreaterThan(0);
      for (const mark of marks) expect(mark, path).toContain('/en/verification">');
    }
    expect(await said('/en/verification')).toContain('where a paragraph about a case or a situation does');
  });
});

describe('the pages of cases, situations, people and states', () => {
  it('have no heading without content, today and when little was known', async () => {
    const sitemap = await (await fetch(`${site.url}/sitemap.xml`)).text();
    const paths = [...sitemap.matchAll(/\/en(\/(?:record|states)\/[^<"]+)</g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(300);
    const bare: Record<string, string[]> = {};
    for (const [at, path] of paths.entries()) {
      const on = at % 2 === 0 || path.startsWith('/record/cases') ? '?on=2012-01-01' : '';
      for (const one of new Set([path, `${path}${on}`])) {
        const html = await (await fetch(`${site.url}/en${one}`)).text();
        const found = bareHeadings(html);
        if (found.length > 0) bare[one] = found;
      }
    }
    expect(bare).toEqual({});
    expect(bareHeadings('<main><h2>Civil society</h2><section><h2>A</h2><h3>B</h3></section><p>c</p></main>')).toEqual([
      'Civil society',
      'B',
    ]);
  }, 120_000);
});

describe('what is scheduled', () => {
  it('is not told as if it had happened', async () => {
    const page = await said('/en/record?on=2016-11-30');
    expect(page).toContain('Opening of the trial');
    expect(page.slice(page.indexOf('Scheduled'))).not.toContain('Trial opened');
  });
});

describe('a long list', () => {
  const html = async (path: string) => (await fetch(`${site.url}${path}`)).text();
  const counted = (page: string) =>
    [
      ...page.matchAll(/<details class="folded"><summary>.*?\((\d+)\)<\/span><\/span><\/summary>(.*?)<\/details>/gs),
    ].map(([, count, inside = '']) => [Number(count), (inside.match(/<li>/g) ?? []).length]);

  it.each(['/en/record/figures/states-parties', '/en/record/figures/warrants-persons'])(
    'of %s is folded by kind, each with how many there are',
    async (path) => {
      const kinds = counted(await html(path));
      expect(kinds.length).toBeGreaterThan(3);
      for (const [told, there] of kinds) expect(there).toBe(told);
    },
  );

  it('is whole all the same, and a short one stands open', async () => {
    const page = await html('/en/record/figures/warrants-persons?on=2026-06-24');
    expect(page.match(/<ol class="items">/g)?.length).toBeGreaterThan(5);
    expect((await said('/en/record/figures/states-parties?on=2026-06-24')).includes('Vanuatu')).toBe(true);
    expect(await html('/en/record/figures/convictions-core-standing')).not.toContain('class="folded"');
  });
});

describe('the source of each fact behind a figure', () => {
  it.each(namedFigureIds)('%s is an address where it is a link', async (id) => {
    const page = await (await fetch(`${site.url}/en/record/figures/${id}`)).text();
    const links = [...page.matchAll(/<a href="([^"]*)" rel="noreferrer external">/g)].map(([, href = '']) => href);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((href) => !/^https?:\/\/\S+$/.test(href))).toEqual([]);
  });

  it('stands beside a day that is said to be the last that is meant, where its own was not read', async () => {
    expect(await said('/en/record/figures/amendment-aggression-2010-parties')).toContain(
      'Bolivia (Plurinational State of)By January 2022Source: ',
    );
  });
});

describe('how far cases have come', () => {
  it('says that people are counted in each of their cases', async () => {
    expect(await said('/en/learn/how-a-case-moves')).toContain('each counted once in each of their cases');
  });
});

describe('a case', () => {
  it('says of each person where they stand, whether they are free, and of what they are charged with what outcome', async () => {
    const page = await said('/en/record/cases/kenyatta');
    expect(page).toContain('Charges withdrawnFree and no longer bound, as the case has ended');
    expect(page).toContain('Crimes against humanity: withdrawn on 5 December 2014');
    expect(page).toContain('State concernedKenya');
  });

  it('says once that somebody was convicted', async () => {
    expect(await said('/en/record/cases/lubanga')).not.toContain('convictedConvicted');
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
      'Confirmed for trial on 7 March 2011, 3 countsSource: ',
    );
    expect(await said('/en/record/cases/katanga/katanga')).toContain(
      'Convicted on 7 March 2014, as an accessory (article 25)Source: icc-cpi.int Unverified: we have not read the source',
    );
    expect(await said('/en/record/cases/al-bashir/al-bashir?on=2009-06-01')).not.toContain('Genocide');
  });
});

describe('a person', () => {
  it('has a page with all of their cases, which a name that is counted once leads to', async () => {
    const page = await said('/en/record/people/bemba');
    expect(page).toContain('Bemba: Acquitted on appealBemba et al.: Convicted');
    expect(page).toContain('Acquitted on appeal');
    expect(page).toContain('Found not guilty');
    expect(page).toContain('Bemba et al.');
    expect(page).toContain('Found guilty at trial');
    const figure = await (await fetch(`${site.url}/en/record/figures/warrants-persons`)).text();
    expect(figure).toContain('href="/en/record/people/bemba"');
    expect(figure).toContain('href="/en/record/cases/lubanga/lubanga"');
    expect(await (await fetch(`${site.url}/sitemap.xml`)).text()).toContain('/ar/record/people/bemba');
  });

  it('of whom nothing was public by a day is not named for it', async () => {
    const html = await (await fetch(`${site.url}/en/record/people/sneidel?on=2024-01-01`)).text();
    expect(html.slice(html.indexOf('<main'), html.indexOf('</main>'))).not.toContain('Sneidel');
    expect((await fetch(`${site.url}/en/record/people/nobody`)).status).toBe(404);
  });

  it.each([
    ['lubanga/lubanga', 'Found guilty at trial.'],
    ['bemba/bemba', 'Found not guilty: innocent before the law.'],
    ['kenyatta/kenyatta', 'no guilt was established before the Court'],
    ['duterte/duterte', 'Presumed innocent until proved guilty'],
    ['simone-gbagbo/gbagbo-simone', 'No longer sought by the Court in this case'],
  ])('in %s is told in the words of the stage', async (path, words) => {
    const page = await said(`/en/record/cases/${path}`);
    expect(page).toContain(words);
    if (!words.startsWith('Presumed')) expect(page).not.toContain('resumed innocent');
    expect(page).not.toContain('on record');
  });
});

describe('facts of the record', () => {
  const paths = [
    '/record/cases/bemba',
    '/record/cases/banda/banda',
    '/record/cases/ruto-sang/ruto',
    '/record/people/bemba',
    '/record/situations/lithuania-belarus',
    '/record/figures/deposits',
    '/states',
    '/states/HUN',
    '/states/MLI',
    '/data',
  ];

  it.each(langs)('stand in rows and sentences, and in no chain, in %s', async (lang) => {
    for (const path of paths) {
      const answer = await fetch(`${site.url}/${lang}${path}`);
      expect(answer.status, path).toBe(200);
      const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(await answer.text()) ?? [];
      // How far a page is known stands behind its day.
      expect(main.replace(/<div class="day">[\s\S]*?<\/summary>/, ''), path).not.toContain('·');
    }
  });
});

describe('a citation', () => {
  const cited = async (from: string) =>
    /<details class="cite">[\s\S]*?<\/details>/.exec(await (await fetch(`${from}/en/record/cases/bemba`)).text())?.[0];

  it('prints the public address of the site, and none where nobody else can reach it', async () => {
    expect(await cited(site.url)).not.toContain('localhost');
    expect(await (await fetch(`${site.url}/en/drawings/track--mali.svg`)).text()).not.toContain('localhost');
    const open = await startSite({ PUBLIC_URL: 'https://bonds.example' });
    const port = open.running.app.settings.PORT;
    expect(await cited(`http://localhost:${port}`)).toContain('https://bonds.example/en/record/cases/bemba?on=');
    await open.stop();
  });
});

describe('a feed', () => {
  it.each(['events/all', 'situations/libya', 'cases/el-hishri', 'people/bemba', 'states/KEN'])(
    '%s says through which day the record is known',
    async (name) => {
      for (const kind of ['atom', 'rss', 'json'])
        expect(await (await fetch(`${site.url}/feeds/en/${name}.${kind}`)).text(), kind).toMatch(
          /Complete through \d+ \w+ 2026\./,
        );
    },
  );
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
  it('opens with what stands now, counted', async () => {
    const now = async (path: string) =>
      /<p class="lead read">(.*?)<\/p>/.exec(await (await fetch(`${site.url}${path}`)).text())?.[1];
    expect(await now('/en/record/situations/libya?on=2026-06-24')).toBe(
      'Under investigation since 3 March 2011. In its 7 public cases: 1 person at the stage before ' +
        'trial, 8 people who have not yet come before the judges, 4 people whose cases ended without a ' +
        'verdict, and 1 person reported dead, whose case is not ended.',
    );
    expect(await now('/fr/record/situations/guinea?on=2023-01-01')).toContain('aucune enquête n’a suivi');
    expect(await now('/en/record/situations/libya?on=2026-06-25')).toContain('. As last known on 24 June 2026.');
    expect(await now('/en/record/situations/libya')).toContain(
      'As last known on 24 June 2026. The case El Hishri is known through 16 July 2026.',
    );
    // Of Colombia's examination only the month is known.
    expect(await now('/fr/record/situations/colombia?on=2016-11-30')).toBe(
      'Examen préliminaire en cours depuis juin 2004.',
    );
    expect(await now('/es/record/situations/colombia?on=2016-11-30')).toBe('En examen preliminar desde junio de 2004.');
  });

  it('tells the way of its cases: warrants, arrests, judgments', async () => {
    const page = await said('/en/record/situations/libya');
    for (const event of ['Warrant of arrest issued', 'Arrested', 'Case held inadmissible', 'Investigation opened'])
      expect(page, event).toContain(event);
    const html = await (await fetch(`${site.url}/en/record/situations/libya`)).text();
    expect(html.match(/<li id="[^"]+"><time/g)?.length).toBeGreaterThan(20);
  });

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
