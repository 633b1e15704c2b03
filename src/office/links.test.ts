import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST } from '../../test/support/campaigns.ts';
import type { Fetched } from '../../test/support/fetch-all.ts';
import { answering, type Link, linksIn } from '../../test/support/links.ts';
import { offerName, showName } from '../../test/support/offer-name.ts';
import { officeRoutes } from '../../test/support/office.ts';
import { OfficeBrowser } from '../../test/support/office-browser.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { signedInAs } from '../../test/support/staff.ts';
import { makeEverythingWait } from '../../test/support/things-waiting.ts';
import { findAccount, inviteAccount, readAddress } from '../accounts/accounts.ts';
import { makeInvitation } from '../accounts/links.ts';
import { type Role, roles } from '../accounts/roles.ts';
import { keepForm } from '../accounts/unsent-forms.ts';
import { keepCopy } from '../accounts/working-copies.ts';
import { SYSTEM } from '../actors/actors.ts';
import type { CampaignText } from '../campaigns/campaign-text.ts';
import { selectItems } from '../campaigns/office/item-queries.ts';
import { writeWords } from '../campaigns/write-words.ts';
import { letterAddresses } from '../letters/addresses.ts';
import { addExamplePicture } from '../media/example/example-picture.ts';
import { versionOf } from '../texts/versions.ts';
import { officeAddresses } from './addresses.ts';

/** As many pages of one kind as there are people. */
const MOST = 14;

type Opened = Pick<Fetched, 'path' | 'status' | 'type' | 'body'>;

let site: Site;
const opened = new Map<Role, readonly Opened[]>();
const waysIn: Opened[] = [];
/** What an administrator meets who has shown no factor lately. */
let withoutProof: readonly Opened[] = [];
beforeAll(async () => {
  site = await startSite({}, { work: false });
  await makeEverythingWait(site.running.app);
  await haveNamesAndPictures();
  await comesIn();
  await decidesLetters();
  await decidesNames();
  await removesPicture();
  await writesWords();
  const tokens = new Map<Role, string>();
  for (const role of roles) {
    const languages = role === 'translator' ? (['fr'] as const) : [];
    const { token, actor } = await signedInAs(site.running.app, `One ${role}`, role, languages);
    const fields = new URLSearchParams({ email: 'another@justice.example' });
    await keepForm(site.running.app, actor, { path: '/account/address', fields });
    const copy = { path: `/campaigns/${FIRST}/settings`, version: '0'.repeat(16), fields, from: undefined };
    await keepCopy(site.running.app, actor, copy);
    tokens.set(role, token);
  }
  await haveEverything();
  await invites('invited@justice.example');
  for (const [role, token] of tokens) opened.set(role, await everyPageFor(token));
  await site.fresh.pool.query(
    `UPDATE sessions SET began_at = now() - interval '1 hour', proved_at = now() - interval '11 minutes'`,
  );
  withoutProof = await everyPageFor(tokens.get('administrator') ?? '');
}, 240_000);
afterAll(() => site.stop());

/** Names that wait and one that is decided; a picture. */
async function haveNamesAndPictures(): Promise<void> {
  const { app } = site.running;
  await showName(app, 'Amina K.');
  await offerName(app, 'Omar T.');
  const { rows } = await site.fresh.pool.query<{ id: string }>('SELECT id FROM campaigns');
  await addExamplePicture(app, rows[0]?.id ?? '');
  // So that it can be removed.
  await site.fresh.pool.query('DELETE FROM picture_uses');
}

/** What is shown of a picture that was removed, as whoever removed it meets it. */
async function removesPicture(): Promise<void> {
  const removal = '00000000-0000-7000-8000-000000000098';
  await site.fresh.pool.query(
    `INSERT INTO safety_removals (id, kind, reason) VALUES ('${removal}', 'picture', 'whereabouts')`,
  );
  const browser = new OfficeBrowser(() => site.url);
  browser.cookies.set('office', (await signedInAs(site.running.app, 'Somebody who removes', 'moderator')).token);
  await browser.get(`/office/en/pictures/removed/${removal}`);
  waysIn.push({ path: browser.at, status: browser.status, type: 'text/html', body: browser.page });
}

