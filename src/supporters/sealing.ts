import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Keys } from '../config/keys.ts';
import { randomSlice } from './random.ts';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/** What is sealed can't be opened: another key, or bytes that were changed. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * Seals a text for storage.
 * @returns 1 byte version, 12 bytes nonce, AES-256-GCM ciphertext, 16 bytes tag (NIST SP 800-38D)
 */
export function seal(keys: Pick<Keys, 'sealing'>, text: string): Buffer {
  const nonce = randomSlice(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keys.sealing, nonce);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** @throws SealBroken */
export function unseal(keys: Pick<Keys, 'sealing'>, sealed: Buffer): string {
  if (sealed[0] !== VERSION || sealed.length < 1 + NONCE + TAG) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', keys.sealing, sealed.subarray(1, 1 + NONCE));
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    return decipher.update(sealed.subarray(1 + NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new SealBroken();
  }
}

/** By which a supporter is found: 16 bytes of a keyed hash of the address in its comparable form (see `mailbox.ts`). */
export function supporterKey(keys: Pick<Keys, 'lookup'>, comparableAddress: string): Buffer {
  return createHmac('sha256', keys.lookup).update(comparableAddress, 'utf8').digest().subarray(0, 16);
}
