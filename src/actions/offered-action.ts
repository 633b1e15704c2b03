import type { Lang } from '../config/langs.ts';
import type { Purpose } from '../consents/consent-texts.ts';
import type { Mailbox } from '../text/mailbox.ts';
import type { NewLetter } from './accept-queries.ts';
import type { ActionKindName } from './action-kind-name.ts';

/** What is sealed of an action: everything that says who did it, or that only this action needs. */
export interface ActionDetails {
  readonly name: string;
  readonly locality?: string;
  readonly organisation?: string;
  readonly supporterKind?: string;
  /** The writer wants a copy of each letter. */
  readonly copy?: boolean;
}

/** A letter with its text, which is sealed when the action is taken. */
export type OfferedLetter = Omit<NewLetter, 'textSealed'> & { readonly text: string };

/** What somebody has typed, before it is taken. */
export interface OfferedAction {
  readonly kind: ActionKindName;
  readonly mailbox: Mailbox;
  readonly campaignId: string;
  readonly lang: Lang;
  /** ISO 3166 alpha-3. */
  readonly country: string;
  readonly details: ActionDetails;
  /** What was ticked beside the action itself. */
  readonly consents: readonly Exclude<Purpose, 'act'>[];
  readonly letters: readonly OfferedLetter[];
}
