import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, startingDatabase } from '../../test/support/database.ts';
import { addAccount, changeRole, findAccount, readAddress, removeAccount } from '../accounts/accounts.ts';
import { SYSTEM } from '../actors/actors.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import { deriveKeys } from '../config/keys.ts';
import { handedBy } from '../handed.ts';
import { rooms } from '../rooms.ts';
import { changePublication, deedOf, tellPublication } from './command.ts';
import { listPublications } from './list-publications.ts';

const SLUG = 'united-by-common-bonds';
const { publications: kinds } = handedBy(rooms);
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await startingDatabase();
});
afterAll(() => fresh.drop());

type Options = { readonly from?: string; readonly because?: string; readonly reason?: string };
const types = (words: string, options: Options = {}) =>
  changePublication(fresh.database, kinds, { ...options, words: words.split(' ') }, SYSTEM);
const told = async (name = `campaign ${SLUG}`) =>
  (await listPublications(fresh.database, kinds))
    .map((one) => tellPublication(one, 'UTC'))
    .find((line) => line.startsWith(name));

describe('what an operator types', () => {
  it('is done, and said of what it was done to', async () => {
    expect(await told()).toBe(`campaign ${SLUG}  ar published, en published, es published, fr published`);
    await types(`publish campaign ${SLUG} ar`, { from: '2199-01-02T09:00+01:00' });
    await types(`draft campaign ${SLUG} es`);
    await types(`in-review campaign ${SLUG} fr`);
    await types(`embargo campaign ${SLUG}`, { from: '2199-01-01T00:00Z', because: 'until the report' });
    await types(`hide campaign ${SLUG}`, { because: 'danger' });
    await types(`withdraw campaign ${SLUG}`, { because: 'wrong' });
    expect(await told()).toBe(
      `campaign ${SLUG}  ar scheduled for 2199-01-02 08:00 UTC, en published, es draft, fr ` +
        'in-review, embargo until 2199-01-01 00:00 UTC, withdrawn, hidden',
    );
    for (const verb of ['unhide', 'reinstate', 'end-embargo', 'publish']) await types(`${verb} campaign ${SLUG}`);
    expect(await told()).toBe(`campaign ${SLUG}  ar published, en published, es published, fr published`);
    await types(`hide ask ${SLUG}/ratify`, { because: 'worded wrongly' });
    expect(await told(`ask ${SLUG}/ratify`)).toMatch(/, hidden$/);
  });

  it('is told as the gate judges it: an embargo that is over and a moment that has come stand in nobody’s way', async () => {
    await types(`publish campaign ${SLUG}`, { from: '2199-01-01T00:00Z' });
    await types(`embargo campaign ${SLUG}`, { from: '2199-01-01T00:00Z', because: 'until the report' });
    expect(await told()).toContain('en scheduled for 2199-01-01 00:00 UTC');
    await fresh.pool.query(`BEGIN; SELECT set_config('audit.filling', 'yes', true);
      UPDATE publications SET embargoed_until = '2020-01-01T00:00Z' WHERE embargoed_until IS NOT NULL;
      UPDATE publication_languages SET decided_at = '2019-12-01T00:00Z', public_from = '2020-01-01T00:00Z'
        WHERE state = 'scheduled'; COMMIT`);
    expect(await told()).toBe(`campaign ${SLUG}  ar published, en published, es published, fr published`);
    for (const verb of ['end-embargo', 'publish']) await types(`${verb} campaign ${SLUG}`);
  });

  it.each<[string, Options, string]>([
    ['', {}, 'say what to do:\nnpm run publication -- list'],
    ['constructor campaign x', {}, 'say what to do:'],
    [`hide campaign`, { because: 'why' }, 'say what to do:'],
    [`hide campaign ${SLUG}`, {}, '--because: why'],
    [`withdraw campaign ${SLUG}`, { because: '  ' }, '--because: why'],
    [`embargo campaign ${SLUG}`, { because: 'why' }, '--from: when the embargo ends'],
    [`publish campaign ${SLUG}`, { from: '2026-12-01' }, '--from: a moment with its offset'],
    [`publish campaign ${SLUG}`, { from: '2026-13-01T09:00Z' }, '--from: a moment with its offset'],
    [`publish campaign ${SLUG}`, { from: '2026-02-30T09:00Z' }, '--from: a moment with its offset'],
    [`publish campaign ${SLUG}`, { from: '2026-02-28T24:00Z' }, '--from: a moment with its offset'],
    [`publish campaign ${SLUG}`, { from: '2026-02-28T09:00+15:00' }, '--from: a moment with its offset'],
    [`publish campaign ${SLUG} de`, {}, 'LANG: en, fr, es, ar, not “de”'],
    [`hide story ${SLUG}`, { because: 'why' }, 'KIND: picture or campaign or ask, not “story”'],
    [`remove-for-safety campaign ${SLUG}`, { because: 'why' }, '--reason: danger, asked, child'],
    [`remove-for-safety campaign ${SLUG}`, { reason: 'danger' }, 'a campaign can’t be removed for safety yet'],
    [`hide campaign other`, { because: 'why' }, `no campaign “other”; there are: ${SLUG}`],
  ])('is refused with what can be typed: %j %j', async (words, options, message) => {
    const before = await told();
    await expect(types(words, options)).rejects.toThrow(message);
    expect(await told()).toBe(before);
  });
});

