import type { ComponentChildren } from 'preact';
import type { HangsOnActions } from '../actions/hangs-on-actions.ts';
import type { Lang } from '../config/langs.ts';
import type { Database, Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import type { Opening } from '../sealing/read-sealed.ts';

type Reading = Pick<App, 'settings' | 'database'> & Opening;

/** What a room keeps of people beside supporters and their actions: how they see it, and how it goes. */
export interface PersonalData extends HangsOnActions {
  /** Its part of the file that somebody takes along, by the names under which it stands there (GDPR art. 15 and 20). */
  exported(app: Reading, key: Buffer, lang: Lang): Promise<Readonly<Record<string, unknown>>>;
  /** Its part of the page of somebody's data. */
  shown?(app: Reading, view: View, key: Buffer): Promise<ComponentChildren>;
  /**
   * Before anything of a supporter is erased: locks what must not change meanwhile, takes it out of counts, deletes what only it leads to.
   * @returns how much is leaving at this moment and can't be stopped
   */
  beforeErased?(trx: Queries, key: Buffer): Promise<number>;
  /** Erases the rest, when the actions are gone. */
  erased(trx: Queries, key: Buffer): Promise<void>;
  /** Forgets what is past its time, in batches. @returns how many rows, by what they are */
  forgotten?(database: Database, now: Date): Promise<Readonly<Record<string, number>>>;
}

declare module '../http/app.ts' {
  interface Handed {
    readonly personalData: readonly PersonalData[];
  }
}
