import type { Typed } from './typed-words.ts';

export interface Merged {
  readonly typed: Typed;
  /** Places that both changed, with what the other wrote; what was typed stands in the form. */
  readonly both: ReadonlyMap<string, string>;
  /** Places that only the other changed. */
  readonly taken: readonly string[];
}

/** What somebody typed from a version, beside what somebody else made of it meanwhile: where both changed a text, they have to choose. */
export function merged(before: Typed, yours: Typed, theirs: Typed): Merged {
  const typed = new Map<string, string>();
  const both = new Map<string, string>();
  const taken: string[] = [];
  for (const place of new Set([...theirs.keys(), ...yours.keys(), ...before.keys()])) {
    const [was, mine, other] = [before, yours, theirs].map((one) => one.get(place) ?? '') as [string, string, string];
    const isMine = mine === other || other === was;
    if (!isMine && mine === was) taken.push(place);
    if (!isMine && mine !== was) both.set(place, other);
    const stays = !isMine && mine === was ? other : mine;
    if (stays !== '') typed.set(place, stays);
  }
  return { typed, both, taken };
}
