import type { Key } from '../locales/words.ts';

/** What one field of a form or an address may hold; looked at before anything else is done with it. */
export interface Field {
  /** Characters, as they are told to who typed too many. */
  readonly characters: number;
  /** UTF-16 code units: beyond them nothing is counted, normalised or matched. */
  readonly units: number;
  /** How often the field may come. */
  readonly times: number;
  /** What stands beside a field that people type into: with it they get back what is too long. */
  readonly label?: Key;
  /** Somebody may write more than a line here: it is given back also where the form can't be taken at all. */
  readonly prose?: boolean;
  /** It lets somebody in, or proves who they are: it is kept nowhere. */
  readonly secret?: boolean;
}

/** All fields of a form or an address by their names; `answer-*` stands for every name that begins so. */
export type Fields = Readonly<Record<string, Field>>;

/** Code units that a character as seen takes on the average, at the most, in any script. */
const UNITS = 4;

/** What people type. @param characters the most that is taken, as its reader sees them */
export function typed(label: Key, characters: number): Field {
  return { characters, units: characters * UNITS, times: 1, label };
}

/** As above, where people write more than a line. */
export function written(label: Key, characters: number): Field {
  return { ...typed(label, characters), prose: true };
}

/** What somebody wrote into a form's fields of prose, in the order in which it came. */
export function proseIn(given: URLSearchParams, fields: Fields): string[] {
  return [...given].flatMap(([name, text]) => (fields[name]?.prose ? text.trim() || [] : []));
}

/** What a page of ours puts there: a code, a tick, a place in an order. */
export function chosen(units: number, times = 1): Field {
  return { characters: units, units, times };
}

/** A code, or what a passkey answers. */
export function secret(field: Field): Field {
  return { ...field, secret: true };
}

/** The day for which a page is asked. */
export const dayQuery: Fields = { on: chosen(60) };

/** What pays for an action: the allowance of a network or a proof of work, or a link that we mailed, which is opened first. */
export type Payment = 'network' | 'link';

/** A form that acts. */
export interface Form {
  readonly pays: Payment;
  readonly fields: Fields;
  /** Its own page tells what is far too long, beside all else that is wrong; else a page of that alone does. */
  readonly tellsLong?: true;
  /** The field by which a file may come with it, and how many bytes of that are taken. */
  readonly file?: { readonly name: string; readonly bytes: number } | undefined;
}

/** A form of several fields that are typed into: its page tells all that is wrong with them at once. */
export function tellingLong(form: Form): Form {
  return { ...form, tellsLong: true };
}

/** The field by which a form comes only to be shown in another language, with all that stands in it. */
export const SPEAK = 'speak';

/** What that field carries from a page that says what is wrong with its form. */
export const WRONG = 'wrong';

/** Whether a form that comes in another language is to say again what is wrong with it. */
export function saysWrongAgain(form: URLSearchParams): boolean {
  return form.get(SPEAK) === WRONG;
}

/** Where a form carries its proof of work. */
export const PROOF = 'proof';

/** A form that anybody may send. */
export function openForm(fields: Fields): Form {
  return { pays: 'network', fields: { ...fields, [PROOF]: chosen(4_000) } };
}

/** A form behind a link that we mailed. */
export function linkForm(fields: Fields = {}): Form {
  return { pays: 'link', fields };
}
