import type { Queries } from '../database/database.ts';

/**
 * What a room has of a demonstration, beside people's actions, which are its controller's. All of it happens in one transaction each, the
 * rooms in their order, to remove in the opposite one.
 */
export interface Demonstration {
  /** At each start without an operator. */
  begins?(trx: Queries): Promise<unknown>;
  /** At each start with one: nothing of it is shown, waited for or told from now on. Does nothing where that was done. */
  ends?(trx: Queries): Promise<unknown>;
  /** Removes all of it for good. */
  removed?(trx: Queries): Promise<unknown>;
}
