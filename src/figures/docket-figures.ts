import { type Span, spansOf, type Thing } from '../facts/counting.ts';
import type { Docket, Event } from '../record/docket.ts';
import type { EventType } from '../record/event-types.ts';
import {
  addsCharges,
  asTheCourtCounted,
  issued,
  notExecuted,
  notExecutedAsTheCourtCounts,
  notReplaced,
  notSummoned,
  participants,
  people,
  underWarrant,
  warrants,
} from './warrant-rules.ts';

type Figure = (docket: Docket) => Span<Event>[];

const ever =
  (...types: EventType[]) =>
  (known: readonly Event[]) =>
    known.some(({ type }) => types.includes(type));

const lastIs =
  (type: EventType, ...among: EventType[]) =>
  (known: readonly Event[]) =>
    known.findLast((event) => among.includes(event.type))?.type === type;

/** Spans of things whose rule also needs to know which thing it looks at. */
function byThing(things: readonly Thing<Event>[], holds: (thing: Thing<Event>, known: readonly Event[]) => boolean) {
  return things.flatMap((thing) => spansOf([thing], (known) => holds(thing, known)));
}

/** Each situation with what happened in it as a whole. */
function situations(docket: Docket): Thing<Event>[] {
  return [...docket.situations.keys()].map((slug) => ({
    key: slug,
    of: { situation: slug },
    facts: docket.eventsOf.get(slug) ?? [],
  }));
}

/** Each trial with what happened to those who are tried in it. */
function trials(docket: Docket): Thing<Event>[] {
  const events = new Map(docket.participants.map((one) => [`${one.case.slug}/${one.person.slug}`, one.events]));
  return docket.trials.map(({ slug, members }) => {
    const of = docket.cases.get(members[0]?.case ?? '');
    return {
      key: slug,
      of: { trial: slug, ...(of ? { case: of.slug, situation: of.situation } : {}) },
      facts: members.flatMap((member) => events.get(`${member.case}/${member.person}`) ?? []),
    };
  });
}

/** Under way from its opening until each accused has come to one of these ends. */
const underWay =
  (docket: Docket, ...ends: EventType[]) =>
  ({ key }: Thing<Event>, known: readonly Event[]): boolean => {
    const members = docket.trials.find(({ slug }) => slug === key)?.members ?? [];
    const opened = members.filter((member) =>
      known.some((event) => event.type === 'trial-opened' && isOf(event, member)),
    );
    return (
      opened.length > 0 &&
      !opened.every((member) => known.some((event) => ends.includes(event.type) && isOf(event, member)))
    );
  };

const isOf = (event: Event, member: { case: string; person: string }) =>
  event.case === member.case && (event.person === null || event.person === member.person);

const inCases = (docket: Docket, article70: boolean) =>
  participants(docket).filter((thing) => docket.cases.get(thing.of.case ?? '')?.article_70 === article70);

const convictionStands = (known: readonly Event[]) =>
  ever('convicted')(known) && !ever('appeal-conviction-reversed')(known);

