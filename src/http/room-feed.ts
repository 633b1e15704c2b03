import type { SiteRequest } from './request.ts';
import type { Visible } from './visible.ts';

/** One thing in a feed; all words are plain text and may be an import's. */
export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly text: string;
  /** Where it was read: an address, or words. */
  readonly source: string;
  /** The day on which it became public. */
  readonly on: string;
}

/** What a feed tells, in any order. */
export interface FeedSubject {
  readonly title: string;
  /** The page that it follows. */
  readonly link: string;
  /** The day through which it is known. */
  readonly through?: string;
  readonly entries: readonly FeedEntry[];
}

/** What a feed may ask with. */
export type FeedAsking = Pick<SiteRequest, 'app' | 'view'>;

/** The feeds of one kind of thing: all that stand below one address. */
export interface RoomFeed {
  readonly about: string;
  readonly tags: readonly string[];
  /** @returns undefined where there is nothing of that name */
  readonly of: (request: Pick<SiteRequest, 'app' | 'view'>, name: string) => Promise<Visible<FeedSubject> | undefined>;
}

declare module './app.ts' {
  interface Handed {
    readonly feeds: ReadonlyMap<string, RoomFeed>;
  }
}
