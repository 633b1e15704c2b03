import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deriveKeys } from '../../src/config/keys.ts';
import { loadContent } from '../../src/content.ts';
import { readMailbox } from '../../src/supporters/mailbox.ts';
import { sealLink } from '../../src/supporters/mailed-link.ts';
import { supporterKey } from '../../src/supporters/sealing.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { type MailSink, startMailSink } from '../support/mail.ts';
import { type ProductProcess, startBuiltProduct } from '../support/product.ts';

const ROUNDS = 12;
/** A name for use inside only: it exists nowhere, and the mail goes to our own server in any case. */
const office = 'minister@office.kill-test.internal';
const secret = randomBytes(32);
const keys = deriveKeys(secret);

let fresh: FreshDatabase;
let mail: MailSink;
let dataDir: string;
let port: number;
let minister: string;

beforeAll(async () => {
  [fresh, mail, dataDir, port] = await Promise.all([
    freshDatabase(),
    startMailSink(),
    mkdtemp(join(tmpdir(), 'common-bonds-kill-')),
    freePort(),
  ]);
  await loadContent(fresh.database);
  const row = await fresh.database
    .selectFrom('representatives')
    .select('id')
    .where('state', '=', 'KEN')
    .where('office', '=', 'justice-minister')
    .executeTakeFirstOrThrow();
  minister = row.id;
  await fresh.database
    .insertInto('channels')
    .values({ representative_id: minister, kind: 'email', value: office })
    .execute();
  await fresh.database.updateTable('mailboxes').set({ hourly_budget: 36_000_000 }).execute();
  await fresh.database
    .insertInto('receiving_domains')
    .values({ domain: 'office.kill-test.internal', hourly_budget: 36_000_000 })
    .execute();
});
afterAll(async () => {
  await mail.stop();
  await fresh.drop();
  await rm(dataDir, { recursive: true, force: true });
});

function start(): Promise<ProductProcess> {
  return startBuiltProduct(port, {
    DATABASE_URL: fresh.url,
    DATA_DIR: dataDir,
    SEALING_KEY: secret.toString('base64'),
    SMTP_URL: mail.url,
    MAIL_DOMAIN: 'letters.kill-test.internal',
    OPERATOR_NAME: 'Test Coalition',
    OPERATOR_EMAIL: 'desk@coalition.example',
    ACTS_PER_NETWORK_HOUR: '1000000',
  });
}

async function post(url: string, form: Readonly<Record<string, string>>): Promise<number> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' }).catch(
    () => undefined,
  );
  await response?.text().catch(() => '');
  return response?.status ?? 0;
}

/** Supporters write and confirm until the product is gone. @returns the addresses of those who were told that their letter was taken */
async function write(product: ProductProcess, until: AbortSignal): Promise<string[]> {
  const taken: string[] = [];
  while (!until.aborted) {
    const email = `supporter.${randomBytes(6).toString('hex')}@mail.example`;
    const letter = {
      state: 'KEN',
      to: minister,
      step: 'send',
      name: 'Amina K.',
      email,
      subject: 'Justice',
      body: await prepared(product),
    };
    if ((await post(`${product.url}/en/campaigns/united-by-common-bonds/write`, letter)) !== 303) continue;
    taken.push(email);
    await confirm(product, email);
  }
  return taken;
}

let words: string | undefined;
async function prepared(product: ProductProcess): Promise<string> {
  if (words) return words;
  const page = await fetch(
    `${product.url}/en/campaigns/united-by-common-bonds/write?state=KEN&aware=1&go=write&to=${minister}`,
  ).then((response) => response.text());
  words = /<textarea[^>]*name="body"[^>]*>([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? '';
  return words;
}

async function confirm(product: ProductProcess, email: string): Promise<number> {
  const key = supporterKey(keys, readMailbox(email)?.comparable ?? '');
  const act = await fresh.database
    .selectFrom('actions')
    .select('id')
    .where('supporter_key', '=', key)
    .executeTakeFirst();
  return act ? post(`${product.url}/en/confirm/${sealLink(keys, 'confirm', key, act.id)}`, {}) : 0;
}

/** How often each supporter's letter came in. */
function arrivals(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { to, mail: letter } of mail.received) {
    const writer = letter.replyTo?.value[0]?.address;
    if (to === office && writer) counts.set(writer, (counts.get(writer) ?? 0) + 1);
  }
  return counts;
}

it('killed outright at any moment, it loses no letter that it took and sends none twice', async () => {
  const taken: string[] = [];
  let printed = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const product = await start();
    const over = new AbortController();
    const writers = Array.from({ length: 6 }, () => write(product, over.signal));
    await pause(200 + Math.random() * 1_800);
    await product.killed();
    printed += product.printed();
    over.abort();
    taken.push(...(await Promise.all(writers)).flat());
  }
  // The lease of a claim is a quarter of an hour; here it has passed.
  await fresh.pool.query(`UPDATE letters SET claimed_at = now() - interval '1 hour' WHERE claimed_at IS NOT NULL`);
  const last = await start();
  for (const email of taken) await confirm(last, email);
  await allHandedOver();
  await last.stopped();
  printed += last.printed();

  const { rows } = await fresh.pool.query<{ state: string; count: number }>(
    'SELECT state, count(*)::int AS count FROM letters GROUP BY state',
  );
  const states = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  const counts = arrivals();
  expect(printed, 'what it prints names nobody').not.toMatch(/mail\.example|Amina|\/confirm\/[\w-]{20}/);
  expect(taken.length).toBeGreaterThan(ROUNDS * 5);
  expect([...counts].filter(([, times]) => times > 1)).toEqual([]);
  expect(Object.keys(states).sort()).toEqual(expect.arrayContaining(['handed-over']));
  expect(Object.keys(states).filter((state) => !['handed-over', 'unknown', 'unconfirmed'].includes(state))).toEqual([]);
  for (const email of taken) {
    const key = supporterKey(keys, readMailbox(email)?.comparable ?? '');
    const letter = await fresh.database
      .selectFrom('letters')
      .select('state')
      .where('supporter_key', '=', key)
      .executeTakeFirst();
    expect(letter?.state, 'a letter that was taken is there').toMatch(/^(handed-over|unknown)$/);
    if (letter?.state === 'handed-over') expect(counts.get(email), 'what is said to be handed over arrived').toBe(1);
  }
});

async function allHandedOver(): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { rowCount } = await fresh.pool.query(
      `SELECT 1 FROM letters WHERE state IN ('waiting', 'claimed', 'handing-over') LIMIT 1`,
    );
    if (rowCount === 0) return;
    await pause(100);
  }
}
