import { keyFile, readSealingKey } from '../config/keys.ts';
import type { Settings } from '../config/settings.ts';
import { keyPrint } from './backup-file.ts';
import type { Database } from './database.ts';

/**
 * The sealing key of this install, which is the one that its database is sealed with. Made where nothing is sealed yet.
 * @throws where it is missing although something is sealed, or is another one
 */
export async function keyInUse(
  settings: Pick<Settings, 'SEALING_KEY' | 'SEALING_KEY_FILE' | 'DATA_DIR'>,
  database: Database,
  { make }: { make: boolean },
): Promise<Buffer> {
  const key = await readSealingKey(settings, { make: make && !(await isSealed(database)) });
  const print = keyPrint(key);
  await database
    .insertInto('sealed_with')
    .values({ key_print: print })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const known = await database.selectFrom('sealed_with').select('key_print').executeTakeFirstOrThrow();
  if (known.key_print === print) return key;
  const where = settings.SEALING_KEY ? 'SEALING_KEY' : `SEALING_KEY_FILE: ${keyFile(settings)}`;
  throw new Error(
    `${where} is not the key that this database is sealed with; bring that one back, nothing was changed`,
  );
}

/** Whether something is sealed that only its key opens; also in a database from before its key was noted. */
async function isSealed(database: Database): Promise<boolean> {
  const known = await database.selectFrom('sealed_with').select('key_print').executeTakeFirst();
  return Boolean(known ?? (await database.selectFrom('supporters').select('key').limit(1).executeTakeFirst()));
}
