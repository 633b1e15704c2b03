import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { OpenEndpoint, OpenQuestion } from '../http/open-endpoint.ts';
import type { Visible } from '../http/visible.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { type World, worldOf } from '../record/record.ts';
import { type RequestedDay, requestedDay } from '../record/requested-day.ts';
import { type Day, isDay, today } from '../text/partial-day.ts';
import { ProblemError } from './problem.ts';

/** What an endpoint works on: everything that is recorded, and the day it is asked for. */
export interface RecordQuestion extends OpenQuestion {
  readonly world: Visible<World>;
  readonly day: RequestedDay;
  readonly on: Day;
}

/** One address of the API. */
export interface Endpoint extends Omit<OpenEndpoint, 'handle'> {
  readonly handle: (question: RecordQuestion) => Promise<Visible<object>>;
}

/** How a thing on record is named in an address; none of ours is longer. */
export const nameParameter = z.string().max(100);

export const on = z
  .string()
  .max(10)
  .refine(isDay, 'write a day that exists as YYYY-MM-DD')
  .optional()
  .describe('The day for which to answer, YYYY-MM-DD; today where it is left out');

/** What an endpoint answers from everything that is recorded. */
export const fromWorld = <Answer extends object>(tell: (world: World, question: RecordQuestion) => Answer) =>
  fromVisible(async ({ world }: RecordQuestion) => world, tell);

/** @throws ProblemError for a day before 1998 or beyond what is scheduled */
export async function recordQuestion(
  app: App,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string | number | undefined>>,
): Promise<RecordQuestion> {
  const world = await worldOf(app.database);
  const day = requestedDay(world, typeof query.on === 'string' ? query.on : null, today(app.settings.TIME_ZONE));
  if (day.wrong !== undefined)
    throw new ProblemError(400, 'No such day here', `on: choose a day between ${day.first} and ${day.last}`);
  return { app, world, day, on: day.on, params, query };
}

/** @throws ProblemError where there is nothing under a name */
export function orNotFound<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new ProblemError(404, 'Nothing there', `there is no ${what} of this name`);
  return value;
}

/** A name by which a list is filtered; undefined where it is not. @throws ProblemError, with the field, for a name that is not on record */
export function nameOnRecord(
  { query }: Pick<RecordQuestion, 'query'>,
  field: string,
  names: { has(name: string): boolean },
): string | undefined {
  const name = query[field];
  if (name === undefined) return undefined;
  if (!names.has(String(name))) throw new ProblemError(400, 'Not understood', `${field}: ${name} is not on record`);
  return String(name);
}
