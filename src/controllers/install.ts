import type { Settings } from '../config/settings.ts';
import type { Queries } from '../database/database.ts';
import { putOperator } from './controller-queries.ts';
import { type ControllerId, DEMONSTRATION, OPERATOR } from './controllers.ts';

/** Whether nobody runs this installation: what is done here is tried, and never anybody's. */
export function isDemonstration({ operator }: Pick<Settings, 'operator'>): boolean {
  return operator === undefined;
}

/** Who answers for what this installation does by its own settings. */
export function ownController({ operator }: Pick<Settings, 'operator'>): ControllerId {
  return operator ? OPERATOR : DEMONSTRATION;
}

/** Calls the operator what the settings do: the same controller under another name. @returns whether that is news */
export async function nameOperator(queries: Queries, { operator }: Pick<Settings, 'operator'>): Promise<boolean> {
  return operator !== undefined && (await putOperator(queries, OPERATOR, operator.name));
}
