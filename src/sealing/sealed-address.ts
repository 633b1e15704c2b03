import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Keys } from '../config/keys.ts';
import { randomSlice } from './random.ts';

const PURPOSE = Buffer.from('understood');
const NUMBER = 2;
const NONCE = 12;
const TAG = 16;
const SECONDS = 4;
/** As long as somebody may look at the page that says where a mail goes; a link to it that is passed on tells nothing after that. */
const SHOWN = 30 * 60;

/**
 * An address as it was understood, sealed for the one who typed it (AES-256-GCM), to be carried to the next page without a cookie and
 * without being legible in an address of ours.
 */
export function sealAddress(keys: Pick<Keys, 'current'>, address: string, now = Date.now()): string {
  const head = Buffer.alloc(NUMBER + SECONDS);
  head.writeUInt16BE(keys.current.number);
  head.writeUInt32BE(Math.floor(now / 1_000), NUMBER);
  const nonce = randomSlice(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keys.current.links, nonce).setAAD(Buffer.concat([PURPOSE, head]));
  return Buffer.concat([head, nonce, cipher.update(address, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

/** @returns undefined for anything that we did not seal in the last half hour */
export function openSealedAddress(keys: Pick<Keys, 'numbered'>, token: string, now = Date.now()): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length <= NUMBER + SECONDS + NONCE + TAG) return undefined;
  const head = bytes.subarray(0, NUMBER + SECONDS);
  const key = keys.numbered(head.readUInt16BE());
  if (!key || Math.abs(now / 1_000 - head.readUInt32BE(NUMBER)) > SHOWN) return undefined;
  const [nonce, sealed] = [bytes.subarray(head.length, head.length + NONCE), bytes.subarray(head.length + NONCE, -TAG)];
  const decipher = createDecipheriv('aes-256-gcm', key.links, nonce).setAAD(Buffer.concat([PURPOSE, head]));
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    return decipher.update(sealed, undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
