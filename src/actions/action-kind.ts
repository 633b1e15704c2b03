import type { ComponentChildren } from 'preact';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import type { Opening } from '../sealing/read-sealed.ts';
import type { TimeZone } from '../text/time-zone.ts';
import type { OfferedLetter } from './accept-action.ts';
import type { Action } from './action.ts';

type Reading = Pick<App, 'database' | 'keys' | 'settings'>;

/** What a kind of action means in its room; an action alone is somebody's name, country and consents. */
export interface ActionKind {
  readonly kind: Action['kind'];
  /** Confirms what belongs to an action, in the caller's transaction, which holds the supporter's row. @returns how many letters count */
  confirm?(trx: Queries, action: Action, now: Date, zone: TimeZone): Promise<number>;
  /** Locks what may still leave, before the action itself changes. */
  hold?(trx: Queries, action: Action): Promise<unknown>;
  /** Takes back what has not begun to leave. @returns how many letters count no longer */
  withdraw?(trx: Queries, action: Action): Promise<number>;
  /** How much is leaving at this moment and can't be stopped. */
  leaving?(app: Reading, action: Action): Promise<number>;
  /** Whether all that is sealed of it opens. */
  legible?(app: Reading & Opening, action: Action): Promise<boolean>;
  /** Its letters as they were offered, to be taken anew for another address. */
  offered?(app: Reading & Opening, action: Action): Promise<readonly OfferedLetter[]>;
  /** What it will send, for its writer to read before confirming. */
  preview?(app: Reading, view: View, action: Action): Promise<ComponentChildren>;
  /** Its words, for its writer to take along where it can't be confirmed any more. */
  words?(app: Reading & Opening, view: View, action: Action): Promise<ComponentChildren>;
  /** What became of it. */
  status?(app: Reading, view: View, action: Action): Promise<ComponentChildren>;
  /** The kind of supporter that somebody said they are, in the reader's words. */
  supporterKind?(view: View, word: string): string | undefined;
}

declare module '../http/app.ts' {
  interface Handed {
    readonly actionKinds: ReadonlyMap<Action['kind'], ActionKind>;
  }
}

/** @throws Error for a kind that no room has: the database may hold none */
export function kindOf({ handed }: Pick<App, 'handed'>, { kind }: Pick<Action, 'kind'>): ActionKind {
  const found = handed.actionKinds.get(kind);
  if (!found) throw new Error(`no room has acts of kind ${kind}`);
  return found;
}
