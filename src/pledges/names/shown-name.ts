import type { Opening } from '../../sealing/read-sealed.ts';
import { readSealed, UNREADABLE } from '../../sealing/read-sealed.ts';
import { isLongerThan, readName } from '../../text/text-cleaning.ts';

/** In characters as seen: no name needs more, and a list of names no line that is longer. */
export const LONGEST_SHOWN = 80;

interface Sealed {
  readonly supporter_key: Buffer;
  readonly action_id: string;
  readonly details_sealed: Buffer | null;
}

/**
 * The name of an action as readers may see it: one line of plain words without links, whatever an older version had taken.
 * @returns undefined where it can't be shown to anybody: forgotten, unreadable, no such line, or too long
 */
export function shownName(app: Opening, { supporter_key, action_id, details_sealed }: Sealed): string | undefined {
  if (!details_sealed) return undefined;
  const opened = readSealed(app, 'actions.details_sealed', [supporter_key, action_id], details_sealed);
  if (opened === UNREADABLE) return undefined;
  const { name } = JSON.parse(opened) as { readonly name?: unknown };
  const clean = typeof name === 'string' ? readName(name) : undefined;
  return clean && !isLongerThan(clean, LONGEST_SHOWN) ? clean : undefined;
}
