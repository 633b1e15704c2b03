import { z } from 'zod';
import { type Field, typed } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import type { Key } from '../../locales/words.ts';
import { isDay } from '../../text/partial-day.ts';
import type { StaffRequest } from '../office-route.ts';

/** One thing by which a list is made shorter: a field of its address. */
export interface Filter<Value extends string = string> {
  readonly label: Key;
  readonly field: Field;
  readonly schema: z.ZodType<Value>;
  /** What is said where what stands in the address is none. */
  readonly wrong: Key;
  readonly input: 'search' | 'text' | 'date' | Choices | Offered;
}

/** Values of which one is chosen, as they are called. */
type Named = readonly (readonly [value: string, name: string])[];
type Choices = (view: View) => Named;

/** Those that there are at this moment, and the one that is chosen already. */
interface Offered {
  offered(request: StaffRequest, chosen: string | undefined): Promise<Named>;
}

/** By the names of filters, what each offers. */
export type Offers = ReadonlyMap<string, Named>;

export type Filters = Readonly<Record<string, Filter>>;
/** What was asked for, by the names of the filters. */
export type Filtered<Of extends Filters> = {
  readonly [Name in keyof Of]?: Of[Name] extends Filter<infer Value> ? Value : never;
};

const MOST = 200;

/** Something that people type: a name, a part of one, an id. */
export function textFilter(label: Key, input: 'search' | 'text' = 'text'): Filter {
  const schema = z.string().trim().min(1).max(MOST);
  return { label, field: typed(label, MOST), schema, wrong: 'office.list.wrong.text', input };
}

/** A day of the calendar. */
export function dayFilter(label: Key): Filter {
  const schema = z.string().trim().refine(isDay);
  return { label, field: typed(label, MOST), schema, wrong: 'office.list.wrong.day', input: 'date' };
}

/** One of those that there are. @param schema what such a value looks like, also where there is none of it any more */
export function offeredFilter(label: Key, schema: z.ZodType<string>, offered: Offered['offered']): Filter {
  return { label, field: typed(label, MOST), schema, wrong: 'office.list.wrong.choice', input: { offered } };
}

/** What the filters of a list offer to choose from. */
export async function offersOf(filters: Filters, request: StaffRequest): Promise<Offers> {
  const each = Object.entries(filters).map(async ([name, { input }]) => {
    if (typeof input === 'string') return [];
    if (typeof input === 'function') return [[name, input(request.view)] as const];
    return [[name, await input.offered(request, request.query.get(name)?.trim() || undefined)] as const];
  });
  return new Map((await Promise.all(each)).flat());
}

/** One of some values. */
export function choiceFilter<const Value extends string>(
  label: Key,
  values: readonly [Value, ...Value[]],
  nameOf: (view: View, value: Value) => string,
): Filter<Value> {
  const input: Choices = (view) => values.map((value) => [value, nameOf(view, value)]);
  return { label, field: typed(label, MOST), schema: z.enum(values), wrong: 'office.list.wrong.choice', input };
}
