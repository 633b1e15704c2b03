/** A row that can't be taken; its message says why, for the person who imports. */
export class InvalidEntryError extends Error {
  override readonly name = 'InvalidEntryError';
  /** Where it stands, as far as that is one or some of the columns of a table. */
  readonly columns: readonly string[];

  constructor(message: string, columns: readonly string[] = []) {
    super(message);
    this.columns = columns;
  }
}

type Parts = Readonly<Record<string, () => unknown>>;

/** Reads the parts of a row, each by itself. @throws InvalidEntryError that says all that is wrong with it, not the first thing only */
export function readParts<Row extends Parts>(parts: Row): { [Part in keyof Row]: ReturnType<Row[Part]> } {
  const read = readAll(Object.entries(parts), ([name, part]) => [name, inColumns([name], part)] as const);
  return Object.fromEntries(read) as { [Part in keyof Row]: ReturnType<Row[Part]> };
}

/** Says in which columns what is wrong stands, unless what read it has said so. @throws InvalidEntryError */
export function inColumns<Read>(columns: readonly string[], read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidEntryError) || error.columns.length > 0) throw error;
    throw new InvalidEntryError(error.message, columns);
  }
}

/** Reads each of several of one kind. @throws InvalidEntryError that says all that is wrong with them */
export function readAll<Item, Read>(items: readonly Item[], read: (item: Item) => Read): Read[] {
  const wrong: InvalidEntryError[] = [];
  const all = items.map((item) => attempt(() => read(item), wrong));
  if (wrong.length > 0) {
    const said = [...new Set(wrong.map(({ message }) => message))];
    throw new InvalidEntryError(said.join('; '), [...new Set(wrong.flatMap(({ columns }) => columns))]);
  }
  return all as Read[];
}

function attempt(part: () => unknown, wrong: InvalidEntryError[]): unknown {
  try {
    return part();
  } catch (error) {
    if (!(error instanceof InvalidEntryError)) throw error;
    wrong.push(error);
    return undefined;
  }
}
