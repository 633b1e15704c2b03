import type { DB } from './schema.ts';

export type TableName = keyof DB & string;

/** Columns of a room's tables that rooms above may read. */
export type Lent = { readonly [Table in TableName]?: readonly (keyof DB[Table] & string)[] };

/** SQL that has to touch tables of several rooms at once. It stands in the highest of them. */
export interface AcrossRooms {
  /** The function or constant of a file, or the function of the database. */
  readonly sql: string;
  /** Tables of other rooms to which it writes. */
  readonly writes: readonly TableName[];
  /** Why the owners can't do it one after another. */
  readonly because: string;
  /** Rooms below that call it, where it is a function of the database. */
  readonly calledBy?: readonly string[];
}
