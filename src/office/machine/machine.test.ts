import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';
import { noteBackup } from '../../backup/noted.ts';
import { langs } from '../../config/langs.ts';
import { version } from '../../config/version.ts';
import { alertOperator } from '../../mail/alerts.ts';

const MACHINE = '/office/en/machine';
const KEY = Buffer.from('the sealing key that nobody sees').toString('base64');
let site: Site;
let browser: OfficeBrowser;
beforeAll(async () => {
  const secrets = { SEALING_KEY: KEY, METRICS_TOKEN: 'nobody-may-see-this-token' };
  site = await startSite({ ...secrets, MAIL_DOMAIN: 'letters.coalition.test' }, { work: false });
  browser = new OfficeBrowser(() => site.url);
  browser.cookies.set('office', (await signedInAs(site.running.app, 'Amina K.', 'administrator')).token);
});
afterAll(() => site.stop());

const textOf = ({ page }: OfficeBrowser) =>
  page
    .replaceAll(/<style.*?<\/style>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\u2066-\u2069]+/g, ' ');

describe('the machine', () => {
  it('says its version, its migrations, its key by its fingerprint and its tables', async () => {
    const text = textOf(await browser.get(MACHINE));
    expect(text).toContain(version);
    expect(text).toMatch(/All \d+ of this version have been applied; the last: .* 20\d\d/);
    expect(text).toContain(site.running.app.keys.current.print);
    expect(text).toMatch(/letters .* (?:kB|byte|MB)/);
    expect(text).toContain('No job has failed');
  });

  it('says every setting and no secret', async () => {
    await browser.get(MACHINE);
    expect(browser.page).toContain('>SEALING_KEY<');
    for (const secret of [KEY, 'nobody-may-see-this']) expect(browser.page).not.toContain(secret);
    expect(textOf(browser)).toMatch(/METRICS_TOKEN Set, not shown/);
  });

  it('says what is wrong with them, in every language', async () => {
    expect(textOf(await browser.get(MACHINE))).toContain('MAIL_DOMAIN missing This domain can be nobody’s');
    for (const lang of langs) {
      await browser.get(`/office/${lang}/machine`);
      expect([lang, browser.status, browser.page.includes('office.machine')]).toEqual([lang, 200, false]);
    }
  });

  it('says what our mail server said last, and what receivers did', async () => {
    expect(textOf(await browser.get(MACHINE))).toContain('Not lately.');
    const { app } = site.running;
    const said = '535 5.7.8 bad login of desk@coalition.example';
    await alertOperator(app, app.database, { kind: 'relay-refuses-us', subject: 'SMTP_URL', detail: said });
    const text = textOf(await browser.get(MACHINE));
    expect(text).toMatch(/It is still so\. 535 5\.7\.8 bad login/);
    expect(browser.page).not.toContain('desk@coalition.example</code>');
  });

  it('says how old and how large backups are', async () => {
    expect(textOf(await browser.get(MACHINE))).toContain('No backup has been made yet');
    const folder = join(site.running.app.settings.DATA_DIR, 'backups');
    await mkdir(folder);
    await writeFile(join(folder, 'before-upgrade-20261101T000000000Z.backup'), Buffer.alloc(2_500_000));
    await writeFile(join(folder, 'somebody’s notes.txt'), 'private');
    await noteBackup(site.fresh.url, new Date(Date.now() - 3 * 86_400_000));
    const text = textOf(await browser.get(MACHINE));
    expect(text).toContain('(3 days ago)');
    expect(text).toMatch(/before-upgrade-20261101T000000000Z\.backup 2\.5 MB/);
    expect(text).not.toContain('notes.txt');
  });

  it('names a migration that was not applied, and one of a newer version', async () => {
    const { pool } = site.fresh;
    const { rows } = await pool.query(
      `DELETE FROM migrations WHERE name = (SELECT max(name) FROM migrations) RETURNING *`,
    );
    await pool.query(`INSERT INTO migrations VALUES ('999-of-tomorrow.sql', now())`);
    const text = textOf(await browser.get(MACHINE));
    expect(text).toMatch(/One has not been applied yet:.* npm run migrate/);
    expect([text.includes(rows[0].name), text.includes('999-of-tomorrow.sql')]).toEqual([true, true]);
    await pool.query(`DELETE FROM migrations WHERE name = '999-of-tomorrow.sql'`);
    await pool.query(`INSERT INTO migrations VALUES ($1, $2)`, [rows[0].name, rows[0].applied_at]);
  });

  it('waits for no table that somebody alters, and says so', async () => {
    const client = await site.fresh.pool.connect();
    await client.query('BEGIN; LOCK TABLE risk_judgements');
    const began = performance.now();
    const text = textOf(await browser.get(MACHINE));
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(text).toMatch(/Size of tables .*Can’t be read just now/);
    expect(text).toContain('All settings as they were read');
    await client.query('ROLLBACK');
    client.release();
  });

  it('is nobody’s but administrators’', async () => {
    const omar = new OfficeBrowser(() => site.url);
    omar.cookies.set('office', (await signedInAs(site.running.app, 'Omar T.', 'editor')).token);
    await omar.get(MACHINE);
    expect([omar.status, omar.page.includes('SEALING_KEY')]).toEqual([403, false]);
  });
});
