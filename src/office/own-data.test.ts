import { afterEach, beforeEach, expect, it } from 'vitest';
import { comesIn, firstAdministrator, type Office, type Somebody, startOffice } from '../../test/support/office.ts';
import { findAccount, inviteAccount, readAddress } from '../accounts/accounts.ts';
import { leave } from '../accounts/leave.ts';
import { makeInvitation } from '../accounts/links.ts';
import type { Role } from '../accounts/roles.ts';
import { type ActorId, SYSTEM } from '../actors/actors.ts';

const DATA = '/office/en/account/data';
const LEAVE = '/office/en/account/leave';
const LEA = 'lea@justice.example';

let office: Office;
let amina: Somebody;
let lea: Somebody;

beforeEach(async () => {
  office = await startOffice();
  amina = await firstAdministrator(office, 'amina@justice.example');
  lea = await joins(LEA, 'reader', 'Lea M.');
});
afterEach(() => office.stop());

async function joins(email: string, role: Role, name: string): Promise<Somebody> {
  const { database, keys } = office.app;
  await inviteAccount({ database, keys, by: SYSTEM }, { email, role }, async () => {});
  const link = `/office/en/begin/${await makeInvitation(database, await actorOf(email))}`;
  return comesIn(office, link, { name });
}

async function actorOf(email: string): Promise<ActorId> {
  const account = await findAccount(office.app.database, office.app.keys, readAddress(email));
  if (!account) throw new Error(`no account of ${email}`);
  return account.actor_id;
}

const rows = async (statement: string) => (await office.sql(statement)).rows;

it('is told, with how long each thing is kept, and given as a file without a secret', async () => {
  await lea.browser.get(DATA);
  expect(lea.browser.page).toContain('What our staff changed on this site');
  expect(lea.browser.page).toContain('30 days after they stopped');
  expect(lea.browser.page).not.toContain('The text of your letter');
  await lea.browser.post(DATA, {});
  const file = JSON.parse(lea.browser.page);
  expect(file).toMatchObject({ name: 'Lea M.', address: LEA, role: 'reader', authenticatorApp: true });
  expect([file.recoveryCodesLeft, file.sessions.length, file.passkeys]).toEqual([10, 1, []]);
  const decided = file.decided.map(({ operation }: { operation: string }) => operation);
  expect(decided).toContain('accounts.set-up-app');
  const [{ of_lea }] = await rows(
    `SELECT count(*)::int AS of_lea FROM audit_entries WHERE made_by = '${await actorOf(LEA)}'`,
  );
  expect(decided).toHaveLength(of_lea);
  for (const secret of [lea.secret, ...lea.codes, ...lea.browser.cookies.values()])
    expect(lea.browser.page).not.toContain(secret);
});

it('is deleted at once with the account, and only what somebody decided stays, under a pseudonym', async () => {
  const actor = await actorOf(LEA);
  await office.sql(`INSERT INTO mailed_codes (browser_hash, mailbox)
    SELECT decode(repeat('ab', 32), 'hex'), mailbox FROM accounts WHERE actor_id = '${actor}'`);
  await lea.browser.get(DATA);
  await lea.browser.post(LEAVE, {});
  expect([lea.browser.status, lea.browser.page.includes('Tick the box')]).toEqual([422, true]);
  expect(await rows(`SELECT 1 FROM accounts WHERE actor_id = '${actor}'`)).toHaveLength(1);
  await lea.browser.post(LEAVE, { sure: 'on' });
  expect([lea.browser.status, lea.browser.page.includes('Your account has been deleted')]).toEqual([200, true]);
  for (const table of ['accounts', 'sessions', 'passkeys', 'account_links', 'account_changes'])
    expect(await rows(`SELECT 1 FROM ${table} WHERE actor_id = '${actor}'`), table).toEqual([]);
  expect(await rows(`SELECT 1 FROM mailed_codes WHERE browser_hash = decode(repeat('ab', 32), 'hex')`)).toEqual([]);
  const [{ name }] = await rows(`SELECT name FROM actors WHERE id = '${actor}'`);
  expect(name).not.toContain('Lea');
  expect(await rows(`SELECT made_by FROM audit_entries WHERE operation = 'accounts.leave'`)).toEqual([
    { made_by: actor },
  ]);
  await lea.browser.get('/office/en');
  expect(lea.browser.at).toMatch(/sign-in/);
  await joins(LEA, 'editor', 'Lea again');
  expect(await actorOf(LEA)).not.toBe(actor);
});

it('stays where nobody else could change accounts, also if two leave at once', async () => {
  await amina.browser.get(DATA);
  await amina.browser.post(LEAVE, { sure: 'on' });
  expect([amina.browser.status, amina.browser.page.includes('last administrator')]).toEqual([422, true]);
  await joins('bilal@justice.example', 'administrator', 'Bilal N.');
  const both = [await actorOf('amina@justice.example'), await actorOf('bilal@justice.example')];
  const left = await Promise.allSettled(both.map((actor) => leave(office.app.database, actor)));
  expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rows(`SELECT 1 FROM accounts WHERE role = 'administrator'`)).toHaveLength(1);
});
