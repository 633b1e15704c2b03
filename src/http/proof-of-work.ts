import { createHash } from 'node:crypto';
import { type Challenge, createChallenge, type Payload, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import type { DerivedKeys, Keys } from '../config/keys.ts';
import type { App } from './app.ts';
import { PROOF } from './fields.ts';
import { Networks } from './networks.ts';
import type { SiteRequest } from './request.ts';
import { spendProof } from './spent-proof-queries.ts';

const VALID_FOR = 10 * 60_000;
/** Another process's clock may be so far ahead of ours. */
const AHEAD = 5 * 60_000;
/** So long a spent proof is remembered after its end: a clock that is set back by a day must not make it good again. */
const REMEMBERED = 2 * 86_400_000;
/** About a second of a phone's work; making and checking one costs us a single derivation. */
const COST = 2_000;
const LEAST = 400;
const MOST = 1_200;

export interface ProofRequest {
  readonly challenge: Challenge;
}

const networks = new Networks();

const Proof = z.object({
  challenge: z.object({ parameters: z.looseObject({ expiresAt: z.number() }), signature: z.string() }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

/**
 * Whether an action may go on. Networks that act very often are asked for a proof of work (ALTCHA), never refused:
 * thousands of people share one address behind a mobile carrier. The allowance is divided by the processes that are up, because each counts
 * for itself.
 */
export async function guardAction({
  app,
  form,
  network,
}: Pick<SiteRequest, 'app' | 'form' | 'network'>): Promise<'go' | ProofRequest> {
  const proof = form.get(PROOF);
  if (proof && (await proves(app, proof))) return 'go';
  if (networks.take(network, app.settings.ACTS_PER_NETWORK_HOUR / app.processes.up)) return 'go';
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

/** Whether a proof is right, in time, and was not used before, in whichever process: it counts once. */
export async function proves(app: Pick<App, 'keys' | 'database'>, proof: string, now = Date.now()): Promise<boolean> {
  const read = readProof(proof);
  if (!read || endOf(read) > now + VALID_FOR + AHEAD) return false;
  for (const key of app.keys.available) if (await isRight(key, read)) return spend(app, read);
  return false;
}

/** In milliseconds. */
function endOf({ challenge }: Payload): number {
  return (challenge.parameters.expiresAt ?? 0) * 1_000;
}

function spend({ database }: Pick<App, 'database'>, proof: Payload): Promise<boolean> {
  const hash = createHash('sha256')
    .update(proof.challenge.signature ?? '')
    .digest();
  return spendProof(database, hash.subarray(0, 16), new Date(endOf(proof) + REMEMBERED));
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
