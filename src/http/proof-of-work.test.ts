import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { deriveKeys, KeyRing } from '../config/keys.ts';
import { readSettings } from '../config/settings.ts';
import { closePool, openDatabase, openPool } from '../database/database.ts';
import type { App } from './app.ts';
import { PROOF } from './fields.ts';
import { guardAction, makeChallenge, proves } from './proof-of-work.ts';

const keys = deriveKeys(Buffer.alloc(32, 7));
let fresh: FreshDatabase;
let here: Pick<App, 'keys' | 'database'>;
beforeAll(async () => {
  fresh = await freshDatabase();
  here = { keys, database: fresh.database };
});
afterAll(() => fresh.drop());

async function proofOf(challenge: Challenge): Promise<string> {
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}

describe('a proof of work', () => {
  let proof = '';
  beforeAll(async () => {
    proof = await proofOf(await makeChallenge(keys));
  });

  it('holds once', async () => {
    const both = await Promise.all([proves(here, proof), proves(here, proof)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await proves(here, proof)).toBe(false);
  });

  it('holds once over all processes, also after a restart', async () => {
    const once = await proofOf(await makeChallenge(keys));
    const pool = openPool(fresh.url, 2);
    const other = { keys, database: openDatabase(pool) };
    const all = await Promise.all([here, other, here, other].map((app) => proves(app, once)));
    expect(all.filter(Boolean)).toHaveLength(1);
    await closePool(pool);
    const again = openPool(fresh.url, 1);
    expect(await proves({ keys, database: openDatabase(again) }, once)).toBe(false);
    await closePool(again);
  });

  it('is remembered for two days by its hash alone, and then forgotten', async () => {
    await fresh.database.deleteFrom('spent_proofs').execute();
    const spent = await proofOf(await makeChallenge(keys));
    await proves(here, spent);
    const [row] = await fresh.database.selectFrom('spent_proofs').selectAll().execute();
    expect(spent).not.toContain(row?.hash.toString('hex'));
    expect(Math.round(((row?.until.getTime() ?? 0) - Date.now()) / 3_600_000)).toBe(48);
    await fresh.database
      .updateTable('spent_proofs')
      .set({ until: new Date(Date.now() - 1_000) })
      .execute();
    await proves(here, await proofOf(await makeChallenge(keys)));
    expect(await fresh.database.selectFrom('spent_proofs').select('hash').execute()).toHaveLength(1);
  });

  it('holds under every key that is held, and is no good from the future', async () => {
    const ring = new KeyRing({ roots: new Map([1, 2].map((n) => [n, Buffer.alloc(32, n)])), lookup: undefined });
    const older = await proofOf(await makeChallenge(ring));
    ring.use(2);
    expect(await proves({ ...here, keys: ring }, older)).toBe(true);
    const tomorrow = await proofOf(await makeChallenge(keys, Date.now() + 86_400_000));
    expect(await proves(here, tomorrow)).toBe(false);
  });

  it('holds for our own challenges alone, in time', async () => {
    expect(await proves(here, await proofOf(await makeChallenge(deriveKeys(Buffer.alloc(32, 8)))))).toBe(false);
    expect(await proves(here, await proofOf(await makeChallenge(keys, Date.now() - 11 * 60_000)))).toBe(false);
  });

  it('can’t be made easier, guessed or broken', async () => {
    const challenge = await makeChallenge(keys);
    const easier = { ...challenge, parameters: { ...challenge.parameters, cost: 1, keyPrefix: '00' } };
    const solution = { counter: 1, derivedKey: challenge.parameters.keyPrefix + '00'.repeat(16) };
    expect(await proves(here, await proofOf(easier))).toBe(false);
    expect(await proves(here, JSON.stringify({ challenge, solution }))).toBe(false);
    for (const junk of ['', 'null', '{}', '{"challenge":{"parameters":{},"signature":"x"}}', '['.repeat(5_000)])
      expect(await proves(here, junk)).toBe(false);
  });
});

describe('a busy network', () => {
  const settings = readSettings({ ACTS_PER_NETWORK_HOUR: '4' }, '/');
  const acting = (network: string, up: number) => (proof?: string) =>
    guardAction({
      app: { ...here, settings, processes: { up } } as App,
      network,
      form: new URLSearchParams(proof && { [PROOF]: proof }),
    });

  it('is asked for a proof, and with it goes on', async () => {
    const action = acting('198.51.100.9', 1);
    expect([await action(), await action(), await action(), await action()]).toEqual(['go', 'go', 'go', 'go']);
    const asked = await action();
    if (asked === 'go') throw new Error('nothing was asked');
    expect(await action(await proofOf(asked.challenge))).toBe('go');
  });

  it('has its allowance divided by the processes that are up', async () => {
    const action = acting('198.51.100.10', 2);
    expect([await action(), await action()]).toEqual(['go', 'go']);
    expect(await action()).not.toBe('go');
  });
});
