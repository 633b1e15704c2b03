import type { Queries } from '../database/database.ts';

/** What a mail server said last, without names of people. */
export interface LastReply {
  readonly at: Date;
  readonly says: string;
}

declare module '../http/app.ts' {
  interface Handed {
    /** What servers said to what left last, the newest first; rooms that send mail hand it in. */
    readonly lastReplies: readonly ((queries: Queries) => Promise<readonly LastReply[]>)[];
  }
}
