import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import { changeKeyFile, isLineOf } from '../config/key-file.ts';
import type { KeyRing } from '../config/keys.ts';
import type { Settings } from '../config/settings.ts';
import type { Database } from '../database/database.ts';
import { dayIn } from '../text/time-zone.ts';
import { activeNumber, isNeeded } from './keys-in-use.ts';
import { reseal } from './reseal.ts';
import { type KnownKey, selectKnownKeys, setDropped } from './sealing-key-queries.ts';

interface Dropping {
  readonly settings: Pick<Settings, 'SEALING_KEY' | 'SEALING_KEY_FILE' | 'DATA_DIR' | 'LINK_DAYS' | 'TIME_ZONE'>;
  readonly database: Database;
  readonly keys: KeyRing;
  readonly by: ActorId;
}

const DAY = 86_400_000;

/**
 * Lets go of a key under which nothing is sealed any more: out of the key file, and out of every running process.
 * @param linksToo also while links that were mailed under it would still work; they end
 * @throws where it is still needed
 */
export async function dropKey(
  app: Dropping,
  number: number,
  linksToo: boolean,
  say: (line: string) => void,
  now = new Date(),
): Promise<void> {
  const known = await selectKnownKeys(app.database);
  refuseNeeded(app, known, number);
  const links = linksUntil(app, known, number);
  if (links > now && !linksToo)
    throw new Error(
      `links that were mailed under key ${number} work until ${dayIn(app.settings.TIME_ZONE, links)}; --links-too ends them now`,
    );
  if (!(await reseal(app)).complete)
    throw new Error(
      `something may still be sealed under key ${number}, or a process fell silent within the hour; try again later`,
    );
  await app.database.transaction().execute(async (trx) => {
    await setDropped(trx, number);
    await writeAudit(trx, {
      by: app.by,
      operation: 'sealing.drop',
      item: ['key', String(number)],
      after: { linksToo },
    });
  });
  if (app.settings.SEALING_KEY) say(`take key ${number} out of SEALING_KEY, in every process`);
  else await changeKeyFile(app.settings, (lines) => lines.filter((line) => !isLineOf(line, number)));
  say(`key ${number} is dropped; keep a copy of it as long as you keep backups from its time`);
}

function refuseNeeded({ keys }: Dropping, known: readonly KnownKey[], number: number): void {
  const key = known.find((one) => one.number === number);
  if (!key || !isNeeded(key)) throw new Error(`there is no key ${number} to drop`);
  if (number === activeNumber(known)) throw new Error(`key ${number} seals what is new: rotate first`);
  if (number === 1 && !keys.lookupStandsAlone)
    throw new Error(
      'without a line `lookup` beside key 1 supporters could not be found any more: rotate adds or names it',
    );
}

function linksUntil({ settings }: Dropping, known: readonly KnownKey[], number: number): Date {
  const next = known.find((one) => one.number > number && one.active_at);
  return new Date((next?.active_at?.getTime() ?? 0) + settings.LINK_DAYS * DAY);
}
