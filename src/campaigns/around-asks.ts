import type { VNode } from 'preact';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';

/** An ask whose rules somebody looks at before they are changed. */
export interface LookedAt {
  readonly ask: string;
  /** The states of which it would be asked. */
  readonly states: readonly string[];
  /** The office to which it would be addressed; null: any. */
  readonly office: string | null;
}

/** What a room above says of that. @returns undefined where it has nothing to say */
export type AroundAsks = (
  request: { readonly app: App; readonly view: View },
  about: LookedAt,
) => Promise<VNode | undefined>;

declare module '../http/app.ts' {
  interface Handed {
    /** In the order of the rooms. */
    readonly aroundAsks: readonly AroundAsks[];
  }
}
