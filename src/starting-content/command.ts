import type { Database } from '../database/database.ts';
import type { ContentContext, RoomWithContent } from './content-unit.ts';
import { acceptProposals, keepStored, showProposals, WrongDecisionError } from './decide.ts';
import { tellDifferences, tellProposal } from './tell.ts';

export const USAGE = `npm run content -- list                       what waits: where the files say otherwise than what was edited here
npm run content -- show ID…                    what the files say, beside what stands
npm run content -- accept ID…|all [--as EMAIL]  makes it what the files say; several together, or none
npm run content -- keep ID…|all [--as EMAIL]    leaves what stands, until the files change again`;

/** Does what an operator typed. @returns what to say @throws WrongDecisionError; then nothing was changed */
export async function contentCommand(
  database: Database,
  rooms: readonly RoomWithContent[],
  words: readonly string[],
  /** Asked for where something is decided. */
  contextOf: (decides: boolean) => Promise<ContentContext>,
): Promise<string[]> {
  const [verb = 'list', ...named] = words;
  if (verb === 'list' && named.length === 0) {
    const waiting = await showProposals(database, rooms, [], await contextOf(false));
    return waiting.length > 0 ? waiting.map(tellProposal) : ['nothing waits'];
  }
  const ids = idsIn(named);
  if (verb === 'show') {
    const shown = await showProposals(database, rooms, ids, await contextOf(false));
    return shown.flatMap((one) => [tellProposal(one), ...tellDifferences(one)]);
  }
  if (verb === 'accept') return [`accepted: ${await acceptProposals(database, rooms, ids, await contextOf(true))}`];
  if (verb === 'keep') return [`kept: ${await keepStored(database, ids, (await contextOf(true)).by)}`];
  throw new WrongDecisionError(`say what to do:\n${USAGE}`);
}

/** None: all. @throws WrongDecisionError */
function idsIn(named: readonly string[]): number[] {
  if (named.length === 1 && named[0] === 'all') return [];
  const wrong = named.find((one) => !/^[1-9]\d{0,8}$/.test(one));
  if (wrong !== undefined) throw new WrongDecisionError(`ID: a number that “list” says, or all, not “${wrong}”`);
  if (named.length === 0) throw new WrongDecisionError(`say which:\n${USAGE}`);
  return named.map(Number);
}
