import type { PageAnswer } from './answer.ts';
import type { SiteRequest } from './request.ts';
import type { Visible } from './visible.ts';

/** What an error says of what was asked for: there is no such thing, there is none any more, or it can't be taken as it is. */
export type FailureKind = 'unknown' | 'ended' | 'refused';

/** What an error of a room's means to whoever asked; each surface makes its own reply of that. */
export interface Failure {
  /** The name of its class. */
  readonly error: string;
  readonly means: FailureKind;
  /**
   * A page of its own for readers; left out: that of its kind.
   * @param written what somebody had written into the form: it is theirs, and given back
   */
  show?(request: SiteRequest, written: readonly string[]): Promise<Visible<PageAnswer>>;
}

declare module './app.ts' {
  interface Handed {
    readonly failures: ReadonlyMap<string, Failure>;
  }
}
