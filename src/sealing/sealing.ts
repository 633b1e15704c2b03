import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { DerivedKeys, Keys } from '../config/keys.ts';
import type { DB } from '../database/schema.ts';
import { randomSlice } from './random.ts';

const UNBOUND = 1;
const BOUND = 2;
const HEAD = 3;
const NONCE = 12;
const TAG = 16;

/** What is sealed can't be opened: another key, another place, or bytes that were changed. */
export class BrokenSealError extends Error {
  override readonly name = 'BrokenSealError';
}

/** Every column that holds sealed values, as `table.column`; the schema says which there are. */
export type SealedColumn = {
  [Table in keyof DB & string]: {
    [Column in keyof DB[Table] & string]: Column extends `${string}_sealed` ? `${Table}.${Column}` : never;
  }[keyof DB[Table] & string];
}[keyof DB & string];

/** A row by its primary key, in the order of that key's columns. */
export type RowKey = readonly (Buffer | string)[];

/**
 * Seals a text for its place: moved to another row or column it opens no more.
 * @param row the primary key of the row that it will be written to
 * @returns 1 byte version, 2 bytes number of the key, 12 bytes nonce, AES-256-GCM ciphertext, 16 bytes tag (NIST SP 800-38D)
 */
export function seal(keys: Pick<Keys, 'current'>, column: SealedColumn, row: RowKey, text: string): Buffer {
  const head = sealHead(keys.current);
  const nonce = randomSlice(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keys.current.sealing, nonce).setAAD(placeOf(head, column, row));
  return Buffer.concat([head, nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/**
 * The number of the key that something was sealed with, by how it begins; 1 before keys had numbers, 0 where it is cut off before it
 * says so.
 */
export function keyNumberOf(sealed: Buffer): number {
  if (sealed[0] === UNBOUND) return 1;
  return sealed.length < HEAD ? 0 : sealed.readUInt16BE(1);
}

/** What stands before everything that is sealed under a key. */
export function sealHead({ number }: Pick<DerivedKeys, 'number'>): Buffer {
  return Buffer.of(BOUND, number >> 8, number & 0xff);
}

/**
 * Opens what was sealed for this place; also what was sealed before places counted, as long as such values may be there.
 * @throws BrokenSealError
 */
export function unseal(
  keys: Pick<Keys, 'numbered' | 'opensUnbound'>,
  column: SealedColumn,
  row: RowKey,
  sealed: Buffer,
): string {
  if (sealed[0] === UNBOUND && keys.opensUnbound) return open(keys.numbered(1), sealed, 1);
  if (sealed[0] !== BOUND || sealed.length < HEAD) throw new BrokenSealError();
  return open(keys.numbered(keyNumberOf(sealed)), sealed, HEAD, placeOf(sealed.subarray(0, HEAD), column, row));
}

function open(key: DerivedKeys | undefined, sealed: Buffer, from: number, place?: Buffer): string {
  if (!key || sealed.length < from + NONCE + TAG) throw new BrokenSealError();
  const decipher = createDecipheriv('aes-256-gcm', key.sealing, sealed.subarray(from, from + NONCE));
  if (place) decipher.setAAD(place);
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    return decipher.update(sealed.subarray(from + NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new BrokenSealError();
  }
}

/** The names are part of every seal: a column that holds sealed values is never renamed. */
function placeOf(head: Buffer, column: SealedColumn, row: RowKey): Buffer {
  const key = row.map((part) => (typeof part === 'string' ? part.toLowerCase() : part.toString('hex')));
  return Buffer.concat([head, Buffer.from([column, ...key].join('/'))]);
}

/** By which a supporter is found: 16 bytes of a keyed hash of the address in its comparable form (see `mailbox.ts`). */
export function supporterKey(keys: Pick<Keys, 'finding'>, comparableAddress: string): Buffer {
  return createHmac('sha256', keys.finding).update(comparableAddress, 'utf8').digest().subarray(0, 16);
}
