import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { deriveKeys } from '../config/keys.ts';
import { readSettings } from '../config/settings.ts';
import { PROOF } from './fields.ts';
import { guardAct, makeChallenge, proves } from './proof-of-work.ts';

const keys = deriveKeys(Buffer.alloc(32, 7));

async function proofOf(challenge: Challenge): Promise<string> {
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}

describe('a proof of work', () => {
  let proof = '';
  beforeAll(async () => {
    proof = await proofOf(await makeChallenge(keys));
  });

  it('holds once', async () => {
    expect(await Promise.all([proves(keys, proof), proves(keys, proof)])).toEqual([true, false]);
    expect(await proves(keys, proof)).toBe(false);
  });

  it('holds for our own challenges alone, in time', async () => {
    expect(await proves(keys, await proofOf(await makeChallenge(deriveKeys(Buffer.alloc(32, 8)))))).toBe(false);
    expect(await proves(keys, await proofOf(await makeChallenge(keys, Date.now() - 11 * 60_000)))).toBe(false);
  });

  it('can’t be made easier, guessed or broken', async () => {
    const challenge = await makeChallenge(keys);
    const easier = { ...challenge, parameters: { ...challenge.parameters, cost: 1, keyPrefix: '00' } };
    const solution = { counter: 1, derivedKey: challenge.parameters.keyPrefix + '00'.repeat(16) };
    expect(await proves(keys, await proofOf(easier))).toBe(false);
    expect(await proves(keys, JSON.stringify({ challenge, solution }))).toBe(false);
    for (const junk of ['', 'null', '{}', '{"challenge":{"parameters":{},"signature":"x"}}', '['.repeat(5_000)])
      expect(await proves(keys, junk)).toBe(false);
  });
});

describe('a busy network', () => {
  it('is asked for a proof, and with it goes on', async () => {
    const app = { keys, settings: readSettings({ ACTS_PER_NETWORK_HOUR: '2' }, '/') } as unknown as App;
    const act = (proof = '') =>
      guardAct({ app, network: '198.51.100.9', form: new URLSearchParams({ [PROOF]: proof }) });
    expect([await act(), await act()]).toEqual(['go', 'go']);
    const asked = await act();
    if (asked === 'go') throw new Error('nothing was asked');
    expect(await act(await proofOf(asked.challenge))).toBe('go');
  });
});
