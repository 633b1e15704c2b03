import type { Thing } from '../facts/counting.ts';
import type { Docket, Event } from '../record/docket.ts';

/**
 * The Court, its reports and the press count warrants by different rules; each is here under its own name. Some
 * count instruments, some persons. A person's warrant, executed or not, stays counted: these are all ever made public.
 */

/** What ends a person's case without a verdict. */
const FINAL = ['proceedings-terminated', 'charges-declined', 'charges-withdrawn', 'case-inadmissible'];

const isWarrant = (event: Event) => event.type === 'warrant-issued';
const sameCase = (one: Event, other: Event) => one.case === other.case && one.person === other.person;

/** Each warrant by itself, with all that happened in the case to the same person. */
export function warrants(docket: Docket): Thing<Event>[] {
  return docket.participants.flatMap(({ case: of, person, events }) =>
    events.filter(isWarrant).map((warrant) => ({
      key: warrant.id,
      of: { situation: of.situation, case: of.slug, person: person.slug },
      // The warrant itself first: the rules speak of it.
      facts: [warrant, ...events.filter((event) => event !== warrant)],
    })),
  );
}

/** Each person, with all that happened in all of their cases. */
export function people(docket: Docket): Thing<Event>[] {
  const byPerson = Map.groupBy(docket.participants, ({ person }) => person.slug);
  return [...byPerson].map(([person, participations]) => {
    const [first] = participations;
    return {
      key: person,
      of: { person, ...(first ? { case: first.case.slug, situation: first.case.situation } : {}) },
      facts: participations.flatMap(({ events }) => events),
    };
  });
}

/** Each person in each case. */
export function participants(docket: Docket): Thing<Event>[] {
  return docket.participants.map(({ case: of, person, events }) => ({
    key: `${of.slug}/${person.slug}`,
    of: { situation: of.situation, case: of.slug, person: person.slug },
    facts: events,
  }));
}

/** The instrument was issued. */
export function issued(thing: Thing<Event>, known: readonly Event[]): boolean {
  return known.some(({ id }) => id === thing.key);
}

/** Whether a warrant gave way to a new one of the same day. */
export function replaced(warrant: Event, known: readonly Event[]): boolean {
  return known.some(
    (withdrawal) =>
      withdrawal.type === 'warrant-withdrawn' &&
      sameCase(withdrawal, warrant) &&
      withdrawal.instrument === warrant.instrument &&
      known.some((next) => isWarrant(next) && sameCase(next, warrant) && next.date === withdrawal.date),
  );
}

/** Every instrument but those that a new warrant replaced. */
export function notReplaced(thing: Thing<Event>, known: readonly Event[]): boolean {
  const warrant = known.find(({ id }) => id === thing.key);
  return warrant !== undefined && !replaced(warrant, known);
}

/** Every instrument but replaced ones and those against people first summoned in the same case. */
export function notSummoned(thing: Thing<Event>, known: readonly Event[]): boolean {
  return notReplaced(thing, known) && !known.some(({ type }) => type === 'summons-issued');
}

/** The person was ever under a public warrant. */
export function underWarrant(known: readonly Event[]): boolean {
  return known.some(isWarrant);
}

/** What is added to people under a warrant: a second one with new charges beside the first one in the same case. */
export function addsCharges(thing: Thing<Event>, known: readonly Event[]): boolean {
  const warrant = known.find(({ id }) => id === thing.key);
  return (
    warrant?.instrument === 'second' &&
    !replaced(warrant, known) &&
    known.some(
      (first) =>
        isWarrant(first) && first.instrument === 'first' && sameCase(first, warrant) && !replaced(first, known),
    )
  );
}

/** People under a warrant without anybody ever summoned, and without anybody whose case was held inadmissible. */
export function asTheCourtCounted(known: readonly Event[]): boolean {
  return underWarrant(known) && !known.some(({ type }) => type === 'summons-issued' || type === 'case-inadmissible');
}

/** A person under a warrant that nobody has carried out: in at least one case neither before the Court, nor at an end. */
export function notExecuted(known: readonly Event[]): boolean {
  return waiting(known, [...FINAL, 'died']);
}

/** The same, as the Court counts: who is reported dead stays among them until the case is ended. */
export function notExecutedAsTheCourtCounts(known: readonly Event[]): boolean {
  return waiting(known, FINAL);
}

function waiting(known: readonly Event[], ends: readonly string[]): boolean {
  const cases = [...new Set(known.filter(isWarrant).map((warrant) => warrant.case))];
  return cases.some(
    (of) =>
      !executedOrEnded(
        known.filter((event) => event.case === of),
        ends,
      ),
  );
}

function executedOrEnded(inCase: readonly Event[], ends: readonly string[]): boolean {
  const warrantDates = inCase.filter(isWarrant).map(({ date }) => date);
  const first = [...warrantDates].sort()[0] ?? '';
  return inCase.some(
    ({ type, date }) =>
      ends.includes(type) ||
      ((type === 'surrendered' || type === 'initial-appearance') && date >= first) ||
      (type === 'warrant-withdrawn' && !warrantDates.some((warrant) => warrant >= date)),
  );
}
