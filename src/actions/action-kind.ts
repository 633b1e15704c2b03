import type { ComponentChildren } from 'preact';
import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import type { Key } from '../locales/words.ts';
import type { Opening } from '../sealing/read-sealed.ts';
import type { State } from '../states/states.ts';
import type { TimeZone } from '../text/time-zone.ts';
import type { Action } from './action.ts';
import type { ActionKindName } from './action-kind-name.ts';
import type { OfferedLetter } from './offered-action.ts';

type Reading = Pick<App, 'database' | 'keys' | 'settings'>;

/** What is said of a kind of action where all kinds are spoken of: words of its room. */
interface ActionWords {
  /** Above one of them among all that somebody did. */
  readonly title: Key;
  /** Above what is to be confirmed. */
  readonly confirm: Key;
  /** On the button that confirms it. */
  readonly confirmButton: Key;
  /** Of the mail with the link to confirm, with `campaign`. */
  readonly mailSubject: Key;
  readonly mailText: Key;
  /** That it was confirmed, with `campaign` and `day`. */
  readonly confirmed: Key;
  /** What happens next, where its `status` doesn't say it. */
  readonly next?: Key;
  /** What follows from taking it back. */
  readonly withdraw: Key;
  /** That it was a try, with `day`, and how to do it for real, with `operator`. */
  readonly tried: Key;
  readonly triedNext: Key;
}

/** What a kind of action means in its room; an action alone is somebody's name, country and consents. */
export interface ActionKind {
  readonly kind: ActionKindName;
  readonly says: ActionWords;
  /** Where it is done in a campaign, and what leads there. */
  readonly begin: {
    readonly label: Key;
    to(lang: Lang, slug: string, from: { readonly state: string }): string;
  };
  /** Where it is offered as one more step: to whoever did another, and not yet this. */
  readonly step?: {
    readonly after: ActionKindName;
    readonly text: Key;
    /** Whether it may be suggested to somebody in a state. */
    suits?(state: State | undefined): boolean;
  };
  /** Seals the text of a letter that is stored with it. */
  seal?(app: Pick<App, 'keys'>, supporterKey: Buffer, id: string, text: string): Buffer;
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
    readonly actionKinds: ReadonlyMap<ActionKindName, ActionKind>;
  }
}

/** @throws Error for a kind that no room has: the database may hold none */
export function kindOf({ handed }: Pick<App, 'handed'>, { kind }: Pick<Action, 'kind'>): ActionKind {
  const found = handed.actionKinds.get(kind);
  if (!found) throw new Error(`no room has acts of kind ${kind}`);
  return found;
}
