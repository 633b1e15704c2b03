import { createHash } from 'node:crypto';
import type { CopyMark, CopyThere } from '../../accounts/working-copies.ts';
import { isId } from '../../database/is-id.ts';

/** The field by which a form says from which working copy it goes on: `id:number`. */
export const COPY = 'working-copy';

/** A form of which a working copy is kept, as its page shows it. */
export interface CopiedForm {
  /** Where it is sent. */
  readonly action: string;
  /** Who else has it open, by name. */
  readonly others: readonly string[];
  /** Of its item, in one length. */
  readonly version: string;
  /** The version that stands now: another, where it began with an earlier one. */
  readonly stands: string;
  /** The working copy that it goes on from, as it was sent; ''. */
  readonly mark: string;
  /** One that it does not go on from. */
  readonly waiting: CopyThere | undefined;
}

/** Versions in one length, which tells nothing of what they are of. */
export function shortVersion(version: string): string {
  return createHash('sha256').update(version).digest('hex').slice(0, 16);
}

/** Of what is yet to be made. */
export const NEW = shortVersion('');

export function markOf({ id, number }: CopyMark): string {
  return `${id}:${number}`;
}

/** @returns undefined where it is none */
export function readMark(given: string | null): CopyMark | undefined {
  const [, id = '', number] = /^([\w-]{36}):([1-9]\d{0,8})$/.exec(given ?? '') ?? [];
  return isId(id) ? { id, number: Number(number) } : undefined;
}
