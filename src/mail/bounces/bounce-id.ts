import type { Keys } from '../../config/keys.ts';
import { bounceIdOf } from '../return-path.ts';
import { LARGEST_READ } from './bounded-mail.ts';
import { openMail } from './open-mail.ts';

/** A mail names its own return path a few times, and no others. */
const MOST_TRIED = 20;

/**
 * The first return path in a mail that we gave out, looked for in its headers, then in what it returns: for mails whose envelope is
 * lost, and complaints.
 */
export async function bounceIdIn(keys: Pick<Keys, 'available'>, raw: Buffer): Promise<Buffer | undefined> {
  return idInText(keys, raw) ?? (await idInParts(keys, raw));
}

/** What a mail returns may be encoded as a whole. */
async function idInParts(keys: Pick<Keys, 'available'>, raw: Buffer): Promise<Buffer | undefined> {
  if (!raw.subarray(0, LARGEST_READ).toString('latin1').toLowerCase().includes('base64')) return undefined;
  const parts = (await openMail(raw))?.parts ?? [];
  return parts.map(({ bytes }) => idInText(keys, bytes)).find((id) => id !== undefined);
}

function idInText(keys: Pick<Keys, 'available'>, raw: Buffer): Buffer | undefined {
  const text = raw.subarray(0, LARGEST_READ).toString('latin1');
  // Quoted-printable may have written the plus and broken the line.
  const plain = text.replaceAll(/=\r?\n/g, '').replaceAll(/=2B/gi, '+');
  const addresses = new Set<string>();
  for (const [address] of plain.matchAll(/bounce\+[a-z2-7]{24}@[a-z0-9]/gi)) {
    addresses.add(address.toLowerCase());
    if (addresses.size >= MOST_TRIED) break;
  }
  return [...addresses].map((address) => bounceIdOf(keys, address)).find((id) => id !== undefined);
}
