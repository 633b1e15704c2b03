import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdLetter } from '../../../test/support/hold-letter.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { type SignedIn, signedInAs } from '../../../test/support/staff.ts';
import { undoTimeIsOver } from '../../../test/support/undo-time.ts';
import { startedOn } from '../../../test/support/whole-reads.ts';
import { mayEver, type Role, roles } from '../../accounts/roles.ts';
import { decideLetter } from '../review.ts';
import { selectDecidedSlice } from './decided-queries.ts';
import { undoDecision } from './undo-decision.ts';

const LIST = '/office/en/held-letters/decided';
const UNDO = `${LIST}/several/undo`;
let site: Site;
const people = new Map<Role, SignedIn>();
beforeAll(async () => {
  site = await startSite({}, { work: false });
  for (const role of roles)
    people.set(role, await signedInAs(site.running.app, `One ${role}`, role, role === 'translator' ? ['fr'] : []));
});
afterAll(() => site.stop());
beforeEach(async () => {
  await site.fresh.pool.query(`BEGIN; SELECT set_config('audit.filling', 'yes', true); DELETE FROM reviews; COMMIT`);
});

const query = async (text: string, values: unknown[] = []) => (await site.fresh.pool.query(text, values)).rows;
const by = (role: Role) => people.get(role)?.actor ?? ('' as never);
const stateOf = async (id: string) => (await query('SELECT state FROM letters WHERE id = $1', [id]))[0]?.state;
const textOf = ({ page }: OfficeBrowser) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

async function opens(role: Role, path = LIST): Promise<OfficeBrowser> {
  const browser = new OfficeBrowser(() => site.url);
  browser.cookies.set('office', people.get(role)?.token ?? '');
  return browser.get(path);
}

async function decided(how: Parameters<typeof holdLetter>[1] = {}, refuse?: string): Promise<string> {
  const id = await holdLetter(site.running.app, how);
  const decision = refuse === undefined ? { by: by('moderator') } : { by: by('moderator'), refuse };
  expect(await decideLetter(site.running.app, id, decision)).toBe(true);
  return id;
}

const chosenOn = ({ page }: OfficeBrowser) =>
  [...page.matchAll(/<input type="checkbox" name="item" value="([^"]+)"/g)].map(([, id = '']) => id);

async function undoes(browser: OfficeBrowser, ids: readonly string[]): Promise<OfficeBrowser> {
  const items = ids.map((id) => ['item', id] as const);
  await browser.get(`${UNDO}?${new URLSearchParams([...items.map((one) => [...one])])}&to=%2Fheld-letters%2Fdecided`);
  return browser.postAll(UNDO, [...items, ['to', '/held-letters/decided']]);
}

describe('what was decided lately', () => {
  it('says who decided what, the last first, without anything of words or writers', async () => {
    expect(textOf(await opens('moderator'))).toContain('Nothing has been decided yet.');
    const released = await decided({ subject: 'Secret subject', name: 'Secret Name' });
    const refused = await decided({ country: 'FRA' }, 'A secret reason');
    const list = await opens('moderator');
    const at = [refused, released].map((id) => list.page.indexOf(`/held-letters/${id}"`));
    expect([at[0] !== -1, (at[0] ?? 0) < (at[1] ?? 0)]).toEqual([true, true]);
    expect(textOf(list)).toMatch(/Refused .*France .*One moderator .*Can be taken back/);
    for (const secret of ['Secret', 'secret', '@mail.example']) expect(list.page).not.toContain(secret);
    const file = await opens('moderator', `${LIST}?as=csv&decision=refused`);
    expect(parse(file.page, { columns: true, bom: true })).toMatchObject([
      { letter: refused, state: 'FRA', decision: 'refused', by: 'One moderator' },
    ]);
  });

  it('is taken back, several at once, as long as nothing has left, with an entry each', async () => {
    const ids = [await decided(), await decided({}, 'No.')];
    const list = await opens('moderator');
    await undoes(list, chosenOn(list));
    expect(textOf(list)).toContain('2 decisions were taken back.');
    expect(await Promise.all(ids.map(stateOf))).toEqual(['held', 'held']);
    const entries = await query(`SELECT FROM audit_entries WHERE operation = 'letters.undo' AND item = ANY ($1)`, [
      ids,
    ]);
    expect(entries).toHaveLength(2);
    expect(await query(`SELECT FROM graphile_worker._private_jobs WHERE key = $1`, [`mail-refusal ${ids[1]}`])).toEqual(
      [],
    );
  });

  it('can’t be chosen once it has left', async () => {
    const id = await decided({}, 'No.');
    const before = await opens('moderator');
    const [review = ''] = chosenOn(before);
    await undoTimeIsOver(site.fresh.pool);
    await query(`UPDATE graphile_worker._private_jobs SET attempts = 1 WHERE key = $1`, [`mail-refusal ${id}`]);
    const after = await opens('moderator');
    expect([chosenOn(after), textOf(after).includes('Can be taken back')]).toEqual([[], false]);
    await before.postAll(UNDO, [
      ['item', review],
      ['to', '/held-letters/decided'],
    ]);
    expect([await stateOf(id), textOf(before).includes('One was left as it is')]).toEqual(['refused', true]);
  });

  it('that somebody decided anew meanwhile is not undone for them', async () => {
    const id = await decided();
    const list = await opens('moderator');
    const chosen = chosenOn(list);
    await undoDecision(site.running.app, id, by('administrator'));
    await decideLetter(site.running.app, id, { by: by('administrator'), refuse: 'It threatens.' });
    await list.get(LIST);
    await list.postAll(UNDO, [
      ['item', chosen[0] ?? ''],
      ['to', '/held-letters/decided'],
    ]);
    expect([await stateOf(id), textOf(list).includes('One was left as it is')]).toEqual(['refused', true]);
  });

  it('is taken back once where two do it at the same time', async () => {
    await decided();
    const [one, other] = [await opens('moderator'), await opens('administrator')];
    const chosen = chosenOn(one);
    await Promise.all([undoes(one, chosen), undoes(other, chosen)]);
    expect(await query(`SELECT FROM reviews`)).toEqual([]);
  });

  it('finds its rows by an index, with bad input refused', async () => {
    await decided();
    expect((await opens('moderator', `${LIST}?decision=x`)).status).toBe(422);
    const one = await startedOn(site.fresh);
    await sql`SET enable_seqscan = off`.execute(one.database);
    await selectDecidedSlice(one.database, 'released', { descending: true, limit: 51 });
    expect([await one.wholeReads('reviews'), await one.wholeReads('letters')]).toEqual([0, 0]);
    await one.end();
  });

  it.each(roles)('is open to %s as the table of roles says', async (role) => {
    const may = mayEver(role, 'letters.decide');
    expect((await opens(role)).status).toBe(may ? 200 : 403);
    expect((await opens(role, UNDO)).status).toBe(may ? 422 : 403);
  });
});
