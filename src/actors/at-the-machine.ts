import { userInfo } from 'node:os';
import type { Queries } from '../database/database.ts';
import { selectOrInsertOperator } from './actor-queries.ts';
import type { ActorId } from './actors.ts';

/** One line, with something to see. */
const NAME = /^(?=.*\S)\P{C}{1,120}$/u;

/**
 * The actor of the command line: whoever works at this machine, the same for the same name.
 * @param given what they call themselves (`--by`); else it is their login here
 * @throws Error naming the option, where that is no name, or the name of somebody who has an account
 */
export async function operatorAt(queries: Queries, given: string = loginHere()): Promise<ActorId> {
  const name = given.trim();
  if (!isActorName(name)) throw new Error('--by: a name of 1 to 120 characters, in one line');
  const operator = await selectOrInsertOperator(queries, name);
  if (!operator)
    throw new Error('--by: somebody with an account is, or was, called so: say --as EMAIL, or another name');
  return operator;
}

export function isActorName(name: string): boolean {
  return NAME.test(name);
}

/** In a container the user may have a number alone. */
function loginHere(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? ''}`;
  }
}
