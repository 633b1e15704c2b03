import { createHash } from 'node:crypto';
import { type Fields, typed } from '../http/fields.ts';
import { type Day, isDay } from '../text/partial-day.ts';
import type { Stored } from './addressee-change-queries.ts';
import { InvalidEntryError } from './bad-row.ts';
import { contacts } from './contact.ts';
import { goesOn, inOffice, partialDate, periodFrom } from './dates.ts';
import { nameOf, wordsOf } from './entry.ts';

/** What staff types of one of a state's offices, and of a person beside it. */
export const officeFields = ['name', 'email', 'source', 'as_of'] as const;
export const personFields = [
  ...(['name', 'role', 'body', 'area', 'party', 'started_on', 'ended_on'] as const),
  ...(['email', 'source', 'as_of'] as const),
] as const;
export type TypedField = (typeof personFields)[number];
export type Typed = Readonly<Record<TypedField, string>>;

const MOST: Readonly<Record<TypedField, number>> = {
  ...{ name: 200, role: 300, body: 300, area: 300, party: 300, started_on: 10, ended_on: 10 },
  ...{ email: 300, source: 500, as_of: 10 },
};

/** The form's fields, which both screens share. */
export const typedFields: Fields = Object.fromEntries(
  personFields.map((name) => [name, typed(`representatives.edit.${name}`, MOST[name])]),
);

export function fieldsOf({ office }: Pick<Stored, 'office'>): readonly TypedField[] {
  return office === null ? personFields : officeFields;
}

export function typedIn(form: URLSearchParams): Typed {
  return Object.fromEntries(personFields.map((name) => [name, form.get(name)?.trim() ?? ''])) as Typed;
}

/** What is stored, as it stands in the form. */
export function typedOf({ name, source, as_of, email, mandates: [mandate] }: Stored): Typed {
  return {
    ...{ name: name ?? '', source: source ?? '', as_of: as_of ?? '', email: email?.value ?? '' },
    ...{ role: mandate?.role ?? '', body: mandate?.body ?? '', area: mandate?.area ?? '', party: mandate?.party ?? '' },
    ...{ started_on: mandate?.started_on ?? '', ended_on: mandate?.ended_on ?? '' },
  };
}

/** The same for the same content: by it a form knows whether somebody else was there meanwhile. */
export function versionOf(content: Typed): string {
  return createHash('sha256')
    .update(JSON.stringify(personFields.map((name) => content[name])))
    .digest('base64url');
}

/** Which fields can't be taken, by the rules of the rows of an import; `period` is one of both days. */
export function wrongIn(content: Typed, fields: readonly TypedField[]): readonly (TypedField | 'period')[] {
  const wrong = fields.filter((name) => !isTaken(() => readers[name](content[name], fields)));
  const { started_on, ended_on } = content;
  const days = !wrong.includes('started_on') && !wrong.includes('ended_on');
  const ends = days && !isTaken(() => periodFrom(partialDate(started_on), partialDate(ended_on)));
  return ends && fields.includes('ended_on') ? [...wrong, 'period'] : wrong;
}

const words = (text: string) => wordsOf(text);
const readers: Readonly<Record<TypedField, (text: string, fields: readonly TypedField[]) => unknown>> = {
  name: (text, fields) => need(nameOf(text) !== null || !fields.includes('role')),
  role: words,
  body: words,
  area: words,
  party: words,
  started_on: partialDate,
  ended_on: partialDate,
  email: (text) => text && need(contacts('email', text).length === 1),
  source: words,
  as_of: (text) => need(text === '' || isDay(text)),
};

function need(so: boolean): void {
  if (!so) throw new InvalidEntryError('not this');
}

function isTaken(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof InvalidEntryError) return false;
    throw error;
  }
}

/** What is stored of it; nothing wrong stands in it (`wrongIn`). @param day on which terms go on, have ended or are to come */
export function readTyped(content: Typed, others: Stored['mandates'], day: Day) {
  const period = periodFrom(partialDate(content.started_on), partialDate(content.ended_on));
  const [role, body, area, party] = [content.role, content.body, content.area, content.party].map(
    (text) => wordsOf(text) || null,
  ) as [string | null, string | null, string | null, string | null];
  const mandate = { role, body, area, party, ...period, current: goesOn(period, day) };
  const kinds = { body_kind: 'legislature', term: null } as const;
  return {
    ...{ name: nameOf(content.name), source: wordsOf(content.source) || null, as_of: content.as_of || null, mandate },
    email: content.email ? (contacts('email', content.email)[0]?.value ?? null) : null,
    ...inOffice([{ ...mandate, ...kinds }, ...others], null, day),
  };
}
