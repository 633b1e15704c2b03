import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeBrowser } from '../../test/support/office-browser.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { until } from '../../test/support/until.ts';
import { totpCode } from '../accounts/authenticator.ts';
import { makeFirstLink } from '../accounts/links.ts';
import { office } from './room.ts';

let site: Site;
const amina = new OfficeBrowser(() => site.url);
const bilal = new OfficeBrowser(() => site.url);
const BILAL = 'bilal@justice.example';
let bilalId = '';

beforeAll(async () => {
  site = await startSite({});
  await setsUp(amina, `/office/en/begin/${await makeFirstLink(site.running.app.database)}`, {
    name: 'Amina K.',
    email: 'amina@justice.example',
  });
  await amina.get('/office/en/staff');
  await amina.post('/office/en/staff', { email: BILAL, role: 'reader', lang: 'en' });
  expect(amina.page).toContain(`<bdi>\u2066${BILAL}\u2069</bdi>`);
  expect(amina.page).not.toMatch(/invited [0-9a-f]{12}/);
  await setsUp(bilal, await linkTo(BILAL, /\/office\/en\/begin\/[\w-]+/), { name: 'Bilal N.' });
  await amina.get('/office/en/staff');
  bilalId = /\/office\/en\/staff\/([\w-]{36})"><bdi>Bilal/.exec(amina.page)?.[1] ?? '';
});
afterAll(() => site.stop());

const sql = (statement: string) => site.running.app.pool.query(statement);
const mailsTo = (address: string) => site.mail.received.filter(({ to }) => to === address);
const stale = () =>
  sql(`UPDATE sessions SET began_at = now() - interval '1 hour', proved_at = now() - interval '11 minutes'`);
const shownAgain = () => sql('UPDATE sessions SET proved_at = now()');

async function setsUp(who: OfficeBrowser, link: string, typed: Record<string, string>): Promise<void> {
  await who.get(link);
  await who.post(link, typed);
  const secret = /name="secret" value="([A-Z2-7]{32})"/.exec(who.page)?.[1] ?? '';
  await who.post('/office/en/set-up', { secret, code: totpCode(secret) });
}

async function linkTo(address: string, pattern: RegExp): Promise<string> {
  const found = () => pattern.exec(String(mailsTo(address).at(-1)?.mail.text))?.[0];
  await until('the link', () => found() !== undefined);
  return found() ?? '';
}

const forms = () => (office.office ?? []).filter(({ method }) => method === 'POST');
const filled = (path: string) => path.replace(':lang', 'en').replace(':id', bilalId).replace(':token', 'none');

describe('what is dangerous', () => {
  it('asks for a factor afresh, and everything else is said here', () => {
    const others = forms().filter(({ fresh }) => fresh === undefined);
    expect(others.map(({ path }) => path.replace('/office/:lang', ''))).toEqual([
      ...['/sign-in', '/sign-in/code', '/begin/:token', '/sign-in/passkey/ask', '/sign-in/passkey', '/sign-out'],
      ...['/unsent/:id/away', '/watch', '/keep', '/copies/:id/away'],
      ...['/prove', '/prove/passkey/ask', '/prove/passkey', '/account/end-sessions', '/account/passkeys/:id'],
      ...['/account/address/:token', '/account/daily-mail', '/account/stop', '/stop/:token'],
      ...['/jobs/several/again', '/jobs/several/drop'],
    ]);
  });

  it('is refused where none was shown lately: each of them leads to showing it, and changes nothing', async () => {
    await stale();
    const before = await sql('SELECT count(*) FROM audit_entries');
    for (const { path, fresh } of forms().filter((form) => form.fresh !== undefined)) {
      await amina.get('/office/en');
      await amina.post(filled(path), {});
      const to = filled(fresh?.pattern ?? '').replace('/office/en', '');
      expect(amina.at, path).toBe(`/office/en/prove?to=${encodeURIComponent(to)}`);
    }
    expect((await sql('SELECT count(*) FROM audit_entries')).rows).toEqual(before.rows);
    await shownAgain();
  });

  it('is refused to every form without its own token, and to whoever has no session', async () => {
    for (const { path, who } of forms()) {
      await amina.get('/office/en');
      await amina.post(filled(path), {}, 'x'.repeat(43));
      expect([amina.status, amina.page.includes('Nothing was changed')], path).toEqual([403, true]);
      if (who === 'anybody') continue;
      const stranger = await new OfficeBrowser(() => site.url).get('/office/en/sign-in');
      await stranger.post(filled(path), {});
      expect(stranger.at, path).toMatch(/^\/office\/en\/sign-in/);
    }
  });

  it('is refused to whoever’s role does not go so far', async () => {
    for (const { path, who } of (office.office ?? []).filter(({ who }) => who === 'accounts.change')) {
      await bilal.get('/office/en');
      const asked = path.includes(':id') || forms().some((form) => form.path === path);
      if (asked) await bilal.post(filled(path), {});
      else await bilal.get(filled(path));
      expect([bilal.status === 403 || bilal.status === 404, who], path).toEqual([true, 'accounts.change']);
    }
  });
});

