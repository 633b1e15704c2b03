import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Keys } from '../config/keys.ts';
import { randomSlice } from './random.ts';

/** Each room adds what its links are for. */
// biome-ignore lint/suspicious/noEmptyInterface: the rooms fill it
export interface LinkPurposes {}

/** What a link lets its holder do; a link for one purpose opens nothing else. */
export type LinkPurpose = keyof LinkPurposes & string;

export interface OpenedLink {
  readonly supporterKey: Buffer;
  readonly id: string;
  readonly madeAt: Date;
}

const SEALED = 12 + 16 + 16 + 4 + 16;
const NUMBER = 2;
/** A process whose clock is a little ahead of ours may have made it. */
const AHEAD = 5 * 60_000;

/**
 * A link's secret part: the number of the key, then 16 bytes supporter key, 16 bytes id and the second it was made, sealed for one purpose
 * (AES-256-GCM), in base64url.
 * Nothing is stored for it, two links to the same thing can't be told to be so, and a changed one opens nothing.
 * @param id a UUID
 */
export function sealLink(
  keys: Pick<Keys, 'current'>,
  purpose: LinkPurpose,
  supporterKey: Buffer,
  id: string,
  madeAt = new Date(),
): string {
  const nonce = randomSlice(12);
  const number = Buffer.alloc(NUMBER);
  number.writeUInt16BE(keys.current.number);
  const cipher = createCipheriv('aes-256-gcm', keys.current.links, nonce).setAAD(Buffer.from(purpose));
  const seconds = Buffer.alloc(4);
  seconds.writeUInt32BE(Math.floor(madeAt.getTime() / 1_000));
  const inside = Buffer.concat([supporterKey, Buffer.from(id.replaceAll('-', ''), 'hex'), seconds]);
  return Buffer.concat([number, nonce, cipher.update(inside), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

/** @returns undefined for anything that we did not make for this purpose, or that is dated in the future */
export function openLink(
  keys: Pick<Keys, 'numbered'>,
  purpose: LinkPurpose,
  token: string,
  now = Date.now(),
): OpenedLink | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.toString('base64url') !== token) return undefined;
  const inside = unsealLink(keys, purpose, bytes);
  if (!inside) return undefined;
  const madeAt = new Date(inside.readUInt32BE(32) * 1_000);
  if (madeAt.getTime() > now + AHEAD) return undefined;
  return { supporterKey: inside.subarray(0, 16), id: uuid(inside.subarray(16, 32)), madeAt };
}

/** Links from before keys had numbers have none before them: they are key 1's. */
function unsealLink(keys: Pick<Keys, 'numbered'>, purpose: LinkPurpose, bytes: Buffer): Buffer | undefined {
  if (bytes.length !== SEALED && bytes.length !== NUMBER + SEALED) return undefined;
  const sealed = bytes.subarray(-SEALED);
  const key = keys.numbered(bytes.length === SEALED ? 1 : bytes.readUInt16BE());
  if (!key) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key.links, sealed.subarray(0, 12)).setAAD(Buffer.from(purpose));
  decipher.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function uuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Stands where a link belongs to no supporter. */
export const nobody = Buffer.alloc(16);
