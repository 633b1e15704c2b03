import type { Day } from '../text/partial-day.ts';
import { InvalidEntryError, readAll, readParts } from './bad-row.ts';
import { contacts, isWebAddress } from './contact.ts';
import { goesOn, inOffice, partialDate } from './dates.ts';
import { type Entry, idOf, isId, type Reading, readEach, wordsOf } from './entry.ts';
import { type PopoloIndex, readPopoloFile } from './popolo-file.ts';
import { personName, readableName } from './popolo-names.ts';
import { Person, type PopoloPerson, whyNot } from './popolo-shapes.ts';
import { type Term, termsOf } from './popolo-terms.ts';
import type { Channel } from './representative-queries.ts';

export { NotPopoloError } from './popolo-file.ts';

/**
 * Reads Popolo JSON (popoloproject.com), also as EveryPolitician wrote it, where terms are events.
 * @param day 'YYYY-MM-DD' on which somebody counts as in office
 * @throws NotPopoloError
 */
export function readPopolo(json: string, day: Day): Required<Reading> {
  const file = readPopoloFile(json, day);
  const read = readEach(file.persons, {
    at: (person, index) => usableId(person) ?? `persons[${index}]`,
    meant: (person) => ({ externalId: usableId(person), name: readableName(person, day) }),
    read: (person, at) => entryOf(person, at, file, day),
  });
  return {
    entries: read.entries,
    refused: [...read.refused, ...file.refused.map(({ at, reason }) => ({ at, reason }))],
    meant: [...read.meant, ...file.refused.map(({ meant }) => meant)],
    columns: [...read.refused, ...file.refused].map(() => []),
  };
}

function usableId(person: unknown): string | undefined {
  const id = (person as { id?: unknown } | null)?.id;
  const text = typeof id === 'number' ? String(id) : id;
  return typeof text === 'string' && isId(text) ? text : undefined;
}

function entryOf(given: unknown, at: string, file: PopoloIndex, day: Day): Entry {
  const read = Person.safeParse(given);
  if (!read.success) throw new InvalidEntryError(whyNot(read.error));
  const person = read.data;
  const broken = file.broken.get(person.id);
  const { died, terms, ...said } = readParts({
    externalId: () => idOf(person.id),
    name: () => nameIn(person, day),
    died: () => partialDate(person.death_date),
    terms: () => {
      if (broken) throw new InvalidEntryError(broken);
      return termsOf(file.memberships.get(person.id) ?? [], file, day);
    },
    own: () => contactsOf([{ type: 'email', value: person.email }, ...(person.contact_details ?? [])], day),
  });
  const { own, ...known } = said;
  const mandates = terms.flatMap(({ mandate }) =>
    mandate ? [{ ...mandate, current: mandate.current && died === null }] : [],
  );
  return {
    at,
    ...known,
    office: null,
    languages: [],
    links: linksOf(person),
    source: null,
    asOf: null,
    mandates,
    channels: unique([...own, ...contactsOfTerms(terms, day)]),
    ...inOffice(mandates, died, day),
  };
}

function nameIn(person: PopoloPerson, day: Day): string {
  const name = personName(person, day);
  if (name === null) throw new InvalidEntryError('has no name');
  return name;
}

function linksOf(person: PopoloPerson): Entry['links'] {
  return (person.links ?? []).flatMap(({ url, note }) =>
    url && isWebAddress(url) ? [{ url, note: wordsOf(note?.slice(0, 300)) || null }] : [],
  );
}

const kinds: ReadonlyMap<string, Channel['kind']> = new Map([
  ['email', 'email'],
  ['e-mail', 'email'],
  ['mail', 'email'],
  ['phone', 'phone'],
  ['telephone', 'phone'],
  ['tel', 'phone'],
  ['voice', 'phone'],
  ['cell', 'phone'],
  ['mobile', 'phone'],
  ['address', 'post'],
  ['postal', 'post'],
  ['twitter', 'x'],
  ['x', 'x'],
  ['facebook', 'facebook'],
  ['bluesky', 'bluesky'],
  ['form', 'web-form'],
  ['contact_form', 'web-form'],
]);

type Detail = NonNullable<PopoloPerson['contact_details']>[number];

/** What is no way to reach somebody on the day is left out. */
function contactsOf(details: readonly Detail[], day: Day): Entry['channels'] {
  return readAll(details, ({ type, value, valid_from, valid_until, valid_through }) => {
    const kind = kinds.get(type?.trim().toLowerCase() ?? '');
    const period = { started_on: partialDate(valid_from), ended_on: partialDate(valid_until ?? valid_through) };
    return kind && value?.trim() && goesOn(period, day) ? contacts(kind, value) : [];
  }).flat();
}

/** The desk of a term that is over is somebody else's by now. */
function contactsOfTerms(terms: readonly Term[], day: Day): Entry['channels'] {
  return terms
    .filter(({ over }) => !over)
    .flatMap(({ membership, post }) =>
      contactsOf([...(membership.contact_details ?? []), ...(post?.contact_details ?? [])], day),
    );
}

function unique(channels: Entry['channels']): Entry['channels'] {
  return [...new Map(channels.map((one) => [`${one.kind} ${one.value.toLowerCase()}`, one])).values()];
}
