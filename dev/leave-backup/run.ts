import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { officesCsv, walkJourneys } from './journeys.ts';
import { Walker } from './walker.ts';

/** A key that everybody knows, for people who are invented. */
const TEST_KEY = Buffer.alloc(32, 1).toString('base64');

const [clone = '', version = ''] = process.argv.slice(2);
if (!clone || !version) throw new Error('whose, and as what? npm run leave-backup -- FOLDER-OF-A-CLONE VERSION');
const out = resolve(import.meta.dirname, '../../test/fixtures/backups');
const dataDir = await mkdtemp(join(tmpdir(), 'leave-backup-'));
const port = 20_000 + (process.pid % 20_000);
const env = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  PORT: String(port),
  OUTBOX_PORT: '0',
  DATA_DIR: dataDir,
  SEALING_KEY: TEST_KEY,
  OPERATOR_NAME: 'Invented Coalition',
  OPERATOR_EMAIL: 'desk@invented.example',
};
const verb = (...words: string[]) => promisify(execFile)('npm', ['run', ...words], { cwd: clone, env });

const product = spawn('npm', ['start'], { cwd: clone, env, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const outbox = await outboxOf(product.stdout);
  const site = `http://localhost:${port}`;
  const csv = join(dataDir, 'offices.csv');
  await writeFile(csv, officesCsv);
  await verb('import', '--', 'representatives', csv, '--state', 'KEN');
  const database = new pg.Client({ host: join(dataDir, 'socket'), user: 'common_bonds', database: 'common_bonds' });
  await database.connect();
  const links = await walkJourneys(new Walker(site, outbox), database, bounce, answerLink);
  await database.end();
  const file = join(out, `${version}.backup`);
  await rm(file, { force: true });
  await verb('backup', file);
  await writeFile(join(out, `${version}.links.json`), `${JSON.stringify(links, null, 2)}\n`);
  process.stdout.write(`  ${file}\n`);
} finally {
  product.kill('SIGTERM');
  await once(product, 'exit');
  await rm(dataDir, { recursive: true, force: true });
}

/** The program prints the outbox's address early, and the site's last. */
async function outboxOf(printed: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const part of printed) {
    text += part.toString();
    const outbox = /mail:\s+stays on this machine: (\S+)/.exec(text)?.[1];
    if (outbox && /site:\s/.test(text)) return outbox;
  }
  throw new Error(`the program ended: ${text}`);
}

/** A notice of failure as the office's server would send it, through the program's own verb. */
async function bounce(bounceId: Buffer): Promise<void> {
  const from = await returnPath(bounceId);
  const file = join(dataDir, 'bounce.eml');
  const notice = await readFile(join(import.meta.dirname, 'notice.eml'), 'utf8');
  await writeFile(file, notice.replaceAll('RETURN-PATH', from).replaceAll('\n', '\r\n'));
  await verb('import', '--', 'bounces', file);
}

/** By the code of the version itself. */
async function returnPath(bounceId: Buffer): Promise<string> {
  const { returnPathOf } = await first('src/mail/return-path.ts', 'src/delivery/return-path.ts');
  return String(returnPathOf?.(await testKeys(), bounceId, 'localhost.example'));
}

async function answerLink(supporter: Buffer, action: string): Promise<string> {
  const { sealLink } = await first('src/sealing/mailed-link.ts', 'src/supporters/mailed-link.ts');
  return String(sealLink?.(await testKeys(), 'answer', supporter, action));
}

async function testKeys(): Promise<unknown> {
  const { deriveKeys } = await first('src/config/keys.ts');
  return deriveKeys?.(Buffer.alloc(32, 1));
}

/** The module where the version has it. */
async function first(...paths: string[]): Promise<Record<string, (...given: unknown[]) => unknown>> {
  const path = paths.map((one) => join(resolve(clone), one)).find(existsSync);
  if (!path) throw new Error(`none of ${paths.join(', ')} is in ${clone}`);
  return import(path);
}
