import { type Challenge, createChallenge, type Payload, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import type { DerivedKeys, Keys } from '../config/keys.ts';
import { PROOF } from './fields.ts';
import { Networks } from './networks.ts';
import type { Visit } from './visit.ts';

const VALID_FOR = 10 * 60_000;
const MOST_SPENT = 20_000;
/** About a second of a phone's work; making and checking one costs us a single derivation. */
const COST = 2_000;
const LEAST = 400;
const MOST = 1_200;

export interface Asked {
  readonly challenge: Challenge;
}

const networks = new Networks();
const spent = new Map<string, number>();

const Proof = z.object({
  challenge: z.object({ parameters: z.looseObject({}), signature: z.string() }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

/**
 * Whether an act may go on. Networks that act very often are asked for a proof of work (ALTCHA), never refused:
 * thousands of people share one address behind a mobile carrier.
 */
export async function guardAct({ app, form, network }: Pick<Visit, 'app' | 'form' | 'network'>): Promise<'go' | Asked> {
  const proof = form.get(PROOF);
  if (proof && (await proves(app.keys, proof))) return 'go';
  if (networks.take(network, app.settings.ACTS_PER_NETWORK_HOUR)) return 'go';
  return { challenge: await makeChallenge(app.keys) };
}

/** @param keys what we did not sign proves nothing */
export function makeChallenge(keys: Pick<Keys, 'current'>, now = Date.now()): Promise<Challenge> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    deriveKey,
    cost: COST,
    counter: LEAST + randomInt(MOST - LEAST),
    expiresAt: new Date(now + VALID_FOR),
    ...secrets(keys.current),
  });
}

function secrets({ stamps }: Pick<DerivedKeys, 'stamps'>) {
  return { hmacSignatureSecret: stamps.toString('hex'), hmacKeySignatureSecret: `key ${stamps.toString('hex')}` };
}

/** Whether a proof is right, in time, and not used before in this process. */
export async function proves(keys: Pick<Keys, 'held'>, proof: string): Promise<boolean> {
  const read = readProof(proof);
  if (!read || spent.has(read.challenge.signature ?? '')) return false;
  for (const key of keys.held) if (await isRight(key, read)) return spend(read.challenge.signature ?? '');
  return false;
}

async function isRight(key: DerivedKeys, { challenge, solution }: Payload): Promise<boolean> {
  const checked = verifySolution({ challenge, solution, deriveKey, ...secrets(key) });
  return (await checked.catch(() => ({ verified: false }))).verified;
}

function readProof(proof: string): Payload | undefined {
  if (proof.length > 4_000) return undefined;
  try {
    const read = Proof.safeParse(JSON.parse(proof));
    return read.success ? (read.data as unknown as Payload) : undefined;
  } catch {
    return undefined;
  }
}

/** Two requests with one proof may get here at once: only the first spends it. */
function spend(signature: string, now = Date.now()): boolean {
  if (spent.has(signature)) return false;
  spent.set(signature, now + VALID_FOR);
  for (const [oldest, until] of spent) {
    if (until > now && spent.size <= MOST_SPENT) break;
    spent.delete(oldest);
  }
  return true;
}