describe('somebody with an account', () => {
  const keys = deriveKeys(randomBytes(32));
  const how = () => ({ database: fresh.database, keys, by: SYSTEM });
  const LEA = 'lea@staff.example';
  const tries = async (words: string, options: Options = {}) => {
    const by = (await findAccount(fresh.database, keys, readAddress(LEA)))?.actor_id ?? SYSTEM;
    return changePublication(fresh.database, kinds, { ...options, words: words.split(' ') }, by);
  };

  it('who translates hands on what is theirs in their languages, before readers see it, and nothing else', async () => {
    await addAccount(how(), { email: LEA, name: 'Lea M.', role: 'translator', languages: ['fr', 'ar'] });
    await types(`draft campaign ${SLUG} fr en`);
    expect(deedOf({ words: ['in-review'] })).toBe('publications.hand-in');
    await tries(`in-review campaign ${SLUG} fr`);
    expect(await told()).toContain('fr in-review');
    await tries(`draft campaign ${SLUG} fr`);
    for (const [words, options, says] of [
      [`in-review campaign ${SLUG} en`, {}, 'publications.hand-in: en, draft'],
      [`in-review campaign ${SLUG}`, {}, 'publications.hand-in: en, draft'],
      [`draft campaign ${SLUG} ar`, {}, 'publications.change: ar, published'],
      [`publish campaign ${SLUG} fr`, {}, 'publications.change'],
      [`hide campaign ${SLUG}`, { because: 'why' }, 'publications.change'],
    ] as const)
      await expect(tries(words, options)).rejects.toThrow(`the role translator may not do this (${says})`);
    expect(await told()).toBe(`campaign ${SLUG}  ar published, en draft, es published, fr draft`);
  });

  it('who lost their role or their account meanwhile changes nothing', async () => {
    const lea = (await findAccount(fresh.database, keys, readAddress(LEA)))?.actor_id ?? SYSTEM;
    const operator = { ...how(), by: await operatorAt(fresh.database, 'Nadia O.') };
    await changeRole(operator, LEA, 'reader');
    await expect(tries(`in-review campaign ${SLUG} fr`)).rejects.toThrow('the role reader may not do this');
    await removeAccount(operator, LEA);
    const typed = { words: ['in-review', 'campaign', SLUG, 'fr'] };
    await expect(changePublication(fresh.database, kinds, typed, lea)).rejects.toThrow('has no account any more');
    await types(`publish campaign ${SLUG} fr en`);
  });
});
