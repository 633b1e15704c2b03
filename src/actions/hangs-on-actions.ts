import type { RawBuilder } from 'kysely';
import type { Queries } from '../database/database.ts';

/** An action that is gone. */
export interface EndedAction {
  readonly supporterKey: Buffer;
  readonly id: string;
}

/** What had become of one thing that hung on an action, when it was deleted. */
export interface Became {
  /** The action's id. */
  readonly action: string;
  /** `returned`: it was sent, and came back; `unsure`: nobody knows whether it arrived; `in-outbox`: it lay in this machine's outbox. */
  readonly is: 'sent' | 'returned' | 'unsure' | 'unsent' | 'in-outbox';
  /** Of what was sent, returned or not. */
  readonly sentAt?: Date | undefined;
}

/** What a room above keeps that hangs on actions: whether it still needs them, and what goes with them. */
export interface HangsOnActions {
  /** What had become of what hangs on actions that are being deleted. */
  became?(trx: Queries, actions: readonly EndedAction[]): Promise<readonly Became[]>;
  /** Deletes what hangs on actions that were deleted just now. */
  actionsGone?(trx: Queries, actions: readonly EndedAction[]): Promise<void>;
  /** In SQL, whether it still needs the name and address of the supporter with a key. */
  needsSupporter?(key: RawBuilder<Buffer>): RawBuilder<boolean>;
  /** In SQL, whether an action of a campaign that is over has to stay. */
  needsAction?(key: RawBuilder<Buffer>, action: RawBuilder<string>): RawBuilder<boolean>;
}
