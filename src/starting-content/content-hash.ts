import { createHash } from 'node:crypto';
import type { Value } from './content-unit.ts';

/** By which two rows are told to say the same: 32 hexadecimal digits, whatever the order of names in JSON. */
export function contentHash(value: Value): string {
  return createHash('sha256')
    .update(JSON.stringify(value, inOrder) ?? 'undefined')
    .digest('hex')
    .slice(0, 32);
}

function inOrder(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
