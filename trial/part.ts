import type { Random } from './random.ts';

/** One promise, what was found of it, and whether it holds. */
export interface Finding {
  readonly what: string;
  readonly found: string;
  readonly promised: string;
  readonly holds: boolean;
}

export interface Setting {
  readonly random: Random;
  /** How much is tried; what a round is, each part says. */
  readonly rounds: number;
  /** Pages alone in whose names these words stand; undefined: all. */
  readonly only?: string | undefined;
  say(line: string): void;
}

/** Something that can go wrong, tried on purpose. */
export interface Part {
  /** What is tried in so many rounds. */
  readonly what: (rounds: number) => string;
  readonly rounds: number;
  /** @returns why it can't be tried on this machine, or what was found */
  run(setting: Setting): Promise<readonly Finding[] | { readonly leftOut: string }>;
}

/** A count that must be nought. @param examples a few of what it counts, for whoever looks for the cause */
export function none(what: string, examples: readonly string[]): Finding {
  const some = examples.length > 0 ? `${examples.length}: ${examples.slice(0, 5).join('; ')}` : '0';
  return { what, found: some, promised: '0', holds: examples.length === 0 };
}

/** A time that must not be exceeded, in milliseconds. */
export function within(what: string, milliseconds: number, most: number, more = ''): Finding {
  const found = `${Math.round(milliseconds).toLocaleString('en')} ms${more}`;
  return { what, found, promised: `≤ ${most.toLocaleString('en')} ms`, holds: milliseconds <= most };
}

/** Something that is told beside the promises, or that must at least have happened for them to mean anything. */
export function finding(what: string, found: number, atLeast = 0): Finding {
  return {
    what,
    found: found.toLocaleString('en'),
    promised: atLeast > 0 ? `≥ ${atLeast}` : '',
    holds: found >= atLeast,
  };
}

/** The middle one of some values, and the greatest. */
export function spread(values: readonly number[]): { readonly median: number; readonly worst: number } {
  const sorted = values.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, worst: sorted.at(-1) ?? Number.NaN };
}
