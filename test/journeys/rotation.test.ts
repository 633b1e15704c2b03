import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readKeys } from '../../src/config/key-file.ts';
import { root } from '../../src/config/root.ts';
import { sealLink } from '../../src/sealing/mailed-link.ts';
import { supporterKey, unseal } from '../../src/sealing/sealing.ts';
import { personalDataOf } from '../../src/supporters/export-data.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { type ProductProcess, startBuiltProduct } from '../support/product.ts';

let fresh: FreshDatabase;
let dataDir: string;
let products: ProductProcess[] = [];
beforeAll(async () => {
  [fresh, dataDir] = await Promise.all([freshDatabase(), mkdtemp(join(tmpdir(), 'common-bonds-rotation-'))]);
  await mkdir(join(dataDir, 'key'));
  await writeFile(join(dataDir, 'key/sealing.key'), Buffer.alloc(32, 9).toString('base64'));
});
afterAll(async () => {
  await Promise.all(products.map((product) => product.killed()));
  await fresh.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const env = () => ({
  DATABASE_URL: fresh.url,
  DATA_DIR: dataDir,
  ACTS_PER_NETWORK_HOUR: '1000000',
  LOG_LEVEL: 'error',
});
const keysNow = () =>
  readKeys({ DATA_DIR: dataDir, SEALING_KEY: undefined, SEALING_KEY_FILE: undefined }, { make: false });

/** `npm run key`, killed as soon as it says some words. @returns everything that it said */
async function key(args: readonly string[], killedAt?: string): Promise<string> {
  const child = spawn(process.execPath, [join(root, 'dist/key.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, CB_ROOT: root, NODE_ENV: 'production', ...env() },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString();
      if (killedAt && said.includes(killedAt)) child.kill('SIGKILL');
    });
  await once(child, 'close');
  return said;
}

async function joins(product: ProductProcess, email: string): Promise<boolean> {
  const form = { state: 'KEN', name: 'Amina K.', email, kind: 'public' };
  const response = await fetch(`${product.url}/en/campaigns/united-by-common-bonds/join`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  }).catch(() => undefined);
  await response?.text().catch(() => '');
  return response?.status === 303;
}

/** Joins at one product after the other, until told to end. @returns who was told that they were taken */
async function use(ending: AbortSignal): Promise<string[]> {
  const taken: string[] = [];
  for (let action = 0; !ending.aborted; action += 1) {
    const product = products[action % products.length];
    if (product && (await joins(product, `rotating.${action}@mail.example`)))
      taken.push(`rotating.${action}@mail.example`);
  }
  return taken;
}

it('keys are rotated while two processes are in use, though rotating and a process are killed, and everything opens', async () => {
  const start = async () => startBuiltProduct(await freePort(), env());
  products = [await start(), await start()];
  const ending = new AbortController();
  const using = use(ending.signal);
  expect(await key(['rotate'], 'is there')).not.toContain('sealed anew');
  expect(await key(['rotate'], 'seals what is new')).toContain('key 2 seals what is new');
  await products[1]?.killed();
  products[1] = await start();
  expect(await key(['rotate'])).toMatch(/\d+ values sealed anew under key 2/);
  ending.abort();
  const taken = await using;
  expect(taken.length).toBeGreaterThan(5);
  const keys = (await keysNow()).findApart();
  expect(keys.available.map(({ number }) => number)).toEqual([2, 1]);
  const rows = await fresh.database.selectFrom('supporters').select(['key', 'address_sealed']).execute();
  const open = rows.map(({ key, address_sealed }) =>
    unseal(keys, 'supporters.address_sealed', [key], address_sealed ?? Buffer.alloc(0)),
  );
  expect(open).toEqual(expect.arrayContaining(taken));
  const who = supporterKey(keys, taken[0] ?? '');
  const [action] = (await personalDataOf({ database: fresh.database, keys }, who))?.actions ?? [];
  for (const number of [1, 2]) {
    keys.use(number);
    const token = sealLink(keys, 'confirm', who, action?.id ?? '');
    for (const { url } of products) expect((await fetch(`${url}/en/confirm/${token}`)).status).toBe(200);
  }
  expect(await key(['list'])).toMatch(
    /key 1 \(.*\) {2}opens what is older {2}0 values\n.*key 2 \(.*\) {2}seals what is new {2}\d+ values/,
  );
});