/** Pages of the names, as whoever decides several of them meets them. */
async function decidesNames(): Promise<void> {
  const browser = new OfficeBrowser(() => site.url);
  browser.cookies.set('office', (await signedInAs(site.running.app, 'Somebody who decides names', 'moderator')).token);
  const note = () => waysIn.push({ path: browser.at, status: browser.status, type: 'text/html', body: browser.page });
  const one = async (state: string) => {
    const { rows } = await site.fresh.pool.query<{ id: string }>(
      `SELECT consent_id AS id FROM offered_names WHERE state = '${state}'`,
    );
    return rows[0]?.id;
  };
  for (const [path, state] of [
    ['several/show', 'offered'],
    ['several/refuse', 'offered'],
    ['decided/several/undo', 'shown'],
  ] as const) {
    await browser.get(`/office/en/names/${path}?item=${await one(state)}`);
    note();
  }
}

/** @returns the link of somebody new */
async function invites(email: string): Promise<string> {
  const { database, keys } = site.running.app;
  await inviteAccount({ database, keys, by: SYSTEM }, { email, role: 'reader' }, async () => {});
  const account = await findAccount(database, keys, readAddress(email));
  return officeAddresses.begin('en', await makeInvitation(database, account?.actor_id ?? SYSTEM));
}

/** Who takes a held letter, looks at what can be done with several, and decides it, each page as they meet it. */
async function decidesLetters(): Promise<void> {
  const browser = new OfficeBrowser(() => site.url);
  browser.cookies.set('office', (await signedInAs(site.running.app, 'Somebody who decides', 'moderator')).token);
  const list = letterAddresses.heldLetters('en');
  const { rows } = await site.fresh.pool.query<{ id: string }>(`SELECT id FROM letters WHERE state = 'held'`);
  const id = rows[0]?.id ?? '';
  const note = () => waysIn.push({ path: browser.at, status: browser.status, type: 'text/html', body: browser.page });
  await browser.get(letterAddresses.heldLetter('en', id));
  await browser.post(letterAddresses.takeLetter('en', id), {});
  note();
  for (const deed of ['release', 'refuse']) {
    await browser.get(`${list}/several/${deed}?item=${id}`);
    note();
  }
  await browser.post(letterAddresses.releaseLetter('en', id), {});
  note();
  const reviews = await site.fresh.pool.query<{ id: string }>('SELECT id FROM reviews');
  await browser.get(`${letterAddresses.decidedLetters('en')}/several/undo?item=${reviews.rows[0]?.id}`);
  note();
}

/** Words of a campaign that wait for somebody who approves them. */
async function writesWords(): Promise<void> {
  const { database } = site.running.app;
  const [campaign] = await selectItems(database, FIRST);
  if (!campaign) throw new Error('no campaign');
  const item = { id: campaign.id, kind: campaign.kind, name: FIRST, organisation: campaign.organisation };
  const stands = await versionOf(database, { item: item.id, lang: 'en' });
  if (!stands) throw new Error('no words');
  const words = { ...(stands.words as CampaignText), tagline: 'Other words' };
  await writeWords(database, item, 'en', { words, read: stands.number, show: false }, SYSTEM);
}

/** Somebody new on the way in, and whoever signs in again, each page as they meet it. */
async function comesIn(): Promise<void> {
  const email = 'somebody@justice.example';
  const link = await invites(email);
  const browser = new OfficeBrowser(() => site.url);
  const note = () => waysIn.push({ path: browser.at, status: browser.status, type: 'text/html', body: browser.page });
  await browser.get(link);
  note();
  await browser.post(link, { name: 'Somebody' });
  note();
  browser.cookies.clear();
  await browser.get(officeAddresses.signIn('en'));
  note();
  await browser.post(officeAddresses.signIn('en'), { email, to: '' });
  note();
}

