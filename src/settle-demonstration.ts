import { countTriedPeople } from './actions/tried-actions.ts';
import type { ActorId } from './actors/actors.ts';
import { writeAudit } from './audit/audit.ts';
import type { Settings } from './config/settings.ts';
import { isDemonstration } from './controllers/install.ts';
import type { Database, Queries } from './database/database.ts';
import { countTriedLetters } from './letters/tried-letters.ts';
import type { Room } from './room.ts';

/**
 * At each start: shows what a demonstration has, or, once an operator is named, sees to it that nothing of what was tried is shown, told
 * or sent. It is kept until `npm run reset -- demonstration`.
 * @param say told, in one line, of how much is kept that was tried
 */
export async function settleDemonstration(
  database: Database,
  settings: Pick<Settings, 'operator'>,
  rooms: readonly Room[],
  say: (line: string) => void,
): Promise<void> {
  const trying = isDemonstration(settings);
  await database.transaction().execute(async (trx) => {
    for (const { demonstration } of rooms) await demonstration?.[trying ? 'begins' : 'ends']?.(trx);
  });
  const tried = trying ? undefined : await triedIn(database);
  if (tried && tried.people > 0)
    say(
      `tried: ${tried.people} people and ${tried.letters} letters of the demonstration are kept apart: not counted, not mailed, ` +
        'in no export; npm run reset -- demonstration removes them',
    );
}

export interface Tried {
  readonly people: number;
  readonly letters: number;
}

/** How much was tried in a demonstration and is still here. */
export async function triedIn(queries: Queries): Promise<Tried> {
  const [people, letters] = await Promise.all([countTriedPeople(queries), countTriedLetters(queries)]);
  return { people, letters };
}

/** Removes everything that was tried, or nothing. @returns how much it was */
export function removeDemonstration(database: Database, rooms: readonly Room[], by: ActorId): Promise<Tried> {
  return database.transaction().execute(async (trx) => {
    const tried = await triedIn(trx);
    await writeAudit(trx, {
      by,
      operation: 'controllers.reset-demonstration',
      item: ['demonstration', 'all'],
      after: { ...tried },
    });
    // What hangs on actions stands in higher rooms.
    for (const { demonstration } of rooms.toReversed()) await demonstration?.removed?.(trx);
    return tried;
  });
}
