import { type RawBuilder, sql } from 'kysely';
import type { Beginning, Order, Slice } from '../database/slice.ts';
import { byName, type SoughtAddressees, slicedAddressees } from './sought-queries.ts';

const id = sql`r.id`;
const within: Order = { by: byName, kind: 'text', id, idType: 'uuid' };

/** A place in the order of states by their names, and in each of people by theirs: the code of a state, a space, a name. */
export const placeByState = sql<string>`(r.state || ' ' || ${byName})`;

const CODE = 3;
const codeOf = ({ value }: Beginning) => value.slice(0, CODE);
const nameOf = ({ value }: Beginning) => value.slice(CODE + 1);

/** The order by states for rows that are few. @param codes of all states, in the order of their names */
export function orderByState(codes: readonly string[]): Order {
  return {
    ...within,
    by: sql`(lpad(array_position(${[...codes]}::text[], r.state::text)::text, 3, '0') || ' ' || ${byName})`,
  };
}

/** A beginning in that order. */
export function beginByState(codes: readonly string[], slice: Slice): Slice {
  const { from } = slice;
  if (!from) return slice;
  const place = `${codes.indexOf(codeOf(from)) + 1}`.padStart(CODE, '0');
  return { ...slice, from: { ...from, value: `${place} ${nameOf(from)}` } };
}

/**
 * Those who fit, state by state in the order of their names and within each by name, as far as a slice goes: what is left of the state
 * in which it begins, then as many states as it takes.
 */
export function slicedByState(
  sought: SoughtAddressees,
  codes: readonly string[],
  slice: Slice,
  called: RawBuilder<boolean> | undefined,
): RawBuilder<unknown> {
  const { from, limit } = slice;
  const descending = slice.descending !== (from?.back ?? false);
  const wanted = codes.filter((code) => !Array.isArray(sought.states) || sought.states.includes(code));
  const ordered = descending ? codes.toReversed() : codes;
  const began = from ? ordered.indexOf(codeOf(from)) : -1;
  const rest = ordered.slice(began + 1).filter((code) => wanted.includes(code));
  const each = slicedAddressees({ ...sought, states: sql`s.state` }, within, { descending, limit }, called);
  const way = descending ? sql`DESC` : sql`ASC`;
  const others = sql`SELECT one.id, one.value, s.place
    FROM unnest(${rest}::char(3)[]) WITH ORDINALITY AS s (state, place) CROSS JOIN LATERAL (${each}) one
    ORDER BY s.place, one.value ${way}, one.id ${way} LIMIT ${limit}`;
  if (!from || began < 0) return others;
  const first = { ...slice, from: { ...from, value: nameOf(from) } };
  const left = slicedAddressees({ ...sought, states: [codeOf(from)] }, within, first, called);
  return sql`SELECT * FROM (SELECT one.*, 0 AS place FROM (${left}) one UNION ALL (${others})) every
    ORDER BY place, value ${way}, id ${way} LIMIT ${limit}`;
}
