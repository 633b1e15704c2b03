import type { Deed } from '../accounts/roles.ts';
import type { Browser, SessionRow } from '../accounts/sessions.ts';
import type { Lang } from '../config/langs.ts';
import type { AnyAddress } from '../http/address.ts';
import type { Answer } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { chosen, type Fields, type Form, secret } from '../http/fields.ts';
import type { View } from '../http/view.ts';
import type { CookieName } from './cookies.ts';
import { COPY, type CopiedForm } from './copies/copied-form.ts';
import { TOKEN } from './form-token.ts';
import type { InNavigation } from './in-navigation.ts';
import type { Place } from './place.ts';
import { type ShownAgain, UNSENT } from './shown-again.ts';

/**
 * Who gets an answer: anybody; whoever has a session, also one that only sets up a factor; whoever signed in; or whose role may do
 * something (`src/accounts/roles.ts`).
 */
export type Who = 'anybody' | 'session' | 'signed-in' | Deed;

/** One request to the office, already checked: known language, a place where it answers, and a form that is ours. */
export interface OfficeRequest {
  readonly app: App;
  readonly lang: Lang;
  readonly view: View;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The posted form; empty for a GET. Untrusted: check every field. */
  readonly form: URLSearchParams;
  readonly place: Place;
  readonly browser: Browser;
  readonly session: SessionRow | undefined;
  /** What forms of this page carry. */
  readonly token: string;
  /** Whether it comes from the machine itself. */
  readonly fromHere: boolean;
  /** Its address without the language: what the other languages of a page share. */
  readonly path: string;
  /** What was sent before and not done: its form is shown filled. */
  readonly unsent?: ShownAgain;
  /** The form of this page of which a working copy is copied. */
  readonly copied?: CopiedForm | undefined;
  /** Gives the browser a cookie with the answer, or takes it away. */
  keep(name: CookieName, value: string | undefined): void;
}

/** One for whom a session stands. */
export interface StaffRequest extends OfficeRequest {
  readonly session: SessionRow;
}

interface Common {
  readonly path: string;
  readonly who: Who;
  /** Set: it asks for a factor afresh of whoever signed in, and leads here after that, with the parameters of its own address. */
  readonly fresh: AnyAddress | undefined;
}

export interface OfficePage extends Common {
  readonly method: 'GET';
  readonly query: Fields;
  readonly handle: (request: StaffRequest) => Promise<OfficeAnswer>;
  /** Set: every page of the office leads here, for whoever may open it. */
  readonly navigation?: InNavigation | undefined;
}

/** How what a form changes is known to be another than it was. */
export interface Copied {
  /** Of an address, the version as it stands now, whatever says so; undefined: there is nothing. Pages ask it every twenty seconds. */
  readonly version: (request: StaffRequest) => Promise<string | undefined>;
  /** Whether whoever may come to the address may change this too; left out: they may. */
  readonly mayChange?: (request: StaffRequest) => Promise<boolean>;
}

export interface OfficeForm extends Common {
  readonly method: 'POST';
  readonly form: Form;
  /** Of its body, where it may be longer than others; read only of whoever has a session. */
  readonly bytes?: number | undefined;
  /** Set: what is typed into it is kept as a working copy until it is saved. */
  readonly copied?: Copied | undefined;
  /** A page asks it by itself: no session is in use by that. */
  readonly byItself?: boolean | undefined;
  /** A script sends it, and what it sends stands in a form of its own: too late, it is not copied. */
  readonly byScript?: boolean | undefined;
  readonly handle: (request: StaffRequest) => Promise<OfficeAnswer>;
}

/** A file that is written while it is read, however long it is. */
export interface CsvAnswer {
  readonly kind: 'csv';
  readonly name: string;
  readonly lines: AsyncIterable<string>;
}

/** What an address of the office gives back. */
export type OfficeAnswer = Answer | CsvAnswer;

/** One address of the office. */
export type OfficeRoute = OfficePage | OfficeForm;

type Handle = (request: StaffRequest) => Promise<OfficeAnswer>;
type Open = (request: OfficeRequest) => Promise<Answer>;

/** A page that anybody may open: nobody is known by a session there. */
export function openPage({ pattern: path }: AnyAddress, handle: Open, query: Fields = {}): OfficePage {
  return { method: 'GET', path, who: 'anybody', fresh: undefined, query, handle };
}

/** A form that anybody may send, as far as their network's allowance goes. */
export function openOfficeForm({ pattern: path }: AnyAddress, fields: Fields, handle: Open): OfficeForm {
  return { method: 'POST', path, who: 'anybody', fresh: undefined, form: formOf(fields), handle };
}

/** @param how fresh: as with a form; navigation: its place among those to which every page of the office leads */
export function officePage(
  { pattern: path }: AnyAddress,
  who: Exclude<Who, 'anybody'>,
  handle: Handle,
  query: Fields = {},
  { fresh, navigation }: { readonly fresh?: AnyAddress; readonly navigation?: InNavigation } = {},
): OfficePage {
  return { method: 'GET', path, who, fresh, query, handle, navigation };
}

/**
 * @param how fresh: it asks for a factor afresh, unless one was shown within ten minutes, and leads to this page after that; bytes: how
 * long its body may be, where that is more than forms have; copied: a working copy of it is kept while somebody types, with how its page
 * tells versions apart; byScript: no form of a page sends it;
 * byItself: nor does anybody; file: what may come with it (`http/uploaded-file.ts`), read of nobody who has no session
 */
export function officeForm(
  { pattern: path }: AnyAddress,
  who: Exclude<Who, 'anybody'>,
  fields: Fields,
  handle: Handle,
  { fresh, bytes, file, copied, byScript, byItself }: HowSent = {},
): OfficeForm {
  return {
    method: 'POST',
    path,
    who,
    fresh,
    form: { ...formOf(fields), file },
    bytes,
    copied,
    byScript,
    byItself,
    handle,
  };
}

interface HowSent extends Partial<Pick<OfficeForm, 'bytes' | 'copied' | 'byScript' | 'byItself'>> {
  readonly fresh?: AnyAddress;
  readonly file?: Form['file'];
}

function formOf(fields: Fields): Form {
  return {
    pays: 'link',
    fields: { ...fields, [TOKEN]: secret(chosen(120)), [UNSENT]: chosen(36), [COPY]: chosen(50) },
  };
}
