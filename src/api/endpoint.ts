import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { OpenAsked, OpenEndpoint } from '../http/open-endpoint.ts';
import { type AskedDay, askedDay } from '../record/asked-day.ts';
import { type World, worldOf } from '../record/record.ts';
import { type Day, isDay, today } from '../text/partial-day.ts';
import { Problem } from './problem.ts';

/** What an endpoint works on: everything that is recorded, and the day it is asked for. */
export interface Asked extends OpenAsked {
  readonly world: World;
  readonly day: AskedDay;
  readonly on: Day;
}

/** One address of the API. */
export interface Endpoint extends Omit<OpenEndpoint, 'handle'> {
  readonly handle: (asked: Asked) => Promise<unknown> | unknown;
}

/** How a thing on record is named in an address; none of ours is longer. */
export const named = z.string().max(100);

export const on = z
  .string()
  .max(10)
  .refine(isDay, 'write a day that exists as YYYY-MM-DD')
  .optional()
  .describe('The day for which to answer, YYYY-MM-DD; today where it is left out');

/** @throws Problem for a day before 1998 or beyond what is scheduled */
export async function asked(
  app: App,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string | number | undefined>>,
): Promise<Asked> {
  const world = await worldOf(app.database);
  const day = askedDay(world, typeof query.on === 'string' ? query.on : null, today(app.settings.TIME_ZONE));
  if (day.wrong !== undefined)
    throw new Problem(400, 'No such day here', `on: choose a day between ${day.first} and ${day.last}`);
  return { app, world, day, on: day.on, params, query };
}

/** @throws Problem where there is nothing under a name */
export function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Problem(404, 'Nothing there', `there is no ${what} of this name`);
  return value;
}

/** A name by which a list is filtered; undefined where it is not. @throws Problem, with the field, for a name that is not on record */
export function known(
  { query }: Pick<Asked, 'query'>,
  field: string,
  names: { has(name: string): boolean },
): string | undefined {
  const name = query[field];
  if (name === undefined) return undefined;
  if (!names.has(String(name))) throw new Problem(400, 'Not understood', `${field}: ${name} is not on record`);
  return String(name);
}
