import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import type { ReplyMeaning } from './reply-meaning.ts';

/** Why a mail came back. */
export interface WhyItCameBack {
  /** The server's words without addresses; null where no reason could be made out. */
  readonly reply: string | null;
  readonly meaning: ReplyMeaning;
}

/** A mail of a room's that came back, and what the room writes down of it. */
export interface OurMail {
  /** Where it was sent; undefined where that address is no longer known. */
  readonly address: string | undefined;
  failed(trx: Queries, why: WhyItCameBack): Promise<unknown>;
  /** Somebody reports it as unwanted. */
  complaint(trx: Queries): Promise<unknown>;
}

/** How a room knows its own mails among those that came back. */
export interface ReturnedMails {
  /** What became of it, as the bounce listener says it. */
  readonly what: 'letter' | 'confirmation';
  /** @param bounceId of the return path, which we gave out and can prove */
  find(app: Pick<App, 'database' | 'log' | 'settings'>, bounceId: Buffer): Promise<OurMail | undefined>;
}

declare module '../http/app.ts' {
  interface Handed {
    readonly returnedMails: readonly ReturnedMails[];
  }
}
