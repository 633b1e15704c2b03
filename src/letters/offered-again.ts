import { randomUUIDv7 } from 'node:crypto';
import type { Action } from '../actions/action.ts';
import type { OfferedLetter } from '../actions/offered-action.ts';
import type { App } from '../http/app.ts';
import { selectBound } from './letter-queries.ts';
import { openText } from './letter-text.ts';

/** The letters of an action that waits to be confirmed, as they were written. @throws BrokenSealError */
export async function offeredAgain(app: Pick<App, 'database' | 'keys'>, action: Action): Promise<OfferedLetter[]> {
  const letters = (await selectBound(app.database, action.supporterKey)).filter(
    ({ action_id }) => action_id === action.id,
  );
  return letters.flatMap((letter) =>
    letter.text_sealed
      ? {
          id: randomUUIDv7(),
          askId: letter.ask_id,
          representativeId: letter.representative_id,
          channelId: letter.channel_id,
          text: JSON.stringify(openText(app.keys, letter, letter.text_sealed)),
          held: letter.held_because,
        }
      : [],
  );
}
