import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { OfficeBrowser } from '../../test/support/office-browser.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { type SignedIn, signedInAs } from '../../test/support/staff.ts';
import { makeEverythingWait } from '../../test/support/things-waiting.ts';
import { removeAccount } from '../accounts/accounts.ts';
import type { Role } from '../accounts/roles.ts';
import { direction, langs } from '../config/langs.ts';
import { openMailGateway } from '../mail/mail-gateway.ts';
import { askDailyMails, mailWhatWaits } from './mail-waits.ts';

const DAY = 86_400_000;

let site: Site;
let admin: SignedIn;
let reader: SignedIn;
let moderator: SignedIn;
beforeAll(async () => {
  site = await startSite({}, { work: false });
  const joins = (role: Role) => signedInAs(site.running.app, `One ${role}`, role);
  admin = await joins('administrator');
  reader = await joins('reader');
  moderator = await joins('moderator');
  await makeEverythingWait(site.running.app);
});
afterAll(() => site.stop());
beforeEach(async () => {
  site.mail.received.length = 0;
  await site.fresh.pool.query('UPDATE accounts SET daily_mail_at = NULL');
});

async function accountOf({ token }: SignedIn, lang = 'en'): Promise<OfficeBrowser> {
  const browser = new OfficeBrowser(() => site.url);
  browser.cookies.set('office', token);
  return browser.get(`/office/${lang}/account`);
}

const DAILY = '/office/en/account/daily-mail';
const asks = async (somebody: SignedIn) => (await accountOf(somebody)).post(DAILY, { wanted: 'yes' });

/** A morning of the days to come: nobody has had a mail of it. */
const morning = (days: number) => new Date(new Date().setUTCHours(7, 0, 0, 0) + days * DAY);
const mailed = () => site.mail.received.map(({ to }) => to).sort();

/** What is due by then is asked for, and the jobs that come of it are done. */
async function mailsOf(now: Date, processes = 1): Promise<void> {
  const { app } = site.running;
  await Promise.all(Array.from({ length: processes }, () => askDailyMails(app, now)));
  const { rows } = await site.fresh.pool.query(`WITH done AS (
      DELETE FROM graphile_worker._private_jobs RETURNING task_id, payload)
    SELECT payload FROM done JOIN graphile_worker._private_tasks t ON t.id = task_id
    WHERE t.identifier = 'mail-what-waits'`);
  const post = openMailGateway(app, () => true);
  for (const { payload } of rows) await mailWhatWaits(app, post, payload);
  await post.close();
}
const operations = async () =>
  (
    await site.fresh.pool.query(`SELECT operation FROM audit_entries WHERE operation LIKE '%daily-mail' ORDER BY id`)
  ).rows.map(({ operation }) => operation);

it('comes once a morning to whoever asked for it, however many processes ask, and not on the day itself', async () => {
  await asks(admin);
  await asks(moderator);
  await mailsOf(new Date());
  expect(mailed()).toEqual([]);
  await mailsOf(morning(1), 5);
  await mailsOf(morning(1));
  await mailsOf(morning(2));
  expect(mailed()).toEqual(
    ['administrator', 'administrator', 'moderator', 'moderator'].map((role) => `one-${role}@justice.example`),
  );
});

it('says what the first page of the office says, by role, with the way to each and to the end of these mails', async () => {
  await asks(admin);
  await asks(moderator);
  await mailsOf(morning(1));
  const to = (role: string) => site.mail.received.find((one) => one.to === `one-${role}@justice.example`)?.mail;
  const text = to('administrator')?.text ?? '';
  expect(text).toContain('2 · Letters held for a look\nThe first: 3 days ago\n');
  expect(text).toContain(`${site.url}/office/en/held-letters`);
  expect(text).toContain('At the command line:\nnpm run check -- mail ADDRESS');
  expect(text).toContain(`${site.url}/office/en/account`);
  const browser = new OfficeBrowser(() => site.url);
  browser.cookies.set('office', admin.token);
  const { page } = await browser.get('/office/en');
  const list = /<ul class="waits">(.*?)<\/ul>/.exec(page)?.[1] ?? '';
  const ways = [...list.matchAll(/href="([^"]*)"|<code class="whole">([^<]*)</g)].map(([, link, command]) =>
    link ? `\n${site.url}${link}\n` : `\n${command}\n`,
  );
  expect(ways).toHaveLength(list.match(/<li/g)?.length ?? 0);
  expect(ways.filter((way) => !text.includes(way))).toEqual([]);
  expect(to('moderator')?.text).toContain('Letters held');
  expect(to('moderator')?.text).not.toContain('backup');
});

it('does not come where nothing waits, where it is no longer wanted, or to whoever left', async () => {
  const leaves = await signedInAs(site.running.app, 'Who leaves', 'moderator');
  for (const one of [admin, reader, moderator, leaves]) await asks(one);
  await (await accountOf(admin)).post(DAILY, {});
  const { database, keys } = site.running.app;
  await removeAccount({ database, keys, by: admin.actor }, 'who-leaves@justice.example');
  await mailsOf(morning(1));
  expect(mailed()).toEqual(['one-moderator@justice.example']);
});

it('is asked for and stopped in one’s account, each once in the audit', async () => {
  const before = await operations();
  await asks(admin);
  await asks(admin);
  const browser = await accountOf(admin);
  expect(browser.page).toContain('Each morning you get by mail what waits for you');
  await browser.post(DAILY, {});
  expect((await accountOf(admin)).page).toContain('Mail me each morning');
  expect((await operations()).slice(before.length)).toEqual(['accounts.ask-daily-mail', 'accounts.stop-daily-mail']);
});

it('of a morning that is over, held up until the next, is not sent any more', async () => {
  await asks(admin);
  const post = openMailGateway(site.running.app, () => true);
  await mailWhatWaits(site.running.app, post, { actor: admin.actor, due: morning(-3).toISOString() });
  await mailWhatWaits(site.running.app, post, { actor: admin.actor, due: morning(1).toISOString() });
  await post.close();
  expect(mailed()).toHaveLength(1);
});

it.each(langs)('is written in the language of its reader: %s', async (lang) => {
  await asks(admin);
  await site.fresh.pool.query('UPDATE accounts SET lang = $1', [lang]);
  await mailsOf(morning(1));
  const mail = site.mail.received[0]?.mail;
  expect(mail?.html).toContain(`<html lang="${lang}" dir="${direction(lang)}">`);
  expect(mail?.text).toContain(`/office/${lang}/`);
  expect(mail?.text).not.toMatch(/office\.\w|undefined|null/);
});
