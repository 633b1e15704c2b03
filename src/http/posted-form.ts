import type { Form } from './fields.ts';
import { readFields, type Wrong } from './read-fields.ts';

/** Thrown where a posted body is no form that a browser of ours would send. */
export class InvalidFormError extends Error {
  override readonly name = 'InvalidFormError';
}

/** Thrown where more was typed into fields than they take; it keeps what was typed, to be given back. */
export class FormTooLongError extends Error {
  override readonly name = 'FormTooLongError';
  readonly form: Form;
  readonly given: URLSearchParams;
  readonly wrong: ReadonlyMap<string, Wrong>;

  constructor(form: Form, given: URLSearchParams, wrong: ReadonlyMap<string, Wrong>) {
    super();
    this.form = form;
    this.given = given;
    this.wrong = wrong;
  }
}

/** What was typed, more of it than the form takes, where its own page tells that (`Form.tellsLong`). */
export class LongForm extends URLSearchParams {
  readonly tooLong: FormTooLongError;

  constructor(tooLong: FormTooLongError) {
    super(tooLong.given);
    this.tooLong = tooLong;
  }

  /** The same with nothing in the fields that hold too much: whatever looks at it looks at no more than a form takes. */
  taken(): URLSearchParams {
    return new URLSearchParams([...this].map(([name, value]) => [name, this.tooLong.wrong.has(name) ? '' : value]));
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const MOST_FIELDS = 300;
const AMPERSAND = 0x26;

/**
 * Reads an application/x-www-form-urlencoded body (WHATWG URL standard, section 5): the declared fields alone, none longer than it may be.
 * NUL is taken out: PostgreSQL stores no such character, and no person types it.
 * @throws InvalidFormError when the decoded bytes are no UTF-8, there are more fields than any form of ours has, or one holds what no
 * page of ours puts there
 * @returns a `LongForm` where more was typed than it takes and its own page tells that
 * @throws FormTooLongError where it doesn’t
 */
export function readForm(body: Buffer, form: Form): URLSearchParams {
  if (hasTooManyFields(body)) throw new InvalidFormError('too many fields');
  return fieldsOf(withoutNul(new URLSearchParams(readText(body))), form);
}

/** What came of a form, as `readForm` gives it. @throws as that */
export function fieldsOf(all: URLSearchParams, form: Form): URLSearchParams {
  const { given, wrong, repeated } = readFields(all, form.fields);
  if (repeated) throw new InvalidFormError('a field came too often');
  if (wrong.size === 0) return given;
  if ([...wrong.keys()].some((name) => !form.fields[name]?.label)) throw new InvalidFormError('too long');
  const tooLong = new FormTooLongError(form, given, wrong);
  if (form.tellsLong) return new LongForm(tooLong);
  throw tooLong;
}

/** Counted in the bytes: taking thousands apart would cost more than refusing them. */
function hasTooManyFields(body: Buffer): boolean {
  let fields = 1;
  for (let at = body.indexOf(AMPERSAND); at >= 0 && fields <= MOST_FIELDS; at = body.indexOf(AMPERSAND, at + 1))
    fields += 1;
  return fields > MOST_FIELDS;
}

/** What was given, as PostgreSQL can take it. */
export function withoutNul(given: URLSearchParams): URLSearchParams {
  if (!given.entries().some((pair) => pair.some((text) => text.includes('\0')))) return given;
  return new URLSearchParams([...given].map((pair) => pair.map((text) => text.replaceAll('\0', ''))));
}

/** Both what stands there plainly and what is percent-encoded must be UTF-8: URLSearchParams would put question marks in its place. */
function readText(body: Buffer): string {
  try {
    const text = utf8.decode(body);
    decodeURIComponent(text);
    return text;
  } catch {
    throw new InvalidFormError('not UTF-8');
  }
}

/**
 * Whether a request that acts comes from our own pages. Browsers say so by Sec-Fetch-Site, older ones by Origin;
 * what says neither is no browser that somebody else's page could misuse.
 */
export function sameOrigin(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  publicUrl: string,
): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = headers.origin;
  if (origin === undefined) return true;
  return origin === originOf(publicUrl) || sameHost(String(origin), String(headers.host));
}

const origins = new Map<string, string>();

/** Of our own addresses: there are few. */
function originOf(publicUrl: string): string {
  const origin = origins.get(publicUrl) ?? new URL(publicUrl).origin;
  origins.set(publicUrl, origin);
  return origin;
}

function sameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
