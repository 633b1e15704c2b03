import { lostPasskeys } from '../accounts/passkeys.ts';
import { relyingParty } from '../accounts/relying-party.ts';
import type { Settings } from '../config/settings.ts';
import type { Database } from '../database/database.ts';

/** What a start says where `PUBLIC_URL` names another host than passkeys were made for: they work no more. */
export async function tellLostPasskeys({
  settings,
  database,
}: {
  readonly settings: Pick<Settings, 'PUBLIC_URL'>;
  readonly database: Database;
}): Promise<string | undefined> {
  const lost = await lostPasskeys(database, relyingParty(settings));
  if (lost.length === 0) return undefined;
  const hosts = lost.map(({ rp_id, count }) => `${count} of ${rp_id}`).join(', ');
  return `office: passkeys do not work under the host in PUBLIC_URL: ${hosts}; put it back, or sign in with codes and add others`;
}
