import type { RawBuilder } from 'kysely';
import type { Queries } from '../database/database.ts';

/** An act that is gone. */
export interface EndedAction {
  readonly supporterKey: Buffer;
  readonly id: string;
}

/** What a room above keeps that hangs on acts: whether it still needs them, and what goes with them. */
export interface HangsOnActions {
  /** Deletes what hangs on acts that were deleted just now. */
  actsGone?(trx: Queries, acts: readonly EndedAction[]): Promise<void>;
  /** In SQL, whether it still needs the name and address of the supporter with a key. */
  needsSupporter?(key: RawBuilder<Buffer>): RawBuilder<boolean>;
  /** In SQL, whether an act of a campaign that is over has to stay. */
  needsAct?(key: RawBuilder<Buffer>, action: RawBuilder<string>): RawBuilder<boolean>;
}