describe('the page of somebody', () => {
  const page = () => `/office/en/staff/${bilalId}`;

  it('who was invited, and set nothing up, offers to invite them again', async () => {
    const LEA = 'lea@justice.example';
    await amina.get('/office/en/staff');
    await amina.post('/office/en/staff', { email: LEA, role: 'reader', lang: 'en' });
    const lea = /\/office\/en\/staff\/[\w-]{36}(?="><bdi>\u2066lea@)/.exec(amina.page)?.[0] ?? '';
    await until('the invitation', () => mailsTo(LEA).length === 1);
    await amina.get(lea);
    expect(amina.page).toContain('They have not set up a way to sign in yet.');
    expect(amina.page).not.toContain('Recover the account');
    await amina.post(`${lea}/invite`, {});
    expect(amina.page).toContain('The invitation is on its way.');
    await until('another', () => mailsTo(LEA).length === 2);
    await amina.get(`/office/en/staff/${bilalId}`);
    await amina.post(`/office/en/staff/${bilalId}/invite`, {});
    expect([amina.status, amina.page.includes('They can sign in already.')]).toEqual([422, true]);
  });

  it('changes a role, and says beside it what can’t be', async () => {
    await amina.get(page());
    await amina.post(`${page()}/role`, { role: 'translator' });
    expect([amina.status, amina.page.includes('Choose a translator’s languages')]).toEqual([422, true]);
    await amina.post(`${page()}/role`, { role: 'translator', languages: 'ar' });
    expect(amina.page).toContain('translator, \u2068العربية\u2069');
    const entry = await sql(`SELECT made_from FROM audit_entries WHERE operation = 'accounts.change-role'`);
    expect(entry.rows).toEqual([{ made_from: 'office firefox linux' }]);
    await amina.post(`${page()}/role`, { role: 'emperor' });
    expect(amina.status).toBe(422);
  });

  it('ends their sessions', async () => {
    await amina.get(page());
    await amina.post(`${page()}/end-sessions`, {});
    expect(amina.page).toContain('Not signed in.');
    await bilal.get('/office/en');
    expect(bilal.at).toMatch(/sign-in/);
  });

  it('asks for recovery, of which they are mailed at once, and which they can stop; else a link lets them in', async () => {
    await amina.get(page());
    await amina.post(`${page()}/recover`, {});
    expect(amina.page).toContain('Recovery was asked for.');
    const stop = await linkTo(BILAL, /\/office\/en\/stop\/[\w-]+/);
    const stranger = new OfficeBrowser(() => site.url);
    await stranger.get(stop);
    expect((await sql('SELECT 1 FROM account_changes')).rows).toHaveLength(1);
    await stranger.post(stop, {});
    expect(stranger.page).toContain('Nothing changes.');
    await stranger.get(stop);
    expect(stranger.status).toBe(410);
    await amina.get(page());
    await amina.post(`${page()}/recover`, {});
    await until(
      'the second mail',
      async () => (await sql('SELECT 1 FROM account_changes WHERE stop_hash IS NOT NULL')).rows.length > 0,
    );
    await sql(`UPDATE account_changes SET due_at = now() - interval '1 second'`);
    const { settleChanges } = await import('../accounts/changes.ts');
    const { enqueue } = await import('../work/enqueue.ts');
    await settleChanges(site.running.app, (trx, actor) => enqueue(trx, 'mail-recovery-link', { actor }));
    const count = mailsTo(BILAL).length;
    await until(
      'the recovery link',
      () => /begin/.test(String(mailsTo(BILAL).at(-1)?.mail.text)) || mailsTo(BILAL).length > count,
    );
    await setsUp(bilal, await linkTo(BILAL, /\/office\/en\/begin\/[\w-]+/), {});
    await bilal.get('/office/en');
    expect(bilal.page).toContain('\u2068Bilal N.\u2069, ');
  });

  it('is one’s own without anything to change', async () => {
    await amina.get('/office/en/staff');
    const own = /\/office\/en\/staff\/([\w-]{36})"><bdi>Amina/.exec(amina.page)?.[1] ?? '';
    await amina.get(`/office/en/staff/${own}`);
    expect(amina.page).toContain('Nobody changes their own account');
    await amina.post(`/office/en/staff/${own}/role`, { role: 'reader' });
    expect(amina.status).toBe(422);
  });
});

describe('one’s own address', () => {
  it('is told to both, is confirmed by a link that is mailed there, and can be stopped from the account', async () => {
    await amina.get('/office/en/account');
    await amina.post('/office/en/account/address', { email: BILAL });
    expect([amina.status, amina.page.includes('Somebody has an account')]).toEqual([422, true]);
    await amina.post('/office/en/account/address', { email: 'amina@new.example' });
    expect(amina.page).toContain('Your address is being changed');
    await until('the mail to the address of now', () => mailsTo('amina@justice.example').length === 1);
    const link = await linkTo('amina@new.example', /\/office\/en\/account\/address\/[\w-]+/);
    const stranger = await new OfficeBrowser(() => site.url).get(link);
    expect(stranger.at).toMatch(/^\/office\/en\/sign-in\?to=%2Faccount%2Faddress%2F/);
    await amina.get('/office/en/account');
    expect(amina.page).toContain('Nothing changes before you have opened the link');
    await amina.get(link);
    expect(amina.page).toContain('Is this your new address?');
    await amina.post(link, {});
    expect([amina.at, amina.page.includes('You have confirmed this address')]).toEqual(['/office/en/account', true]);
    await amina.get(link);
    expect(amina.status).toBe(410);
    await amina.get('/office/en/account');
    await amina.post('/office/en/account/stop', { kind: 'address' });
    expect(amina.page).not.toContain('Your address is being changed');
  });
});

it('removes somebody, who is signed out at once', async () => {
  await amina.get(`/office/en/staff/${bilalId}`);
  await amina.post(`/office/en/staff/${bilalId}/remove`, {});
  expect([amina.at, amina.page.includes('Bilal')]).toEqual(['/office/en/staff', false]);
  await bilal.get('/office/en');
  expect(bilal.at).toMatch(/sign-in/);
});
