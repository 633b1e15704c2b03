import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';
import { startingWorld } from '../../test/support/world.ts';
import { words as wordsOf } from '../locales/words.ts';
import type { World } from '../record/record.ts';
import { notCounted } from '../states/treaty-figures.ts';
import { plusDays } from '../text/partial-day.ts';
import { figureTitle } from './figure-words.ts';
import { type FigureId, figureIds, figureOn, isTreatyFigure, namedFigureIds } from './figures.ts';

let world: World;
let site: Site;
beforeAll(async () => {
  [world, site] = await Promise.all([startingWorld(), startSite({ PAGE_CACHE_MB: '0' })]);
});
afterAll(() => site.stop());

const monthLater = () => plusDays(world.docket.knownThrough, 30);
const said = async (path: string) =>
  (await (await fetch(`${site.url}${path}`)).text())
    .replace(/<(style|script).*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');

describe('where knowledge ends', () => {
  it('no figure is told as known for a later day', () => {
    for (const id of figureIds) {
      const figure = figureOn(world, id, monthLater());
      if (monthLater() > figure.knownThrough) expect(figure.certainty, id).not.toBe('known');
      expect(figure.atLeast, id).toBe(figure.certainty === 'at-least');
    }
  });

  it.each<[FigureId, string]>([
    ['warrants-persons', 'at-least'],
    ['convictions-core-entered', 'at-least'],
    ['states-parties', 'known'],
    ['warrants-not-executed', 'last-known'],
    ['trials-to-verdict', 'last-known'],
    ['apic-parties', 'at-least'],
  ])('%s is %s on the day after the Court’s record ends', (id, certainty) => {
    expect(figureOn(world, id, plusDays(world.docket.knownThrough, 1)).certainty).toBe(certainty);
  });

  it('of the parties there can’t be fewer within a year of what is known, and may be after it', () => {
    const { knownThrough } = figureOn(world, 'states-parties', monthLater());
    expect(figureOn(world, 'states-parties', plusDays(knownThrough, 300)).certainty).toBe('at-least');
    expect(figureOn(world, 'states-parties', plusDays(knownThrough, 400)).certainty).toBe('last-known');
  });

  it.each<[FigureId, number, string[]]>([
    ['amendment-article-8-2010-parties', 45, ['UKR']],
    ['amendment-aggression-2010-parties', 42, ['MNG', 'PER', 'UKR']],
    ['amendment-starvation-2019-parties', 12, ['LIE', 'ROU']],
    ['amendment-biological-weapons-2017-parties', 21, []],
    ['apic-parties', 77, []],
  ])('counts in %s only who was read to have joined: at least %i', async (id, value, others) => {
    expect(figureOn(world, id, monthLater())).toMatchObject({ value, certainty: 'at-least' });
    for (const { evidence } of figureOn(world, id, monthLater()).items)
      expect(evidence.filter(({ standing }) => standing === 'unchecked')).toEqual([]);
    if (!isTreatyFigure(id)) throw new Error(`${id} is of no treaty`);
    expect(
      notCounted(world.treaty, id, monthLater())
        .map(({ iso3 }) => iso3)
        .sort(),
    ).toEqual(others);
    const page = await said(`/en/record/figures/${id}?on=${monthLater()}`);
    expect(page.includes('To be checked, and not counted: ')).toBe(others.length > 0);
  });

  it('is said with the number, on its page and in the API', async () => {
    const { value } = figureOn(world, 'warrants-persons', monthLater());
    expect(await said(`/en/record/figures/warrants-persons?on=${monthLater()}`)).toContain(
      `at least ${value}, based on what is known through 24 June 2026`,
    );
    expect(await said(`/fr/record/figures/warrants-not-executed?on=${monthLater()}`)).toContain(
      'dernier chiffre connu au',
    );
    const answer = await (await fetch(`${site.url}/api/v1/figures/warrants-persons?on=${monthLater()}`)).json();
    const known = { atLeast: true, certainty: 'at-least', knownThrough: world.docket.knownThrough };
    expect(answer).toMatchObject(known);
    const movement = `${site.url}/api/v1/figures/warrants-persons/movement`;
    expect(await (await fetch(`${movement}?on=${monthLater()}`)).json()).toMatchObject({ on: monthLater(), ...known });
    expect((await fetch(movement.replace('persons', 'nobody'))).status).toBe(404);
  });

  it('is said in a figure’s drawing and in each row of its data', async () => {
    const day = world.docket.knownThrough;
    const file = async (kind: string, on: string) =>
      (await fetch(`${site.url}/en/drawings/figure-warrants-persons.${kind}?on=${on}`)).text();
    const rows = (await file('csv', monthLater())).trim().split('\n');
    expect(rows.slice(0, 2)).toEqual(['Day,Number,Known through,Certainty', `2005-10-13,5,${day},known`]);
    expect(rows.at(-1)).toBe(`${monthLater()},${figureOn(world, 'warrants-persons', day).value},${day},at-least`);
    const upTo = (await file('csv', '2005-10-13')).trim().split('\n');
    expect(upTo).toEqual(rows.slice(0, 2));
    expect(await file('svg', monthLater())).toContain('based on what is known through 24 June 2026</');
    expect(await file('svg', day)).not.toContain('based on what is known through 24 June 2026</');
  });

  it.each([
    ['states', '2026-09-30', '30 September 2026'],
    ['situations', '2026-06-24', '24 June 2026'],
    ['case-flow', '2026-06-24', '24 June 2026'],
    ['track--libya', '2026-06-24', '24 June 2026'],
    ['track--el-hishri--el-hishri', '2026-07-16', '16 July 2026'],
  ])('is said in the drawing %s and in each row of its data', async (name, day, words) => {
    const file = async (kind: string, on: string) =>
      (await fetch(`${site.url}/en/drawings/${name}.${kind}?on=${on}`)).text();
    const [header = '', ...rows] = (await file('csv', '2026-11-24')).trim().split('\n');
    expect(header.endsWith(',Known through')).toBe(true);
    expect(rows.filter((row) => !row.endsWith(`,${day}`))).toEqual([]);
    expect(await file('svg', '2026-11-24')).toContain(`Complete through ${words}.</`);
    expect(await file('svg', day)).not.toContain('Complete through');
  });

  it('is said with every number of the page of all figures, each with its own day, and of the explainers', async () => {
    const page = await said(`/en/record/figures?on=${monthLater()}`);
    for (const id of namedFigureIds) {
      const { value, certainty, knownThrough } = figureOn(world, id, monthLater());
      if (certainty === 'known') continue;
      const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(knownThrough),
      );
      const how = certainty === 'at-least' ? 'At least, as known through' : 'As last known on';
      expect(page, id).toContain(`${figureTitle(wordsOf('en'), id)}${value}${how} ${day}`);
    }
    expect(await said(`/en/learn/complementarity?on=${monthLater()}`)).toContain(
      'Based on what is known through 24 June 2026',
    );
    expect(await said(`/en/learn/complementarity?on=2026-06-24`)).not.toContain('Based on what is known through');
  });

  it('is said of two days with the article of each', async () => {
    expect(await said(`/fr?on=${monthLater()}`)).toContain('jusqu’au 24 juin 2026 et au 30 septembre 2026.');
    expect(await said(`/es?on=${monthLater()}`)).toContain(
      'hasta el 24 de junio de 2026 y el 30 de septiembre de 2026.',
    );
  });

  it('is said on the first pages, where a number alone would speak of today', async () => {
    for (const path of ['/en', '/en/campaigns/united-by-common-bonds', '/en/record'])
      expect(await said(path), path).toContain('Based on what is known through 24 June 2026');
  });

  it('of a person, at the head of their own page', async () => {
    const head = async (path: string) => /<p class="lead read">(.*?)<\/p>/.exec(await fetched(path))?.[1] ?? '';
    const fetched = async (path: string) => (await fetch(`${site.url}${path}`)).text();
    const words = async (path: string) => (await head(path)).replace(/<[^>]+>/g, '');
    expect(await words('/en/record/people/lubanga?on=2026-06-25')).toBe(
      'The judges found Thomas Lubanga Dyilo guilty on 14 March 2012. As last known on 24 June 2026.',
    );
    expect(await words('/en/record/people/lubanga?on=2026-06-24')).toBe(
      'The judges found Thomas Lubanga Dyilo guilty on 14 March 2012.',
    );
    expect(await words('/en/record/people/bemba?on=2026-06-24')).toMatch(/^Bemba: Acquitted on appeal.+: Convicted$/);
  });

  it.each(['COD', 'MLI', 'RUS', 'LBY'])('of the nationals of %s, each or all with the day', async (iso3) => {
    const listed = async (on: string) => {
      const page = await (await fetch(`${site.url}/en/states/${iso3}?on=${on}`)).text();
      const [, inside = '', ofAll = ''] =
        /<h2>Its nationals before the Court<\/h2><dl class="facts">(.*?)<\/dl>(<p class="q s">As last.*?<\/p>)?/.exec(
          page,
        ) ?? [];
      return inside
        .split('<dt>')
        .slice(1)
        .map((one) => one + ofAll);
    };
    expect((await listed('2026-11-24')).length).toBeGreaterThan(1);
    for (const one of await listed('2026-11-24')) expect(one).toMatch(/as last known on (24 June|16 July) 2026/i);
    for (const one of await listed('2026-06-24')) expect(one).not.toMatch(/as last known/i);
  });

  it('of a person, with the day of the last that is known of their own case', async () => {
    expect(await said(`/en/record/cases/duterte/duterte?on=${monthLater()}`)).toContain(
      'As last known on 24 June 2026.',
    );
    const elHishri = `/en/record/cases/el-hishri/el-hishri`;
    expect(await said(`${elHishri}?on=2026-07-16`)).not.toMatch(/as last known/i);
    expect(await said(`${elHishri}?on=2026-08-01`)).toContain('As last known on 16 July 2026.');
  });

  it('ends the line of a chart in dashes', async () => {
    const dashed = 'class="line" stroke-dasharray';
    const drawing = (on: string) => fetch(`${site.url}/en/drawings/figure-warrants-persons.svg?on=${on}`);
    expect(await (await drawing(monthLater())).text()).toContain(dashed);
    expect(await (await drawing('2026-06-01')).text()).not.toContain(dashed);
  });
});
