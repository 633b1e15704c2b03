import { isTried } from '../controllers/controllers.ts';
import type { View } from '../http/view.ts';
import type { Action } from './action.ts';

/** Whether an action was tried in a demonstration that is over: nothing of it was sent or counts, and nothing more comes of it. */
export function wasOnlyTried({ operator }: Pick<View, 'operator'>, action: Pick<Action, 'controllerId'>): boolean {
  return operator !== undefined && isTried(action);
}
