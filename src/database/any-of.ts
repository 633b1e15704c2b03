import { type RawBuilder, sql } from 'kysely';

/**
 * Any of these values, as one parameter: a statement takes at most 65,535 (PostgreSQL's wire protocol counts them in 16 bits), and a list
 * of ids grows with the data. `where('id', '=', anyOf(ids, 'uuid'))`; of an empty list nothing is found.
 */
export const anyOf = <T>(values: readonly T[], type: 'uuid' | 'text' | 'int' | 'bytea'): RawBuilder<T> =>
  sql<T>`ANY(${[...values]}::${sql.raw(type)}[])`;
