import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeBrowser } from '../../test/support/office-browser.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { signedInAs } from '../../test/support/staff.ts';
import { startedOn } from '../../test/support/whole-reads.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import { inOrderOfNames } from '../states/state-names.ts';
import { allStates } from '../states/states.ts';
import { selectAddresseeSlice } from './addressee-list-queries.ts';
import { readCsv } from './csv.ts';
import { importRepresentatives } from './import-representatives.ts';

const LIST = '/office/en/addressees';
let site: Site;
const lina = new OfficeBrowser(() => site.url);
const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
const namesOn = ({ page }: OfficeBrowser) =>
  [...page.matchAll(/<a id="row-[^"]+" href="[^"]+"><bdi>(.*?)<\/bdi><\/a>/g)].map(([, name = '']) => name);
const linkCalled = (words: string) =>
  new RegExp(`<a href="([^"]+)"[^>]*>${words}`).exec(lina.page)?.[1]?.replaceAll('&amp;', '&');

beforeAll(async () => {
  site = await startSite({}, { work: false });
  const { database } = site.running.app;
  const by = await operatorAt(database, 'Who sets up the test');
  const rows = [
    'K1,Ámina Kiprop,Senator,amina@assembly.example,2024,',
    'K2,100%_Percent Otieno,,,2024,',
    'K3,Left Wanjiru,,left@assembly.example,2020,2024-05',
    'K4,To-come Njeri,,next@assembly.example,2199-01-01,',
    'K5,Paused Mwangi,,paused@assembly.example,2024,',
  ];
  const reading = readCsv(['id,name,role,email,started_on,ended_on', ...rows].join('\n'), '2026-03-02');
  await importRepresentatives(database, reading, {
    ...{ state: 'KEN', kind: 'csv', day: '2026-03-02', source: 'Assembly roll', skipBad: false, dryRun: false, by },
  });
  await query(`UPDATE mailboxes SET paused_at = now(), paused_because = 'complaint', refusals = 2,
    last_handed_over_at = '2026-03-01T10:00Z' WHERE address = 'paused@assembly.example'`);
  lina.cookies.set('office', (await signedInAs(site.running.app, 'Lina H.', 'moderator')).token);
});
afterAll(() => site.stop());

describe('the list of those who can be written to', () => {
  it.each([
    ['q=amina+kip&state=ken', ['Ámina Kiprop']],
    ['q=K1', ['Ámina Kiprop']],
    ['q=AMINA@assembly.example', ['Ámina Kiprop']],
    ['q=100%25_', ['100%_Percent Otieno']],
    ['state=Kenia&office=person&mail=without&time=in-office', ['100%_Percent Otieno']],
    ['state=KEN&mail=paused', ['Paused Mwangi']],
    ['state=KEN&time=ended', ['Left Wanjiru']],
    ['state=KEN&time=to-come', ['To-come Njeri']],
    ['state=KEN&q=justice', ['Minister of Justice']],
    ['state=Atlantis', []],
  ])('finds by %s', async (asking, names) => {
    await lina.get(`${LIST}?${asking}`);
    expect([lina.status, namesOn(lina)]).toEqual([200, names]);
  });

  it.each(['name', '-name', 'state', '-changed'])('goes through everybody once in the order %s', async (sort) => {
    const [{ n }] = await query('SELECT count(*)::int AS n FROM representatives');
    await lina.get(`${LIST}?sort=${sort}`);
    const ids: string[] = [];
    for (let next: string | undefined = lina.at; next; next = linkCalled('Next page')) {
      await lina.get(next);
      ids.push(...[...lina.page.matchAll(/<a id="row-([^"]+)"/g)].map(([, id = '']) => id));
    }
    expect([ids.length, new Set(ids).size]).toEqual([n, n]);
  });

  it('is a file by the same filters', async () => {
    await lina.get(`${LIST}?as=csv&state=KEN&office=person`);
    const rows = parse<Record<string, string>>(lina.page, { columns: true, bom: true });
    expect(rows.map(({ name, paused }) => [name, paused])).toContainEqual(['Paused Mwangi', 'yes']);
    expect(rows).toHaveLength(5);
  });

  it('finds the rows of a page by an index in every order', async () => {
    const { database } = site.running.app;
    for (const last of [5_000, 10_000, 15_000, 20_000])
      await sql`INSERT INTO representatives (state, name, source_key, external_id)
        SELECT 'FRA', 'Somebody ' || n, 'many', n::text FROM generate_series(${last}::int - 4999, ${last}::int) n`.execute(
        database,
      );
    await sql`ANALYZE representatives`.execute(database);
    const codes = inOrderOfNames('en', await allStates(database)).map(({ state }) => state.iso3);
    const one = await startedOn(site.fresh);
    const anybody = {
      q: undefined,
      offices: [],
      states: undefined,
      office: undefined,
      mail: undefined,
      time: undefined,
    };
    for (const sort of ['name', 'state', 'changed'] as const)
      for (const descending of [true, false])
        await selectAddresseeSlice(
          one.database,
          { ...anybody, on: '2026-03-02' },
          sort,
          { descending, limit: 51 },
          codes,
        );
    expect(await one.wholeReads('representatives')).toBe(0);
    await one.end();
  }, 60_000);
});

describe('the page of one', () => {
  const open = async (name: string) => {
    const [row] = await query(`SELECT id FROM representatives WHERE name = '${name}'`);
    return lina.get(`${LIST}/${row.id}`);
  };

  it('says who, for how long, where from, and how well each address works', async () => {
    await open('Paused Mwangi');
    for (const words of ['Kenya', 'csv: Assembly roll', 'K5', '2 letters were refused since', 'Paused since'])
      expect(lina.page).toContain(words);
    expect(lina.page).toContain('Somebody there reported a letter as unwanted');
    expect(lina.page).toContain('href="/office/en/pauses/paused%40assembly.example"');
    await open('Left Wanjiru');
    expect(lina.page).toContain('2020 – May 2024');
    expect(lina.page).toContain('No e-mail address is known');
  });

  it('is none for an id that is nobody’s', async () => {
    await lina.get(`${LIST}/00000000-0000-7000-8000-000000000000`);
    expect(lina.status).toBe(404);
  });
});
