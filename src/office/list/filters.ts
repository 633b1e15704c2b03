import { z } from 'zod';
import { type Field, typed } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import type { Key } from '../../locales/words.ts';
import { isDay } from '../../text/partial-day.ts';

/** One thing by which a list is made shorter: a field of its address. */
export interface Filter<Value extends string = string> {
  readonly label: Key;
  readonly field: Field;
  readonly schema: z.ZodType<Value>;
  /** What is said where what stands in the address is none. */
  readonly wrong: Key;
  readonly input: 'search' | 'text' | 'date' | Choices;
}

/** Values of which one is chosen, as they are called. */
type Choices = (view: View) => readonly (readonly [value: string, name: string])[];

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

/** One of some values. */
export function choiceFilter<const Value extends string>(
  label: Key,
  values: readonly [Value, ...Value[]],
  nameOf: (view: View, value: Value) => string,
): Filter<Value> {
  const input: Choices = (view) => values.map((value) => [value, nameOf(view, value)]);
  return { label, field: typed(label, MOST), schema: z.enum(values), wrong: 'office.list.wrong.choice', input };
}
