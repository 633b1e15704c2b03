/** A row that can't be taken; its message says why, for the person who imports. */
export class InvalidEntryError extends Error {
  override readonly name = 'InvalidEntryError';
}

type Parts = Readonly<Record<string, () => unknown>>;

/** Reads the parts of a row, each by itself. @throws InvalidEntryError that says all that is wrong with it, not the first thing only */
export function readParts<Row extends Parts>(parts: Row): { [Part in keyof Row]: ReturnType<Row[Part]> } {
  const read = readAll(Object.entries(parts), ([name, part]) => [name, part()] as const);
  return Object.fromEntries(read) as { [Part in keyof Row]: ReturnType<Row[Part]> };
}

/** Reads each of several of one kind. @throws InvalidEntryError that says all that is wrong with them */
export function readAll<Item, Read>(items: readonly Item[], read: (item: Item) => Read): Read[] {
  const wrong: string[] = [];
  const all = items.map((item) => attempt(() => read(item), wrong));
  if (wrong.length > 0) throw new InvalidEntryError([...new Set(wrong)].join('; '));
  return all as Read[];
}

function attempt(part: () => unknown, wrong: string[]): unknown {
  try {
    return part();
  } catch (error) {
    if (!(error instanceof InvalidEntryError)) throw error;
    wrong.push(error.message);
    return undefined;
  }
}
