import { FIRST_LINK_MINUTES, hasAdministrator, makeFirstLink } from '../accounts/links.ts';
import type { Settings } from '../config/settings.ts';
import type { Database } from '../database/database.ts';
import { officeAddresses } from './addresses.ts';

/** A line with a link into the office, while nobody administers it. */
export async function firstLinkLine({
  settings,
  database,
}: {
  readonly settings: Pick<Settings, 'OPERATOR_LANG' | 'PUBLIC_URL'>;
  readonly database: Database;
}): Promise<string | undefined> {
  const token = await makeFirstLink(database);
  if (!token) return undefined;
  const link = `${settings.PUBLIC_URL}${officeAddresses.begin(settings.OPERATOR_LANG, token)}`;
  return `office: ${link} (for the first administrator; works once, for ${FIRST_LINK_MINUTES} minutes)`;
}

/** What a start says of it: the link where somebody reads it at a terminal; logs are public, so there it is the command that makes one. */
export async function tellFirstLink(
  app: Parameters<typeof firstLinkLine>[0],
  atTerminal: boolean,
): Promise<string | undefined> {
  if (atTerminal) return firstLinkLine(app);
  if (await hasAdministrator(app.database)) return undefined;
  return 'office: nobody administers it yet: npm run account -- first-link makes a link for whoever is the first';
}
