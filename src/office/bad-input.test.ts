import { once } from 'node:events';
import { request } from 'node:http';
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
import { type ActorId, SYSTEM } from '../actors/actors.ts';

let office: Office;
let amina: Somebody;
let bilal: Somebody;
let ids: Readonly<Record<'amina' | 'bilal', ActorId>>;
beforeAll(async () => {
  office = await startOffice();
  amina = await firstAdministrator(office, 'amina@justice.example');
  const how = { database: office.app.database, keys: office.app.keys, by: SYSTEM };
  await inviteAccount(how, { email: 'bilal@justice.example', role: 'administrator' }, async () => {});
  ids = { amina: await actorOf('amina@justice.example'), bilal: await actorOf('bilal@justice.example') };
  const link = `/office/en/begin/${await makeInvitation(office.app.database, ids.bilal)}`;
  bilal = await comesIn(office, link, { name: 'Bilal N.' });
});
afterAll(() => office.stop());

const actorOf = async (email: string) =>
  (await findAccount(office.app.database, office.app.keys, readAddress(email)))?.actor_id as ActorId;
const forms = officeRoutes.filter(({ method }) => method === 'POST');
const filled = (path: string) => path.replace(':lang', 'en').replace(':id', ids.bilal).replace(/:\w+/g, 'none');
const cookiesOf = ({ cookies }: OfficeBrowser) => [...cookies].map((pair) => pair.join('=')).join('; ');

/** What people have changed, and what they sign in with. */
async function everything(): Promise<unknown> {
  const { rows } = await office.sql(`SELECT (SELECT count(*) FROM audit_entries) AS entries,
    (SELECT count(*) FROM sessions) AS sessions, (SELECT count(*) FROM mailed_codes) AS codes,
    (SELECT json_agg(md5(a::text) ORDER BY actor_id) FROM accounts a) AS accounts`);
  return rows;
}

it.each(forms.map(({ path }) => [path]))(
  '%s is refused with a token that is somebody else’s, or of the page before they signed in',
  async (path) => {
    const strangers = await office.browser().get('/office/en/sign-in');
    await bilal.browser.get('/office/en/account');
    const before = await everything();
    for (const token of [bilal.browser.token(), strangers.token(), '']) {
      await amina.browser.post(filled(path), {}, token);
      expect([amina.browser.status, amina.browser.page.includes('Nothing was changed')]).toEqual([403, true]);
    }
    expect(await everything()).toEqual(before);
  },
);

it.each(forms.map(({ path }) => [path]))(
  '%s says that 10 MB are too much, in any field, and changes nothing',
  async (path) => {
    await amina.browser.get('/office/en/account');
    const before = await everything();
    const body = `form-token=${amina.browser.token()}&email=${'x'.repeat(10_000_000)}`;
    const sent = request(new URL(filled(path), office.url), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookiesOf(amina.browser) },
    });
    // The answer comes before all of it was sent.
    sent.on('error', () => {});
    sent.end(body);
    const [answer] = await once(sent, 'response');
    const says = Buffer.concat(await answer.toArray()).toString();
    expect([answer.statusCode, says.includes('That is too long'), says.includes('To the office')]).toEqual([
      ...[413, true, true],
    ]);
    expect(await everything()).toEqual(before);
  },
);

it('two administrators who remove each other at once leave one, and each is told what became of it', async () => {
  await amina.browser.get(`/office/en/staff/${ids.bilal}`);
  await bilal.browser.get(`/office/en/staff/${ids.amina}`);
  await Promise.all([
    amina.browser.post(`/office/en/staff/${ids.bilal}/remove`, {}),
    bilal.browser.post(`/office/en/staff/${ids.amina}/remove`, {}),
  ]);
  const left = await office.sql(`SELECT actor_id FROM accounts WHERE role = 'administrator' AND removed_at IS NULL`);
  expect(left.rows).toHaveLength(1);
  const [winner, loser] = left.rows[0].actor_id === ids.amina ? [amina, bilal] : [bilal, amina];
  expect([winner.browser.at, winner.browser.status]).toEqual(['/office/en/staff', 200]);
  // Signed out before their form was looked at, or told that they may not any more.
  expect([403, 422, 200]).toContain(loser.browser.status);
  await loser.browser.get('/office/en/staff');
  expect(loser.browser.at).toMatch(/^\/office\/en\/sign-in/);
});
