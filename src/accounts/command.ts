import { langs } from '../config/langs.ts';
import type { Database } from '../database/database.ts';
import { UNREADABLE } from '../sealing/read-sealed.ts';
import { minuteIn, type TimeZone } from '../text/time-zone.ts';
import { selectAccounts } from './account-queries.ts';
import { addAccount, type Changing, changeRole, removeAccount, WrongAccountError } from './accounts.ts';
import { addressOf, isNameToCome } from './called.ts';
import { roles } from './roles.ts';

const USAGE = `npm run account -- list
npm run account -- add EMAIL --name NAME --role ROLE
npm run account -- invite EMAIL --role ROLE --lang LANG
npm run account -- recover EMAIL
npm run account -- first-link
npm run account -- role EMAIL --role ROLE
npm run account -- remove EMAIL
  ROLE: ${roles.join(', ')}; the last administrator stays
  LANG: ${langs.join(', ')}
  --languages LANG,LANG: of a translator, into which
  recover: whoever lost what they sign in with sets it up anew, after a delay in which they can stop it
  first-link: for whoever becomes the first administrator, while there is none
  --as EMAIL: the account of whoever does this, in every command; --by NAME: who has none`;

/** What an operator typed. */
export interface TypedCommand {
  readonly words: readonly string[];
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly lang?: string | undefined;
  /** With commas between them. */
  readonly languages?: string | undefined;
}

export type Change = (how: Changing, email: string, typed: TypedCommand) => Promise<void>;

const changes: Readonly<Record<string, Change>> = {
  add: (how, email, typed) => addAccount(how, { email, ...typed, languages: languagesIn(typed) }),
  role: (how, email, typed) => changeRole(how, email, typed.role, languagesIn(typed)),
  remove: (how, email) => removeAccount(how, email),
};

/** What was typed of languages. */
export function languagesIn({ languages }: TypedCommand): readonly string[] {
  return (languages ?? '').split(/[\s,]+/).filter(Boolean);
}

/**
 * @param above what rooms above add
 * @returns what is to be done; undefined where accounts are only to be listed
 * @throws WrongAccountError for no such command
 */
export function readCommand(
  typed: TypedCommand,
  above: Readonly<Record<string, Change>> = {},
): ((how: Changing) => Promise<void>) | undefined {
  const [verb = 'list', email, ...more] = typed.words;
  if (verb === 'list' && email === undefined) return undefined;
  const all = { ...changes, ...above };
  const change = Object.hasOwn(all, verb) ? all[verb] : undefined;
  if (!change || email === undefined || more.length > 0) throw new WrongAccountError(`say what to do:\n${USAGE}`);
  return (how) => change(how, email, typed);
}

/** A line for each account there is now. */
export async function tellAccounts(app: { database: Database } & Pick<Changing, 'keys'>, zone: TimeZone) {
  const accounts = await selectAccounts(app.database);
  return accounts.map((account) => {
    const { actor_id, name, role, added_at, restored_as_of } = account;
    const address = addressOf(app, account);
    const shown = address === UNREADABLE ? 'address can’t be opened' : address;
    const asOf = restored_as_of ? `  to look over: as of ${minuteIn(zone, restored_as_of)}` : '';
    return `${isNameToCome(name) ? 'invited' : name}  ${shown}  ${role}  since ${minuteIn(zone, added_at)}  ${actor_id}${asOf}`;
  });
}
