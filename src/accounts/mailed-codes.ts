import type { Keys } from '../config/keys.ts';
import type { Queries } from '../database/database.ts';
import { readMailbox } from '../text/mailbox.ts';
import type { AccountRow } from './account-queries.ts';
import { accountOfKey, mailboxKey } from './accounts.ts';
import { deleteCode, insertMailedCode, selectMailbox, setCode, takeTry } from './mailed-code-queries.ts';
import { hashOf, hashOfCode, isSame, newCode } from './secrets.ts';

/** In an hour, to one mailbox. */
const MOST_CODES = 6;

type Finding = { readonly keys: Pick<Keys, 'lookup'> };

/**
 * Notes that a browser asks for a code: the same for an address with an account and for one without.
 * @returns what is to be mailed, by its id; undefined for what is no address
 */
export async function askForCode(
  queries: Queries,
  { keys }: Finding,
  browserToken: string,
  typed: string,
): Promise<string | undefined> {
  const mailbox = readMailbox(typed);
  return mailbox && insertMailedCode(queries, hashOf(browserToken), mailboxKey(keys, mailbox));
}

/** A code that is to be mailed, and to whom; undefined where there is no account, or too many were mailed to it of late. */
export async function codeToMail(
  queries: Queries,
  { keys }: Finding,
  id: string,
): Promise<{ readonly code: string; readonly account: AccountRow } | undefined> {
  const request = await selectMailbox(queries, id);
  const account = request && request.lately < MOST_CODES ? await accountOfKey(queries, request.mailbox) : undefined;
  if (!account) return undefined;
  const code = newCode();
  await setCode(queries, id, hashOfCode(keys.lookup, id, code));
  return { code, account };
}

/** A code that fits what its browser asked for. */
export interface FittingCode {
  readonly account: AccountRow;
  /** @returns false where it was used in the meantime */
  spend(): Promise<boolean>;
}

/** Takes one of five tries, whether or not an account is behind what was asked for. */
export async function tryCode(
  queries: Queries,
  { keys }: Finding,
  browserToken: string,
  typed: string,
): Promise<FittingCode | undefined> {
  const request = await takeTry(queries, hashOf(browserToken));
  const id = request?.id ?? '';
  const given = hashOfCode(keys.lookup, id, typed.replace(/[\s-]/g, ''));
  const account = request && (await accountOfKey(queries, request.mailbox));
  if (!account || !request.code_hash || !isSame(given, request.code_hash)) return undefined;
  return { account, spend: () => deleteCode(queries, id) };
}
