import type { Queries } from '../database/database.ts';
import { selectNow } from './moment-queries.ts';
import type { End } from './page-end.ts';

/** A moment by the database's clock, and what the clocks of this process said when it was asked for. */
export interface Moment extends End {
  readonly at: Date;
}

/** The database's `now()`, by which it is judged what may be seen: the same for every process. */
export async function momentOf(queries: Queries): Promise<Moment> {
  const [steady, wall] = [performance.now(), Date.now()];
  const at = await selectNow(queries);
  if (!at) throw new Error('the database did not say what time it is');
  return { at, steady, wall };
}

/** When a later moment of the database comes, by this process's clocks. */
export function endAt({ at, steady, wall }: Moment, later: Date | undefined): End | undefined {
  if (!later) return undefined;
  const wait = later.getTime() - at.getTime();
  return { steady: steady + wait, wall: wall + wait };
}
