import type { Words } from './version.ts';

/** Each text in words of a shape, by where it stands: `name`, `demands/0/title`, and in lists of what has a name `messages/peace/text`. */
export function placesIn(words: Words | undefined): ReadonlyMap<string, string> {
  return new Map(words === undefined ? [] : below(words, ''));
}

function below(value: unknown, place: string): [string, string][] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [[place, String(value)]];
  return Object.entries(value).flatMap(([name, one]) => {
    const { id, ...rest } = Object(one) as { id?: unknown };
    if (Array.isArray(value) && typeof id === 'string') return below(rest, join(place, id));
    return below(one, join(place, name));
  });
}

const join = (place: string, name: string) => (place ? `${place}/${name}` : name);

/** Two versions of one text, place by place: what each says, in the order of the later one, then what only the earlier one has. */
export interface Place {
  readonly place: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export function changedPlaces(before: Words | undefined, after: Words | undefined): readonly Place[] {
  const [was, is] = [placesIn(before), placesIn(after)];
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((place) => ({ place, before: was.get(place), after: is.get(place) }))
    .filter((one) => one.before !== one.after);
}
