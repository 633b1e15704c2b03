import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  comesIn,
  firstAdministrator,
  type Office,
  officeRoutes,
  type Somebody,
  startOffice,
} from '../../test/support/office.ts';
import type { OfficeBrowser } from '../../test/support/office-browser.ts';
import { findAccount, inviteAccount, readAddress } from '../accounts/accounts.ts';
import { makeInvitation } from '../accounts/links.ts';
import { type Deed, mayEver, type Role, roles } from '../accounts/roles.ts';
import { SYSTEM } from '../actors/actors.ts';
import type { OfficeRoute } from './office-route.ts';

let office: Office;
const people = new Map<Role, Somebody>();
beforeAll(async () => {
  office = await startOffice();
  people.set('administrator', await firstAdministrator(office, 'administrator@justice.example', 'Amina K.'));
  for (const role of roles.filter((one) => one !== 'administrator')) people.set(role, await somebodyAs(role));
});
afterAll(() => office.stop());

async function somebodyAs(role: Role): Promise<Somebody> {
  const how = { database: office.app.database, keys: office.app.keys, by: SYSTEM };
  const email = `${role}@justice.example`;
  const languages = role === 'translator' ? ['fr'] : [];
  await inviteAccount(how, { email, role, languages }, async () => {});
  const account = await findAccount(office.app.database, office.app.keys, readAddress(email));
  const link = `/office/en/begin/${await makeInvitation(office.app.database, account?.actor_id ?? SYSTEM)}`;
  return comesIn(office, link, { name: `Somebody who is ${role}` });
}

const isDeed = (who: OfficeRoute['who']): who is Deed => !['anybody', 'session', 'signed-in'].includes(who);
const routes = officeRoutes.flatMap((route) => (isDeed(route.who) ? [{ ...route, deed: route.who }] : []));
/** Nothing has this id: whoever may do it changes nothing by it either. */
const filled = (path: string) => path.replace(':lang', 'en').replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');

function browserOf(role: Role): OfficeBrowser {
  const somebody = people.get(role);
  if (!somebody) throw new Error(`nobody is ${role}`);
  return somebody.browser;
}

/** All that people have changed, and who they are. */
async function everything(): Promise<string> {
  const { rows } = await office.sql(`SELECT (SELECT count(*) FROM audit_entries) AS entries,
    (SELECT json_agg(a ORDER BY actor_id) FROM (SELECT actor_id, role, removed_at FROM accounts) a) AS accounts`);
  return JSON.stringify(rows);
}

const every = routes.flatMap((route) => roles.map((role) => [route.method, route.path, role, route] as const));

it('has every role, and what not each of them may', () => {
  expect(every.length).toBeGreaterThanOrEqual(7 * roles.length);
  expect(every.filter(([, , role, { deed }]) => !mayEver(role, deed)).length).toBeGreaterThan(routes.length);
});

it.each(every)('%s %s by a %s is answered as the table says', async (method, path, role, { deed }) => {
  const browser = browserOf(role);
  await browser.get('/office/en');
  const before = await everything();
  if (method === 'GET') await browser.get(filled(path));
  else await browser.post(filled(path), {});
  const refused = browser.status === 403 && browser.page.includes('Your role does not include this');
  expect([role, refused]).toEqual([role, !mayEver(role, deed)]);
  expect(await everything()).toBe(before);
});
