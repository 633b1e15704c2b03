import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database, Queries } from '../database/database.ts';
import { countToLookOver, setLookedOver } from './restored-queries.ts';

/** Somebody has looked over what a restored backup brought back of theirs. */
export function lookOver(database: Database, actor: ActorId): Promise<void> {
  return database.transaction().execute(async (trx) => {
    if (!(await setLookedOver(trx, actor))) return;
    await writeAudit(trx, { by: actor, operation: 'accounts.look-over', item: ['account', actor] });
  });
}

/** What whoever restored a backup is told of the accounts in it. */
export async function tellToLookOver(queries: Queries): Promise<readonly string[]> {
  const { accounts, passkeys, apps } = await countToLookOver(queries);
  if (accounts === 0) return [];
  return [
    `accounts: ${accounts} as they were then, with ${passkeys} passkeys and ${apps} apps; nobody is signed in, no recovery code works`,
    '  who was removed since, passkeys and apps that were, and roles of before are back: npm run account -- list shows them,',
    '  remove again whoever left; the office asks each to look over their own, and shows administrators who has',
  ];
}