/** Each account: an app, a passkey and a session more, and something to look over after a restore; administrators: a coming change. */
async function haveEverything(): Promise<void> {
  await site.fresh.pool.query(`
    UPDATE accounts SET totp_sealed = decode(repeat('ab', 60), 'hex'), restored_as_of = now();
    INSERT INTO sessions (actor_id, token_hash, stage, browser)
      SELECT actor_id, sha256(actor_id::text::bytea), 'signed-in', 'firefox linux' FROM accounts;
    INSERT INTO passkeys (actor_id, credential_id, public_key, rp_id, name)
      SELECT actor_id, sha256(actor_id::text::bytea), decode(repeat('ab', 77), 'hex'), 'localhost', 'A phone' FROM accounts;
    INSERT INTO account_changes (actor_id, kind, due_at)
      SELECT actor_id, 'recovery', now() + interval '1 day' FROM accounts WHERE role = 'administrator'`);
}

/** Whatever is led to, beginning at the first page: of those at one address as many as there are people. */
async function everyPageFor(token: string): Promise<readonly Opened[]> {
  const pages: Opened[] = [];
  const times = new Map<string, number>();
  const ahead = [officeAddresses.home('en')];
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const { pathname, searchParams } = new URL(path, site.url);
    const kind = `${routeOf({ method: 'GET', pathname })?.path ?? pathname} ${[...searchParams.keys()].sort()}`;
    const before = times.get(kind) ?? 0;
    if (before >= MOST || pages.some((one) => one.path === path)) continue;
    times.set(kind, before + 1);
    const answer = await fetch(site.url + path, { headers: { cookie: `office=${token}` }, redirect: 'manual' });
    const page = { path, status: answer.status, type: answer.headers.get('content-type') ?? '' };
    pages.push({ ...page, body: await answer.text() });
    ahead.push(...hrefsIn(pages.at(-1)?.body ?? ''));
  }
  return pages;
}

const hrefsIn = (html: string) =>
  [...html.matchAll(/ href="(\/office\/en[/?"][^"#]*)/g)].map(
    ([, to = '']) => to.replaceAll('&amp;', '&').split('"')[0] ?? '',
  );

/** The one that answers: what is written out goes before what may be anything. */
function routeOf(link: Pick<Link, 'method' | 'pathname'>) {
  const parts = ({ path }: { readonly path: string }) => path.split(':').length;
  return answering(officeRoutes, link).sort((a, b) => parts(a) - parts(b))[0];
}

const isByScript = (route: (typeof officeRoutes)[number]) => route.method === 'POST' && route.byScript === true;

const inOffice = ({ pathname }: Link) => `${pathname}/`.startsWith(`${officeAddresses.root()}/`);
const linksOf = (pages: readonly Opened[]) => pages.flatMap((page) => linksIn(site.url, page)).filter(inOffice);
const all = () => [...waysIn, ...withoutProof, ...[...opened.values()].flat()];

function leadsNowhere(link: Link): boolean {
  if (link.pathname === officeAddresses.root()) return false;
  const route = routeOf(link);
  return !route || (route.method === 'GET' && link.query.some((name) => !(name in route.query)));
}

describe('every link of the office', () => {
  it.each(roles)('that %s meets leads to a route that takes what stands in it', (role) => {
    const links = linksOf(opened.get(role) ?? []);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(leadsNowhere)).toEqual([]);
  });

  it.each(roles)('that %s meets leads to something that they may see', (role) => {
    const pages = opened.get(role) ?? [];
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.filter(({ status }) => status !== 200).map(({ path, status }) => `${path}: ${status}`)).toEqual([]);
  });

  it('that leads nowhere is found', () => {
    const body = ['/office/en/job', '/office/en/staff?role=x', '/office/en/account/passkeys/1/2']
      .map((to) => `<a href="${to}">`)
      .join('');
    const page = {
      path: '/office/en',
      status: 200,
      type: 'text/html',
      body: `${body}<form method="post" action="/office/en/audit">`,
    };
    expect(linksOf([page]).filter(leadsNowhere)).toHaveLength(4);
  });
});

describe('every route of the office', () => {
  it('is led to by a page or a mail, or is where a form leads', () => {
    const led = [
      ...linksOf(all()),
      ...waysIn.map(({ path }) => ({ method: 'GET' as const, pathname: path.split('?')[0] ?? '' })),
    ];
    const reached = new Set(led.map(routeOf));
    const left = officeRoutes.filter(
      (route) => !reached.has(route) && !route.path.includes(':token') && !isByScript(route),
    );
    expect(left.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([]);
  });
});