/** Every figure about the Court, by its id: what counts, and when. Titles and rules in plain words stand in the catalogues. */
export const docketFigures = {
  'situations-under-investigation': (docket) =>
    spansOf(situations(docket), (known) => ever('investigation-opened')(known) && !ever('investigation-closed')(known)),
  'examinations-open': (docket) =>
    spansOf(
      situations(docket),
      lastIs(
        'preliminary-examination-opened',
        'preliminary-examination-opened',
        'preliminary-examination-closed-investigation',
        'preliminary-examination-closed-no-investigation',
      ),
    ),
  'warrants-persons': (docket) => spansOf(people(docket), underWarrant),
  'public-warrants': (docket) => byThing(warrants(docket), issued),
  'public-warrants-not-replaced': (docket) => byThing(warrants(docket), notReplaced),
  'public-warrants-not-first-summoned': (docket) => byThing(warrants(docket), notSummoned),
  'people-and-added-charges': (docket) => [
    ...spansOf(people(docket), underWarrant),
    ...byThing(warrants(docket), addsCharges),
  ],
  'people-as-the-court-counted': (docket) => spansOf(people(docket), asTheCourtCounted),
  summonses: (docket) =>
    docket.events
      .filter(({ type }) => type === 'summons-issued')
      .flatMap((event) =>
        spansOf(
          [
            {
              key: event.id,
              of: { situation: event.situation, case: event.case ?? '', person: event.person ?? '' },
              facts: [event],
            },
          ],
          () => true,
        ),
      ),
  'warrants-not-executed': (docket) => spansOf(people(docket), notExecuted),
  'warrants-not-executed-court': (docket) => spansOf(people(docket), notExecutedAsTheCourtCounts),
  'trials-to-verdict': (docket) =>
    byThing(trials(docket), underWay(docket, 'convicted', 'acquitted', 'proceedings-terminated', 'died')),
  'trials-to-sentence': (docket) =>
    byThing(trials(docket), underWay(docket, 'sentenced', 'acquitted', 'proceedings-terminated', 'died')),
  'convictions-entered': (docket) => spansOf(participants(docket), ever('convicted')),
  'convictions-standing': (docket) => spansOf(participants(docket), convictionStands),
  'convictions-core-entered': (docket) => spansOf(inCases(docket, false), ever('convicted')),
  'convictions-core-standing': (docket) => spansOf(inCases(docket, false), convictionStands),
  'convictions-article-70-standing': (docket) => spansOf(inCases(docket, true), convictionStands),
  'acquittals-at-trial': (docket) => spansOf(participants(docket), ever('acquitted')),
  'acquittals-all': (docket) => spansOf(participants(docket), ever('acquitted', 'appeal-conviction-reversed')),
  'reparations-orders': (docket) => spansOf(participants(docket), ever('reparations-ordered')),
} as const satisfies Readonly<Record<string, Figure>>;

export type DocketFigureId = keyof typeof docketFigures;

/** The kinds of event that make a thing count, shown as its evidence. */
export const evidenceOf: Readonly<Record<DocketFigureId, readonly EventType[]>> = {
  'situations-under-investigation': ['investigation-opened'],
  'examinations-open': ['preliminary-examination-opened'],
  'warrants-persons': ['warrant-issued'],
  'public-warrants': ['warrant-issued'],
  'public-warrants-not-replaced': ['warrant-issued'],
  'public-warrants-not-first-summoned': ['warrant-issued'],
  'people-and-added-charges': ['warrant-issued'],
  'people-as-the-court-counted': ['warrant-issued'],
  summonses: ['summons-issued'],
  'warrants-not-executed': ['warrant-issued'],
  'warrants-not-executed-court': ['warrant-issued'],
  'trials-to-verdict': ['trial-opened'],
  'trials-to-sentence': ['trial-opened'],
  'convictions-entered': ['convicted'],
  'convictions-standing': ['convicted'],
  'convictions-core-entered': ['convicted'],
  'convictions-core-standing': ['convicted'],
  'convictions-article-70-standing': ['convicted'],
  'acquittals-at-trial': ['acquitted'],
  'acquittals-all': ['acquitted', 'appeal-conviction-reversed'],
  'reparations-orders': ['reparations-ordered'],
};

/** What once counts here counts for ever: after the last day that is known there are at least so many. */
export const onlyGrows: ReadonlySet<string> = new Set<DocketFigureId | `${string}-parties`>([
  'warrants-persons',
  'public-warrants',
  'summonses',
  'convictions-entered',
  'convictions-core-entered',
  'acquittals-at-trial',
  'acquittals-all',
  'reparations-orders',
  'apic-parties',
  'amendment-article-8-2010-parties',
  'amendment-aggression-2010-parties',
  'amendment-article-124-2015-parties',
  'amendment-biological-weapons-2017-parties',
  'amendment-non-detectable-fragments-2017-parties',
  'amendment-blinding-lasers-2017-parties',
  'amendment-starvation-2019-parties',
]);
