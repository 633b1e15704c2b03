import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OfficeBrowser } from '../../test/support/office-browser.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { type SignedIn, signedInAs } from '../../test/support/staff.ts';
import { type Role, roles } from '../accounts/roles.ts';
import { SYSTEM } from '../actors/actors.ts';
import { embargo } from '../publications/publications.ts';

let site: Site;
const people = new Map<string, SignedIn>();
beforeAll(async () => {
  site = await startSite({}, { work: false });
  const { app } = site.running;
  for (const role of roles.filter((one) => one !== 'translator'))
    people.set(role, await signedInAs(app, `One ${role}`, role));
  for (const lang of ['fr', 'es'] as const)
    people.set(`translator ${lang}`, await signedInAs(app, `Into ${lang}`, 'translator', [lang]));
  await makeComing();
});
afterAll(() => site.stop());

/** One campaign opens and another closes soon, one thing and one row become public soon, and a translation into French falls behind. */
async function makeComing(): Promise<void> {
  const { database } = site.running.app;
  await sql`UPDATE campaigns SET closes_at = now() + interval '10 days 1 hour'`.execute(database);
  await sql`INSERT INTO campaigns (slug, controller_id, opens_at, hashtags)
    SELECT 'next-one', controller_id, now() + interval '3 days 1 hour', hashtags FROM campaigns LIMIT 1`.execute(
    database,
  );
  const ask = await database.selectFrom('asks').select('id').executeTakeFirstOrThrow();
  const item = { id: ask.id, kind: 'ask', name: 'one', tags: [] };
  await embargo(database, item, new Date(Date.now() + 6.1 * 86_400_000), SYSTEM, 'it is agreed');
  await sql`INSERT INTO revisions (id, dataset, made_by, why, at) VALUES (90, 'record', ${SYSTEM}, 'import', now())`.execute(
    database,
  );
  await sql`INSERT INTO facts (dataset, file, key, since, position, fields)
    SELECT 'record', 'events', 'coming-' || days, 90, 9000 + days,
      jsonb_build_object('public_on', to_char(now() + make_interval(days => days), 'YYYY-MM-DD'))
    FROM unnest(ARRAY[-3, 5, 40]) AS days`.execute(database);
  // Of two versions of an original only the second says something else.
  await sql`INSERT INTO text_versions (item_id, lang, number, words, made_by, made_at)
    SELECT v.item_id, v.lang, n, CASE n WHEN 2 THEN v.words ELSE v.words || '{"title":"Otherwise"}' END, ${SYSTEM},
      now() - interval '2 days 1 hour'
    FROM text_versions v, generate_series(2, 3) n
    WHERE v.source_lang IS NULL AND v.number = 1 AND v.item_id = ${ask.id}`.execute(database);
}

async function linesOf(who: string): Promise<string[]> {
  const browser = new OfficeBrowser(() => site.url);
  browser.cookies.set('office', people.get(who)?.token ?? '');
  const { page } = await browser.get('/office/en');
  return [...(/<ul class="waits">(.*?)<\/ul>/.exec(page)?.[1] ?? '').matchAll(/<li[^>]*>(.*?)<\/li>/g)]
    .map(([, line = '']) =>
      line
        .replaceAll(/<\/(?:p|b)>/g, ' ')
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => !/disk|backup/i.test(line));
}

const command = (words: string) => `At the command line: npm run ${words}`;
const opens = '1 Campaigns that open soon The next: in 3 days';
const closes = '1 Campaigns that close soon The next: in 10 days';
const embargoes = `1 Embargoes that end soon The next: in 6 days ${command('publication -- list')}`;
const rows = /^1 Rows of the record that become public soon The next: in [45] days$/;
const behind = (count: number) =>
  `${count} Translations that fell behind what they were made from The first: 2 days ago ${command('import -- campaign DIR --update')}`;

it.each<[Role, string[]]>([
  ['editor', [embargoes, behind(3)]],
  ['campaigner', [opens, closes, behind(3)]],
  ['moderator', []],
  ['reader', []],
])('%s is shown what comes soon as far as they deal with it', async (role, lines) => {
  expect((await linesOf(role)).toSorted()).toEqual(lines.toSorted());
});

it('a record keeper is told of rows that become public within two weeks, and of none that are or come later', async () => {
  const lines = await linesOf('record-keeper');
  expect(lines.filter((line) => rows.test(line))).toHaveLength(1);
});

it('an administrator is shown all of it', async () => {
  const lines = await linesOf('administrator');
  expect(lines).toEqual(expect.arrayContaining([opens, closes, embargoes, behind(3)]));
  expect(lines.some((line) => rows.test(line))).toBe(true);
});

it('a translator is shown the languages into which they translate', async () => {
  expect(await linesOf('translator fr')).toEqual([behind(1)]);
  expect(await linesOf('translator es')).toEqual([behind(1)]);
});
