import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { runningEmbeddedUrl, startEmbeddedPostgres } from './embedded.ts';

/** Whether there is a database already: one that is named, or an embedded one in the data folder. */
export function hasDatabase(settings: Pick<Settings, 'DATABASE_URL' | 'DATA_DIR'>): boolean {
  return settings.DATABASE_URL !== undefined || existsSync(join(settings.DATA_DIR, 'postgres'));
}

/**
 * Gives work the database's url: the external one, the embedded one of the site that runs beside us, or the embedded one started for as
 * long as the work takes.
 */
export async function withDatabase<Result>(
  settings: Pick<Settings, 'DATABASE_URL' | 'DATA_DIR'>,
  say: (line: string) => void,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const running = settings.DATABASE_URL ?? (await runningEmbeddedUrl(settings.DATA_DIR));
  if (running) return work(running);
  const embedded = await startEmbeddedPostgres({ dataDir: settings.DATA_DIR, say });
  try {
    return await work(embedded.url);
  } finally {
    await embedded.stop();
  }
}
