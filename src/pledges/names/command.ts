import type { ActorId } from '../../actors/actors.ts';
import { isId } from '../../database/is-id.ts';
import type { App } from '../../http/app.ts';
import type { Opening } from '../../sealing/read-sealed.ts';
import { minuteIn } from '../../text/time-zone.ts';
import { refuseNames, showNames, undoNames } from './decide-names.ts';
import { isRefusalReason, refusalReasons } from './name-decisions.ts';
import { selectNameSlice } from './name-queries.ts';
import { shownName } from './shown-name.ts';

export const USAGE = `npm run names -- list
npm run names -- approve ID… [--as EMAIL]   (readers see them)
npm run names -- refuse ID… --reason ${refusalReasons.join('|')} [--as EMAIL]
npm run names -- undo ID… [--as EMAIL]   (what was decided: they wait again, and are gone from pages at once)
--as: the account of whoever decides; --by NAME: whoever has none; left out, it is your login here`;

/** What an operator typed can't be done; the message says what can. */
export class WrongNamesError extends Error {
  override readonly name = 'WrongNamesError';
}

type Reading = Pick<App, 'database' | 'settings'> & Opening;
const MOST = 200;

/** The names that wait longest, a line each. */
export async function tellNames(app: Reading): Promise<string[]> {
  const rows = await selectNameSlice(app.database, { states: ['offered'] }, { descending: false, limit: MOST + 1 });
  const lines = rows.slice(0, MOST).map((row) => {
    const name = shownName(app, row) ?? '(can’t be shown)';
    return `${row.id}  ${row.country}  ${row.lang}  ${minuteIn(app.settings.TIME_ZONE, row.since)}  ${name}`;
  });
  return [`${rows.length > MOST ? `more than ${MOST}` : rows.length} names wait for a look`, ...lines];
}

/**
 * Decides what was typed. @param words the verb and ids
 * @returns what was done, in a line
 * @throws WrongNamesError
 */
export async function decideTyped(
  app: Reading,
  [verb = '', ...ids]: readonly string[],
  reason: string | undefined,
  by: () => Promise<ActorId>,
): Promise<string> {
  if (ids.length === 0 || ids.some((id) => !isId(id))) throw new WrongNamesError(`which names?\n${USAGE}`);
  const done = await decided(app, verb, ids, reason, by);
  if (done.length === 0) throw new WrongNamesError('nothing of that number waits, or somebody else was quicker');
  return done.length < ids.length ? `${done.length} of ${ids.length}; the others stand as they were` : `${done.length}`;
}

async function decided(
  app: Reading,
  verb: string,
  ids: readonly string[],
  reason: string | undefined,
  by: () => Promise<ActorId>,
): Promise<readonly string[]> {
  if (verb === 'approve') return showNames(app, ids, await by());
  if (verb === 'undo') return undoNames(app, ids, await by());
  if (verb !== 'refuse') throw new WrongNamesError(`say what to do:\n${USAGE}`);
  if (!isRefusalReason(reason)) throw new WrongNamesError(`--reason: one of ${refusalReasons.join(', ')}`);
  return refuseNames(app, ids, reason, await by());
}
