import type { RawBuilder } from 'kysely';
import type { Queries } from '../database/database.ts';

/** An action that is gone. */
export interface EndedAction {
  readonly supporterKey: Buffer;
  readonly id: string;
}

/** What a room above keeps that hangs on actions: whether it still needs them, and what goes with them. */
export interface HangsOnActions {
  /** Deletes what hangs on actions that were deleted just now. */
  actionsGone?(trx: Queries, actions: readonly EndedAction[]): Promise<void>;
  /** In SQL, whether it still needs the name and address of the supporter with a key. */
  needsSupporter?(key: RawBuilder<Buffer>): RawBuilder<boolean>;
  /** In SQL, whether an action of a campaign that is over has to stay. */
  needsAction?(key: RawBuilder<Buffer>, action: RawBuilder<string>): RawBuilder<boolean>;
}
