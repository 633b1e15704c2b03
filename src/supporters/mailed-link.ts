import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Keys } from '../config/keys.ts';
import { randomSlice } from './random.ts';

/** What a link lets its holder do; a link for one purpose opens nothing else. */
export type LinkPurpose = 'confirm' | 'status' | 'answer' | 'my-data' | 'office' | 'office-proof';

export interface OpenedLink {
  readonly supporterKey: Buffer;
  readonly id: string;
  readonly madeAt: Date;
}

const LENGTH = 12 + 16 + 16 + 4 + 16;

/**
 * A link's secret part: 16 bytes supporter key, 16 bytes id and the second it was made, sealed for one purpose (AES-256-GCM), in base64url.
 * Nothing is stored for it, two links to the same thing can't be told to be so, and a changed one opens nothing.
 * @param id a UUID
 */
export function sealLink(
  keys: Pick<Keys, 'links'>,
  purpose: LinkPurpose,
  supporterKey: Buffer,
  id: string,
  madeAt = new Date(),
): string {
  const nonce = randomSlice(12);
  const cipher = createCipheriv('aes-256-gcm', keys.links, nonce).setAAD(Buffer.from(purpose));
  const seconds = Buffer.alloc(4);
  seconds.writeUInt32BE(Math.floor(madeAt.getTime() / 1_000));
  const inside = Buffer.concat([supporterKey, Buffer.from(id.replaceAll('-', ''), 'hex'), seconds]);
  return Buffer.concat([nonce, cipher.update(inside), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** @returns undefined for anything that we did not make for this purpose */
export function openLink(keys: Pick<Keys, 'links'>, purpose: LinkPurpose, token: string): OpenedLink | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== LENGTH || bytes.toString('base64url') !== token) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', keys.links, bytes.subarray(0, 12)).setAAD(Buffer.from(purpose));
  decipher.setAuthTag(bytes.subarray(-16));
  try {
    const inside = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    return {
      supporterKey: inside.subarray(0, 16),
      id: uuid(inside.subarray(16, 32)),
      madeAt: new Date(inside.readUInt32BE(32) * 1_000),
    };
  } catch {
    return undefined;
  }
}

function uuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Stands where a link belongs to no supporter. */
export const nobody = Buffer.alloc(16);
