import type pg from 'pg';
import type { Logger } from 'pino';
import type { Keys } from '../config/keys.ts';
import type { Settings } from '../config/settings.ts';
import type { Database } from '../database/database.ts';
import type { Processes } from '../sealing/processes.ts';
import type { PageCache } from './page-cache.ts';

/** What higher rooms hand to lower ones by their manifests. The room that takes something says so here by `declare module`. */
// biome-ignore lint/suspicious/noEmptyInterface: the rooms fill it
export interface Handed {}

/** What every handler and duty needs of the running process; made once, by hand, in main.ts. */
export interface App {
  readonly settings: Settings;
  readonly keys: Keys;
  readonly pool: pg.Pool;
  readonly database: Database;
  readonly pages: PageCache;
  readonly processes: Processes;
  readonly handed: Handed;
  /** Every log counts as public: no names, addresses, texts, links or networks in it. */
  readonly log: Logger;
}
