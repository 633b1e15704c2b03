import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { type ActorId, SYSTEM } from '../actors/actors.ts';
import type { Keys } from '../config/keys.ts';
import { keysInUse } from '../sealing/keys-in-use.ts';
import { addAccount, findAccount, readAddress } from './accounts.ts';
import { makeFirstLink, makeInvitation, makeRecoveryLink, openAccountLink, takeAccountLink } from './links.ts';
import { askForCode, codeToMail, tryCode } from './mailed-codes.ts';

const settings = { DATA_DIR: '/nowhere', SEALING_KEY: randomBytes(32).toString('base64') };
const browser = { token: 'here', words: 'firefox linux' };
const BILAL = 'bilal@staff.example';

let fresh: FreshDatabase;
let keys: Keys;
beforeEach(async () => {
  fresh = await freshDatabase();
  keys = await keysInUse(settings, fresh.database, { make: false });
});
afterEach(() => fresh.drop());

const how = () => ({ database: fresh.database, keys, by: SYSTEM });
const opens = async (token: string) => (await openAccountLink(fresh.database, token)) !== undefined;
const takes = (token: string, name: string) =>
  takeAccountLink(how(), token, { name, email: 'amina@staff.example', lang: 'en' }, browser);

/** As if so much time had passed since the links were made. */
const later = (interval: string) =>
  fresh.pool.query(`UPDATE account_links SET ends_at = ends_at - interval '${interval}'`);

async function bilal(): Promise<ActorId> {
  await addAccount(how(), { email: BILAL, name: 'Bilal N.', role: 'reader' });
  return (await findAccount(fresh.database, keys, readAddress(BILAL)))?.actor_id ?? SYSTEM;
}

describe('the first administrator’s link', () => {
  it('is the last one that was made, and works once', async () => {
    const [first, last] = [(await makeFirstLink(fresh.database)) ?? '', (await makeFirstLink(fresh.database)) ?? ''];
    expect([await opens(first), await opens(last), await takes(first, 'Eve')]).toEqual([false, true, 'link']);
    expect(await takes(last, 'Amina K.')).toMatchObject({ newBrowser: false });
    expect([await opens(last), await takes(last, 'Eve')]).toEqual([false, 'link']);
  });

  it('is void once somebody administers the site, and there is no other', async () => {
    const token = (await makeFirstLink(fresh.database)) ?? '';
    await addAccount(how(), { email: 'chen@staff.example', name: 'Chen W.', role: 'administrator' });
    expect([await opens(token), await takes(token, 'Eve')]).toEqual([false, 'link']);
    expect(await makeFirstLink(fresh.database)).toBeUndefined();
  });
});

describe('a link works for a time', () => {
  it.each<[string, string, string, () => Promise<string | undefined>]>([
    ['the first administrator’s', '29 minutes', '1 minute', () => makeFirstLink(fresh.database)],
    ['an invitation', '6 days 23 hours', '1 hour', async () => makeInvitation(fresh.database, await bilal())],
    ['of a recovery', '23 hours', '1 hour', async () => makeRecoveryLink(fresh.database, await bilal())],
  ])('%s: %s later, and not after another %s', async (_, works, ends, make) => {
    const token = (await make()) ?? '';
    await later(works);
    expect(await opens(token)).toBe(true);
    await later(ends);
    expect([await opens(token), await takes(token, 'Somebody')]).toEqual([false, 'link']);
  });
});

describe('a mailed code', () => {
  const mailed = async () => {
    const id = (await askForCode(fresh.database, { keys }, 'here', BILAL)) ?? '';
    return (await codeToMail(fresh.database, { keys }, id))?.code ?? '';
  };
  const older = (interval: string) =>
    fresh.pool.query(`UPDATE mailed_codes SET asked_at = asked_at - interval '${interval}'`);
  const fits = async (code: string, token = 'here') =>
    (await tryCode(fresh.database, { keys }, token, code)) !== undefined;

  it('is eight digits, and fits for ten minutes where it was asked for', async () => {
    await bilal();
    const code = await mailed();
    expect(code).toMatch(/^\d{8}$/);
    expect([await fits(code), await fits(code, 'elsewhere')]).toEqual([true, false]);
    await older('9 minutes 50 seconds');
    expect(await fits(code)).toBe(true);
    await older('10 seconds');
    expect(await fits(code)).toBe(false);
  });

  it('is tried five times, and once it was used never again', async () => {
    await bilal();
    const code = await mailed();
    const fitting = await tryCode(fresh.database, { keys }, 'here', code);
    expect([await fitting?.spend(), await fitting?.spend(), await fits(code)]).toEqual([true, false, false]);
    const other = await mailed();
    for (let tried = 0; tried < 5; tried += 1) await fits('00000000');
    expect(await fits(other)).toBe(false);
  });
});
