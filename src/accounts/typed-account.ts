import { isActorName } from '../actors/at-the-machine.ts';
import { isLang, type Lang, langs } from '../config/langs.ts';
import { type Mailbox, readMailbox } from '../text/mailbox.ts';
import { isRole, type Role, roles } from './roles.ts';

/** What was typed of an account can't be done; the message says what can. */
export class WrongAccountError extends Error {
  override readonly name = 'WrongAccountError';
  readonly why: WrongAccount;

  /** @param message for whoever typed a command @param why for whoever reads it on a page */
  constructor(message: string, why: WrongAccount = 'typed') {
    super(message);
    this.why = why;
  }
}

/** Why nothing was changed: what was typed, that it is one's own, the last administrator, nobody's; that one may not; that it waits. */
export type WrongAccount = 'typed' | 'own' | 'last' | 'nobody' | 'may-not' | 'waiting' | 'known' | 'languages';

/** What was typed of a new account. */
export interface TypedAccount {
  readonly email: string;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  /** In which mails come to them. */
  readonly lang?: string | undefined;
  /** Into which a translator translates. */
  readonly languages?: readonly string[] | undefined;
}

/** A new account as it was read. */
export interface ReadAccount {
  readonly mailbox: Mailbox;
  readonly name: string;
  readonly role: Role;
  readonly lang: Lang;
  readonly languages: readonly Lang[];
}

/** @throws WrongAccountError naming what is wrong */
export function readAccount({
  email,
  name,
  lang = 'en',
  ...typed
}: TypedAccount & { readonly name: string }): ReadAccount {
  if (!isLang(lang)) throw new WrongAccountError(`--lang: one of ${langs.join(', ')}`);
  const role = readRole(typed.role);
  return { mailbox: readAddress(email), name, role, lang, languages: readLanguages(role, typed.languages) };
}

/** @throws WrongAccountError */
export function readAddress(typed: string): Mailbox {
  const mailbox = readMailbox(typed);
  if (!mailbox) throw new WrongAccountError('EMAIL: one e-mail address, like desk@justice.example');
  return mailbox;
}

/** @throws WrongAccountError */
export function readName(typed = ''): string {
  const name = typed.trim();
  if (!isActorName(name))
    throw new WrongAccountError('--name: as colleagues know them, 1 to 120 characters in one line');
  return name;
}

/** @throws WrongAccountError */
export function readRole(typed?: string): Role {
  if (!isRole(typed)) throw new WrongAccountError(`--role: one of ${roles.join(', ')}`);
  return typed;
}

/** Of a translator at least one, each once, in our order; of others none. @throws WrongAccountError */
export function readLanguages(role: Role, typed: readonly string[] = []): readonly Lang[] {
  const unknown = typed.find((one) => !isLang(one));
  if (unknown !== undefined || (role === 'translator') !== typed.length > 0)
    throw new WrongAccountError(`--languages: of a translator alone, some of ${langs.join(',')}`, 'languages');
  return langs.filter((lang) => typed.includes(lang));
}
