import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRules } from '../../test/support/broken-rules.ts';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { freePort } from '../../test/support/free-port.ts';
import { type MailSink, startMailSink } from '../../test/support/mail.ts';
import { Supporter } from '../../test/support/supporter.ts';
import { until } from '../../test/support/until.ts';
import { SYSTEM } from '../actors/actors.ts';
import { deriveKeys } from '../config/keys.ts';
import { root } from '../config/root.ts';
import { readSettings } from '../config/settings.ts';
import { afterRestoreOf } from '../handed.ts';
import { releaseAfterRestore } from '../letters/review.ts';
import { words } from '../locales/words.ts';
import { type Running, startProcess } from '../main.ts';
import { rooms } from '../rooms.ts';
import { restore } from './restore.ts';

const fixtures = join(root, 'test/fixtures/backups');
const key = Buffer.alloc(32, 1);

const left = (await readdir(fixtures)).flatMap((file) => /^(.+)\.backup$/.exec(file)?.slice(1) ?? []).sort();

it('each version that was released has left a backup', async () => {
  const changelog = await readFile(join(root, 'CHANGELOG.md'), 'utf8');
  const released = [...changelog.matchAll(/^## (\d+\.\d+\.\d+) \(\d{4}-\d\d-\d\d\)$/gm)].map(([, version]) => version);
  expect(released.length).toBeGreaterThan(1);
  expect(left).toEqual(released.sort());
});

describe.each(left)('an install of version %s', (version) => {
  const said: string[] = [];
  let fresh: FreshDatabase;
  let mail: MailSink;
  let folder: string;
  let running: Running;
  let site: { url: string; mail: MailSink };
  let links: Record<string, string>;

  beforeAll(async () => {
    fresh = await freshDatabase();
    await fresh.pool.end();
    links = JSON.parse(await readFile(join(fixtures, `${version}.links.json`), 'utf8'));
    const file = join(fixtures, `${version}.backup`);
    await restore(fresh.url, file, deriveKeys(key), { replace: true, unsigned: true }, afterRestoreOf(rooms));
    mail = await startMailSink();
    folder = await mkdtemp(join(tmpdir(), 'older-'));
    const port = await freePort();
    const settings = readSettings(
      {
        PORT: String(port),
        DATABASE_URL: 'postgresql://unused',
        DATA_DIR: folder,
        OUTBOX_PORT: '0',
        PUBLIC_URL: `http://localhost:${port}`,
        SMTP_URL: mail.url,
        MAIL_DOMAIN: 'letters.coalition.internal',
        OPERATOR_NAME: 'Invented Coalition',
        OPERATOR_EMAIL: 'desk@invented.example',
        SEALING_KEY: key.toString('base64'),
        // The links of the fixtures don't end while the tests are kept.
        LINK_DAYS: '3650',
        LOG_LEVEL: 'error',
      },
      root,
    );
    running = await startProcess(
      { ...settings, DATABASE_URL: fresh.url },
      { web: true, work: true, mayLeave: () => true, mailEvery: 0.05 },
      (line) => void said.push(line),
    );
    site = { url: settings.PUBLIC_URL, mail };
  });
  afterAll(async () => {
    await running.stop();
    await mail.stop();
    await fresh.drop().catch(() => {});
    await rm(folder, { recursive: true, force: true });
  });

  const rows = async (statement: string) => (await (running.app.pool as pg.Pool).query(statement)).rows;
  const someone = (word: string, lang = 'en') => new Supporter(site, { lang, email: `${word}@invented.example` });
  const stateOf = async (word: string) => (await someone(word).opens(links[`${word}@invented.example`] ?? '')).text;

  it('is whole: nothing was set aside, and every rule of the database holds for old rows', async () => {
    expect(said.filter((line) => line.startsWith('upgrade: '))).toEqual([]);
    expect(await rows('SELECT * FROM set_aside')).toEqual([]);
    expect(
      await rows(`SELECT conname FROM pg_constraint WHERE NOT convalidated AND connamespace = 'public'::regnamespace`),
    ).toEqual([]);
    expect(await brokenRules(running.app)).toEqual([]);
    // What waited is held back by the restore; the second letter of one writer to one office stays unconfirmed.
    const states = await rows('SELECT state, count(*)::int AS n FROM letters GROUP BY 1');
    expect(Object.fromEntries(states.map(({ state, n }) => [state, n]))).toEqual({
      bounced: 1,
      'handed-over': 2,
      held: 2,
      unconfirmed: 2,
      withdrawn: 1,
    });
    expect(await rows('SELECT answer FROM letters WHERE answer IS NOT NULL')).toEqual([{ answer: 'yes' }]);
    expect(await rows('SELECT kind, detail FROM addressee_requests')).toEqual([
      { kind: 'correct-address', detail: 'office@corrected.example' },
    ]);
  });

  it('counts whoever takes part', async () => {
    const counted = `SELECT sum(people)::int AS people FROM
      (SELECT people FROM tallies UNION ALL SELECT people FROM tally_marks) t`;
    expect(await rows(counted)).toEqual([{ people: 6 }]);
    expect(await rows('SELECT count(*)::int AS people FROM campaign_supporters')).toEqual([{ people: 6 }]);
  });

  it('tells by the links of then what became of each action', async () => {
    for (const word of ['handed', 'bounced', 'answered', 'waiting', 'withdrawn', 'held', 'joined'])
      expect((await someone(word).opens(links[`${word}@invented.example`] ?? '')).status, word).toBe(200);
    expect(await stateOf('bounced')).toContain(words('es').t('letters.status.bounced'));
    expect(await stateOf('withdrawn')).toContain(words('fr').t('actions.status.withdrawn.title'));
    expect((await someone('office').opens(links.office ?? '')).status).toBe(200);
    expect((await someone('answered').opens(links.answer ?? '')).status).toBe(200);
  });

  it('confirms nothing that may have been confirmed since', async () => {
    const unconfirmed = someone('unconfirmed', 'ar');
    await unconfirmed.posts(links['unconfirmed@invented.example'] ?? '', []);
    expect(await rows(`SELECT count(*)::int AS n FROM letters WHERE state = 'unconfirmed'`)).toEqual([{ n: 2 }]);
  });

  it('delivers what waited once it is let go, once', async () => {
    await releaseAfterRestore(running.app, SYSTEM);
    const letters = () =>
      mail.received.filter(({ mail: { replyTo } }) => replyTo?.value[0]?.address === 'waiting@invented.example');
    await until('the letter of then leaves', () => letters().length > 0);
    expect(letters()).toHaveLength(1);
    expect(
      mail.received.filter(({ mail: { replyTo } }) => replyTo?.value[0]?.address === 'handed@invented.example'),
    ).toEqual([]);
  });

  it('takes actions back', async () => {
    const held = someone('held', 'es');
    const status = links['held@invented.example'] ?? '';
    expect((await held.posts(status, [['sure', '1']])).status).toBe(200);
    expect(await rows(`SELECT count(*)::int AS n FROM letters WHERE state = 'held'`)).toEqual([{ n: 0 }]);
  });

  it('gives people their data, and erases it', async () => {
    const joined = someone('joined', 'ar');
    await joined.posts('/ar/my-data', [['email', joined.email]]);
    const { mail: told } = await joined.readsMail((one) => /\/my-data\//.test(one.mail.text ?? ''));
    const link = new URL(/https?:\S+\/my-data\/\S+/.exec(told.text ?? '')?.[0] ?? '').pathname;
    expect(JSON.parse((await joined.posts(link, [['download', '1']])).text).address).toBe(joined.email);
    const before = (await rows('SELECT count(*)::int AS n FROM supporters'))[0]?.n;
    await joined.posts(link, [
      ['erase', '1'],
      ['sure', '1'],
    ]);
    expect(await rows('SELECT count(*)::int AS n FROM supporters')).toEqual([{ n: before - 1 }]);
  });

  it('takes new letters', async () => {
    const office = await rows(`SELECT id FROM representatives WHERE state = 'KEN' AND office = 'foreign-minister'`);
    const sent = await someone('new', 'fr').writesTo([office[0]?.id], { state: 'KEN' });
    expect(sent.url).toMatch(/check-your-mail$/);
  });
});
