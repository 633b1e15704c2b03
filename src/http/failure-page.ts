import type { Answer } from './answer.ts';
import type { SiteRequest } from './request.ts';

/** What a reader is told where an error of a room's ends a request. */
export interface FailurePage {
  /** The name of its class. */
  readonly error: string;
  /** @param written what somebody had written into the form: it is theirs, and given back */
  show(request: SiteRequest, written: readonly string[]): Promise<Answer>;
}

declare module './app.ts' {
  interface Handed {
    readonly failures: ReadonlyMap<string, FailurePage>;
  }
}
