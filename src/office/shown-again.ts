import type { VNode } from 'preact';
import type { Fields } from '../http/fields.ts';

/** The field by which a form says that it is sent again, and what was kept of it need be no longer. */
export const UNSENT = 'unsent';

/** What was sent and not done, with which a page is shown. */
export interface ShownAgain {
  /** What stood in it, without secrets. */
  readonly given: URLSearchParams;
  readonly fields: Fields;
  readonly action: string;
  /** By which it is known once it is sent. */
  readonly carried: readonly [name: string, value: string];
  /** What is said of it, and how it is thrown away. */
  readonly note: VNode;
}
