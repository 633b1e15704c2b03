import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { root } from '../src/config/root.ts';
import { startBeside } from './beside.ts';
import { startProduct } from './product.ts';
import { perSecond, type Row } from './table.ts';

/** Letters that wait, as if thousands had confirmed: their text sealed by the product itself when they were accepted. */
async function confirmAll(databaseUrl: string, most: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  await pool.query(`DELETE FROM letters WHERE id NOT IN (SELECT id FROM letters LIMIT ${most})`);
  await pool.query(`UPDATE actions SET state = 'confirmed', confirmed_at = now(), mail_state = 'sent',
    bounce_id = substring(supporter_key FROM 1 FOR 10)`);
  await pool.query(`INSERT INTO channels (representative_id, kind, value)
    SELECT (SELECT id FROM representatives LIMIT 1), 'email', 'desk@office-' || i || '.bench.internal' FROM generate_series(1, 400) i`);
  await pool.query(`UPDATE mailboxes SET hourly_budget = 36000000`);
  await pool.query(
    `INSERT INTO receiving_domains (domain, hourly_budget) SELECT 'office-' || i || '.bench.internal', 36000000
      FROM generate_series(1, 400) i`,
  );
  await pool.query(`WITH c AS (SELECT array_agg(id) AS ids FROM channels WHERE value LIKE '%.bench.internal'),
      l AS (SELECT supporter_key, id, row_number() OVER () AS n FROM letters)
    UPDATE letters SET state = 'waiting', confirmed_at = now(), due_at = now(), channel_id = c.ids[1 + l.n % 400] FROM l, c
      WHERE letters.supporter_key = l.supporter_key AND letters.id = l.id`);
  await pool.query(`SELECT open_queues(array_agg(mailbox)) FROM channels WHERE value LIKE '%.bench.internal'`);
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM letters WHERE state = 'waiting'`,
  );
  await pool.end();
  return rows[0]?.count ?? 0;
}

/** Of the letters that `actions.ts` posts, finished. */
const LENGTH = 900;

/** How many a second leave where nothing is asked of a database and nothing recorded: the most that delivery could reach. */
async function handedOverOnly(port: number, keyFile: string, count: number): Promise<number> {
  const program = join(root, 'bench/programs/hand-over-only.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, `${port}`, keyFile, `${count}`, `${LENGTH}`],
    {
      cwd: root,
    },
  );
  return Number(stdout);
}

/**
 * Letters composed, signed (RSA 2048), taken by an SMTP server of another process and recorded; beside the same letters that are not
 * recorded, before and after.
 */
export async function deliveredLetters(
  databaseUrl: string,
  env: Readonly<Record<string, string>>,
  most: number,
): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'common-bonds-dkim-'));
  const keyFile = join(folder, 'dkim.pem');
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  await writeFile(keyFile, privateKey, { mode: 0o600 });
  const sink = await startBeside('mail-sink.ts');
  const waiting = await confirmAll(databaseUrl, most);
  const before = await handedOverOnly(sink.port, keyFile, most / 2);
  const begun = Date.now();
  const product = await startProduct(databaseUrl, {
    ...env,
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    MAIL_DOMAIN: 'letters.bench.internal',
    DKIM_SELECTOR: 'b',
    DKIM_KEY_FILE: keyFile,
  });
  const seconds = await whenHandedOver(databaseUrl, waiting, begun);
  // Nothing works beside it any more.
  await product.stop();
  const after = await handedOverOnly(sink.port, keyFile, most / 2);
  await sink.stop();
  await rm(folder, { recursive: true });
  const rate = waiting / seconds;
  return {
    what: 'letters composed, signed, handed over, recorded',
    measured: `${perSecond(rate)} (${waiting} letters)`,
    beside: `not recorded ${perSecond((before + after) / 2)}`,
    ratio: `${((2 * rate) / (before + after)).toFixed(2)} (${(rate / before).toFixed(2)} to ${(rate / after).toFixed(2)})`,
    target: '≥ 250/s, ratio ≥ 0.5',
  };
}

/** @returns seconds between the first and the last letter handed over, by the database's own clock */
async function whenHandedOver(databaseUrl: string, waiting: number, begun: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    while (Date.now() - begun < 300_000) {
      const { rows } = await pool.query<{ done: number; seconds: number }>(
        `SELECT count(*)::int AS done, extract(epoch FROM max(handed_over_at) - min(handed_over_at))::float8 AS seconds FROM letters
          WHERE state = 'handed-over'`,
      );
      if (rows[0]?.done === waiting) return rows[0].seconds;
      await pause(500);
    }
    throw new Error('the letters were not handed over within five minutes');
  } finally {
    await pool.end();
  }
}
