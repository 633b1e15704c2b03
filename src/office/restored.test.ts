import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import {
  codeOfLastAsked,
  firstAdministrator,
  type Office,
  type Somebody,
  startOffice,
} from '../../test/support/office.ts';
import type { OfficeBrowser } from '../../test/support/office-browser.ts';
import { SoftPasskey } from '../../test/support/soft-passkey.ts';
import { addAccount, findAccount, readAddress, removeAccount } from '../accounts/accounts.ts';
import { totpCode } from '../accounts/authenticator.ts';
import { tellAccounts } from '../accounts/command.ts';
import { makeInvitation } from '../accounts/links.ts';
import { tellToLookOver } from '../accounts/look-over.ts';
import { SYSTEM } from '../actors/actors.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import { backup } from '../backup/backup.ts';
import { restore } from '../backup/restore.ts';
import type { KeyRing } from '../config/keys.ts';
import { openDatabase } from '../database/database.ts';
import { afterRestoreOf } from '../handed.ts';
import { rooms } from '../rooms.ts';

const AMINA = 'amina@justice.example';
const BILAL = 'bilal@justice.example';
const passkeys = { stays: 'Key on the desk', removed: 'Phone that was lost' };

let office: Office;
let target: FreshDatabase;
let folder: string;
let amina: Somebody;
let lost: SoftPasskey;
let invitation: string;
const here = () => ({ database: office.app.database, keys: office.app.keys, by: SYSTEM });

/** A backup, what its people do afterwards, and the backup put back under the same office. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restored-office-'));
  office = await startOffice();
  amina = await firstAdministrator(office, AMINA);
  await makesPasskey(passkeys.stays);
  lost = await makesPasskey(passkeys.removed);
  await addAccount(here(), { email: BILAL, name: 'Bilal N.', role: 'editor' });
  const bilal = await findAccount(office.app.database, office.app.keys, readAddress(BILAL));
  invitation = `/office/en/begin/${await makeInvitation(office.app.database, bilal?.actor_id ?? SYSTEM)}`;
  const file = join(folder, 'all.backup');
  const url = office.app.pool.options.connectionString ?? '';
  await backup(url, file, office.app.keys as KeyRing);
  await amina.browser.get('/office/en/account');
  await amina.browser.post(`${linkTo(passkeys.removed)}/remove`, {});
  expect(await signsByCodes(amina.codes[0] ?? '')).toBe(true);
  await removeAccount({ ...here(), by: await operatorAt(office.app.database, 'Nadia O.') }, BILAL);
  target = await freshDatabase();
  await restore(target.url, file, office.app.keys, { replace: true }, afterRestoreOf(rooms));
  await runMigrations({ connectionString: target.url });
  Object.assign(office.app, { pool: target.pool, database: openDatabase(target.pool) });
});
afterAll(async () => {
  await office.stop();
  await target.drop();
  await rm(folder, { recursive: true });
});

const linkTo = (name: string) => new RegExp(`href="([^"]+)"><bdi>${name}`).exec(amina.browser.page)?.[1] ?? '';

async function makesPasskey(name: string): Promise<SoftPasskey> {
  const passkey = new SoftPasskey(office.url);
  await amina.browser.get('/office/en/account');
  const token = amina.browser.token();
  await amina.browser.post('/office/en/account/passkeys/ask', {}, token);
  const answer = passkey.made(JSON.parse(amina.browser.page));
  await amina.browser.post('/office/en/account/passkeys', { name, answer }, token);
  return passkey;
}

async function signsByCodes(second: string): Promise<boolean> {
  const browser = await office.browser().get('/office/en/sign-in');
  await browser.post('/office/en/sign-in', { email: AMINA, to: '' });
  await browser.post('/office/en/sign-in/code', { code: (await codeOfLastAsked(office)) ?? '', second, to: '' });
  return browser.cookies.has('office');
}

async function signsBy(passkey: SoftPasskey): Promise<OfficeBrowser> {
  const browser = await office.browser().get('/office/en/sign-in');
  const token = browser.token();
  await browser.post('/office/en/sign-in/passkey/ask', {}, token);
  const answer = passkey.signed(JSON.parse(browser.page));
  return browser.post('/office/en/sign-in/passkey', { answer, to: '' }, token);
}

describe('after a backup was put back', () => {
  it('nobody is signed in, no link works, and no code of before, used or not', async () => {
    await amina.browser.get('/office/en');
    expect(amina.browser.at).toMatch(/^\/office\/en\/sign-in/);
    expect((await office.browser().get(invitation)).status).toBe(410);
    expect([await signsByCodes(amina.codes[0] ?? ''), await signsByCodes(amina.codes[1] ?? '')]).toEqual([
      false,
      false,
    ]);
    expect(await signsByCodes(totpCode(amina.secret))).toBe(false);
  });

  it('whoever restored it is told what came back, and the list of accounts who has not looked it over', async () => {
    const [first] = await tellToLookOver(office.app.database);
    expect(first).toMatch(/^accounts: 2 as they were then, with 2 passkeys and 1 apps; nobody is signed in/);
    const list = await tellAccounts(office.app, 'UTC');
    expect(list.map((line) => /to look over: as of/.test(line))).toEqual([true, true]);
  });

  it('a passkey that was removed is asked to be looked over, and goes again', async () => {
    amina = { ...amina, browser: await signsBy(lost) };
    const { browser } = amina;
    expect(browser.page).toMatch(/What you removed or changed after that is there again/);
    await browser.get('/office/en/staff');
    expect(browser.page.match(/has not looked over what came back yet/g)).toHaveLength(2);
    expect(browser.page).toContain('Bilal N.');
    await browser.get('/office/en/account');
    expect(browser.page).toContain('Look over what came back');
    expect(browser.page).toContain('Recovery codes left: 0.');
    await browser.post(`${linkTo(passkeys.removed)}/remove`, {});
    await browser.post('/office/en/account/looked-over', {});
    expect(browser.page).not.toContain('Look over what came back');
    await browser.get('/office/en/staff');
    expect(browser.page.match(/has not looked over what came back yet/g)).toHaveLength(1);
    expect((await signsBy(lost)).cookies.has('office')).toBe(false);
    const entry = await target.pool.query(`SELECT 1 FROM audit_entries WHERE operation = 'accounts.look-over'`);
    expect(entry.rows).toHaveLength(1);
  });

  it('administrators see what each signs in with, and that they have not looked it over', async () => {
    const { browser } = amina;
    await browser.get('/office/en/staff');
    const person = (name: string) => new RegExp(`href="([^"]+)"><bdi>${name}`).exec(browser.page)?.[1] ?? '';
    const [own, bilal] = [person('Amina'), person('Bilal')];
    await browser.get(own);
    expect(browser.page).toContain(`<bdi>${passkeys.stays}</bdi>`);
    expect(browser.page).not.toContain('They have not said yet');
    await browser.get(bilal);
    expect(browser.page).toContain('They have not said yet');
  });
});
