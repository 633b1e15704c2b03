import { refuseUnlessMay } from '../accounts/may.ts';
import { takeMail } from '../actions/mail-allowance.ts';
import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Lang } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import { supporterKey } from '../sealing/sealing.ts';
import type { Mailbox } from '../text/mailbox.ts';
import { enqueue } from '../work/enqueue.ts';
import { takeOfStaff } from './staff-limit.ts';

/**
 * Sends somebody who wrote or called the usual link to their data. A job looks whether anything is held, so that whoever sends it learns
 * nothing of that, by words or by time; the audit says that it was done, and not for whom.
 * @returns often: by this person, or to this mailbox; nothing is sent
 */
export function sendDataLink(
  { database, keys }: Pick<App, 'database' | 'keys'>,
  mailbox: Pick<Mailbox, 'comparable'>,
  lang: Lang,
  by: ActorId,
): Promise<'done' | 'often'> {
  return database.transaction().execute(async (trx) => {
    await refuseUnlessMay(trx, by, [{ deed: 'supporters.send-link' }]);
    if (!(await takeOfStaff(trx, by, 'supporters.send-data-link'))) return 'often';
    if (!(await takeMail({ keys }, trx, 'staff-data-link', mailbox.comparable))) return 'often';
    await writeAudit(trx, { by, operation: 'supporters.send-data-link', item: ['data-link', '–'], after: { lang } });
    await enqueue(trx, 'mail-data-link', { key: supporterKey(keys, mailbox.comparable).toString('hex'), lang });
    return 'done';
  });
}
