import type { Action } from '../actions/action.ts';
import type { Database } from '../database/database.ts';
import { type ExampleState, setState } from './example-queries.ts';

export { ageExampleLetters, exampleStates } from './example-queries.ts';

/** Makes the letter of a confirmed action stand as letters may, for a demonstration. */
export function setExampleState(
  database: Database,
  { supporterKey, id }: Action,
  state: ExampleState,
  bounceId: Buffer,
): Promise<void> {
  return database.transaction().execute((trx) => setState(trx, supporterKey, id, state, bounceId));
}

/** Whether weeks have gone by since such a letter was handed over: its writer was asked whether an answer came. */
export function isFollowedUp(state: ExampleState | undefined): boolean {
  return state === 'answered' || state === 'unanswered' || state === 'asked';
}
