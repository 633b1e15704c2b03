import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** What a browser or a link holds; only its hash is stored. */
export interface Secret {
  readonly token: string;
  readonly hash: Buffer;
}

/** 256 random bits in base64url. */
export function newSecret(): Secret {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** Of something too random to be guessed: no salt is needed. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** Eight digits, as they are mailed. */
export function newCode(): string {
  return String(randomInt(100_000_000)).padStart(8, '0');
}

/** Of a code that is short: with a key, and for the row it stands in, so that whoever reads the database can't try all of them. */
export function hashOfCode(key: Buffer, row: string, code: string): Buffer {
  return createHmac('sha256', key).update(`code ${row} ${code}`, 'utf8').digest();
}

export function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Letters and digits that nobody takes for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 16;

/** Ten, each of 79 random bits in groups of four. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: 10 }, () =>
    Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  );
}

/** @returns undefined for what can't be one, however it is typed */
export function hashOfRecoveryCode(typed: string): Buffer | undefined {
  const letters = typed.toLowerCase().replace(/[\s-]/g, '');
  return letters.length === LENGTH ? hashOf(letters) : undefined;
}
