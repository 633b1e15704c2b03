import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DerivedKeys, Keys } from '../config/keys.ts';

const ID = 10;
const PROOF = 5;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A random name for one hand-over, by which its bounce is recognised; it says nothing of anybody. */
export function newBounceId(): Buffer {
  return randomBytes(ID);
}

/** The envelope sender of one mail (VERP): its bounce id and our proof that we gave it out, in base32, so that case does not matter. */
export function returnPathOf(keys: Pick<Keys, 'current'>, bounceId: Buffer, domain: string): string {
  return `bounce+${base32(Buffer.concat([bounceId, proof(keys.current, bounceId)]))}@${domain}`;
}

/** @returns the bounce id of an address that we gave out; undefined for any other */
export function bounceIdOf(keys: Pick<Keys, 'available'>, address: string): Buffer | undefined {
  const token = /^bounce\+([a-z2-7]{24})@/i.exec(address)?.[1]?.toLowerCase();
  if (!token) return undefined;
  const bytes = fromBase32(token);
  const id = bytes.subarray(0, ID);
  return keys.available.some((key) => timingSafeEqual(bytes.subarray(ID), proof(key, id))) ? id : undefined;
}

function proof(keys: Pick<DerivedKeys, 'stamps'>, id: Buffer): Buffer {
  return createHmac('sha256', keys.stamps).update('return path').update(id).digest().subarray(0, PROOF);
}

/** RFC 4648 section 6, in lower case, for lengths that need no padding. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
