import type { Field, Fields } from './fields.ts';

/**
 * More marks than any script puts on one letter (Unicode UAX 15, stream-safe text): putting them in order costs the square of their
 * number.
 */
const PILED_MARKS = /\p{M}{31}/u;

export type Wrong = 'long' | 'piled';

/** What was given in the declared fields, and which of them hold more than they may. What is not declared is left out. */
export interface Read {
  readonly given: URLSearchParams;
  readonly wrong: ReadonlyMap<string, Wrong>;
  /** A field that came more often than it may. */
  readonly repeated: string | undefined;
}

/** Holds what came to its table; nothing but lengths is looked at in what is too long. */
export function readFields(all: URLSearchParams, fields: Fields): Read {
  const given = new URLSearchParams();
  const wrong = new Map<string, Wrong>();
  let repeated: string | undefined;
  const times = new Map<string, number>();
  for (const [name, value] of all) {
    const field = fieldOf(fields, name);
    if (!field) continue;
    const problem = problemOf(value, field);
    if (problem) wrong.set(name, problem);
    times.set(name, (times.get(name) ?? 0) + 1);
    if ((times.get(name) ?? 0) > field.times) repeated = name;
    given.append(name, value);
  }
  return { given, wrong, repeated };
}

/** The declared field of a name. */
export function fieldOf(fields: Fields, name: string): Field | undefined {
  if (Object.hasOwn(fields, name)) return fields[name];
  const family = `${name.slice(0, name.indexOf('-') + 1)}*`;
  return family !== '*' && Object.hasOwn(fields, family) ? fields[family] : undefined;
}

function problemOf(value: string, { units }: Field): Wrong | undefined {
  if (value.length > units) return 'long';
  return PILED_MARKS.test(value) ? 'piled' : undefined;
}
