import type { ActorId } from '../actors/actors.ts';
import { entriesThatFit } from '../audit/list-audit.ts';
import type { Queries } from '../database/database.ts';
import { type Opening, UNREADABLE } from '../sealing/read-sealed.ts';
import { accountOfActor } from './accounts.ts';
import { addressOf } from './called.ts';
import { changesOf, newAddressOf } from './changes.ts';
import { factorsOf } from './factors.ts';
import { openedBy } from './opened-pages.ts';
import { passkeysOf } from './passkeys.ts';
import { sessionsOf } from './sessions.ts';
import { unsentFormsOf } from './unsent-forms.ts';
import { copiesOf } from './working-copies.ts';

type Holding = Opening & { readonly database: Queries };

/**
 * Everything that is held of one of those who run this, for that person alone (GDPR art. 15 and 20), as a file that other programs read.
 * Secrets stay out: whoever has the file could sign in with them.
 * @returns JSON; undefined where they have no account any more
 */
export async function ownDataFile(holding: Holding, actor: ActorId): Promise<string | undefined> {
  const { database } = holding;
  const account = await accountOfActor(database, actor);
  if (!account) return undefined;
  const address = addressOf(holding, account);
  const { app, codes } = await factorsOf(database, actor);
  const file = {
    name: account.name,
    ...(address === UNREADABLE ? { unreadable: 'address' } : { address }),
    role: account.role,
    language: account.lang,
    translatesInto: account.languages,
    dailyMailOfWhatWaits: account.daily_mail_at !== null,
    addedAt: account.added_at,
    authenticatorApp: app,
    recoveryCodesLeft: codes,
    passkeys: (await passkeysOf(database, actor)).map(({ name, added_at, last_used_at }) => ({
      ...{ name, addedAt: added_at, lastUsedAt: last_used_at },
    })),
    sessions: (await sessionsOf(database, actor)).map(({ browser, began_at, last_used_at }) => ({
      ...{ browser, beganAt: began_at, lastUsedAt: last_used_at },
    })),
    comingChanges: (await changesOf(database, actor)).map((change) => ({
      ...{ kind: change.kind, dueAt: change.due_at },
      ...(change.kind === 'address' && { address: newAddressOf(holding, change) }),
    })),
    formsNotSent: (await unsentFormsOf(holding, actor)).map(({ path, fields, sentAt }) => ({
      ...{ path, sentAt, fields: [...fields] },
    })),
    workingCopies: (await copiesOf(holding, actor)).map(({ path, fields, typedAt }) => ({
      ...{ path, typedAt, fields: [...fields] },
    })),
    pagesOpen: await openedBy(database, actor),
    decided: await decidedBy(database, account.name),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What somebody changed, as far back as the audit goes, the latest first. */
async function decidedBy(database: Queries, who: string) {
  const decided: unknown[] = [];
  for await (const { made_at, made_from, operation, item_kind, item, because, before, after } of entriesThatFit(
    database,
    { who },
  ))
    decided.push({ at: made_at, from: made_from, operation, kind: item_kind, item, because, before, after });
  return decided;
}
