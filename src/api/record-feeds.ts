import { TODAY } from '../http/finished.ts';
import type { FeedAsking, FeedEntry, FeedSubject, RoomFeed } from '../http/room-feed.ts';
import type { View } from '../http/view.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { recordAddresses } from '../record/addresses.ts';
import { type Correction, correctionsOf } from '../record/corrections.ts';
import { type Event, knownBy, knownThroughOf } from '../record/docket.ts';
import { caseName, noteIn, personName, situationName, subjectName } from '../record/names.ts';
import { type World, worldOf } from '../record/record.ts';
import { actDay } from '../states/act-day.ts';
import { actSentence } from '../states/act-sentence.ts';
import { stateAddresses } from '../states/addresses.ts';
import { knownThrough } from '../states/coverage.ts';
import { listedName } from '../states/state-names.ts';
import type { StateRecord, TreatyAct } from '../states/treaty-record.ts';
import { capital } from '../text/capital.ts';
import { dayIn } from '../text/time-zone.ts';
import { apiAddresses } from './addresses.ts';
import { type Learned, learnedBy } from './change-log.ts';
import { sayChange } from './say-change.ts';

/** Rows of a change of the record that a feed names. */
const MOST_SENTENCES = 15;
const tags = ['record', 'states', TODAY];

function changesAsEntries(learned: readonly Learned[], world: World, view: View) {
  return {
    title: view.t('api.changes'),
    link: apiAddresses.changes(view.lang),
    through: world.docket.knownThrough,
    entries: [
      ...learned.map((one) => learnedEntry(world, view, one)),
      ...correctionsOf(view, world)
        .filter(({ since }) => since <= view.today())
        .map((one) => correctionEntry(view, one)),
    ],
  };
}

/**
 * The latest events: of everything, of a situation, a case, a person or a state; or what the record learned. The name is a slug or a
 * code.
 */
export const recordFeeds: readonly RoomFeed[] = [
  {
    about: 'changes',
    tags,
    of: fromVisible(
      async ({ app }: FeedAsking, _name: string) =>
        together({ world: await worldOf(app.database), learned: await learnedBy(app.database) }),
      ({ world, learned }, { view }, name) => (name === 'all' ? changesAsEntries(learned, world, view) : undefined),
    ),
  },
  feedOf('events', (world, view, name) =>
    name === 'all'
      ? {
          title: view.t('record.title'),
          link: recordAddresses.record(view.lang),
          through: world.docket.knownThrough,
          entries: eventEntries(world, view, () => true),
        }
      : undefined,
  ),
  feedOf('situations', (world, view, name) => {
    const situation = world.docket.situations.get(name);
    return (
      situation && {
        title: situationName(view.lang, situation),
        link: recordAddresses.situation(view.lang, name),
        through: knownThroughOf(world.docket, { situation: name }),
        entries: eventEntries(world, view, (event) => event.situation === name),
      }
    );
  }),
  feedOf('cases', (world, view, name) => {
    const inCase = world.docket.cases.get(name);
    return (
      inCase && {
        title: caseName(view.lang, inCase),
        link: recordAddresses.case(view.lang, name),
        through: knownThroughOf(world.docket, { case: name, situation: inCase.situation }),
        entries: eventEntries(world, view, (event) => event.case === name),
      }
    );
  }),
  feedOf('people', (world, view, name) => {
    const person = world.docket.people.get(name);
    return (
      person && {
        title: personName(view.lang, person),
        link: recordAddresses.person(view.lang, name),
        through: world.docket.knownThrough,
        entries: eventEntries(world, view, (event) => event.person === name),
      }
    );
  }),
  feedOf('states', ({ treaty }, view, name) => {
    const state = treaty.states.get(name.toUpperCase());
    return (
      state && {
        title: listedName(view.lang, state),
        link: stateAddresses.state(view.lang, state.iso3),
        through: knownThrough(treaty, 'rome-statute'),
        entries: state.acts.filter((act) => act.knownOn <= view.today()).map((act) => actEntry(view, state, act)),
      }
    );
  }),
];

function feedOf(about: string, of: (world: World, view: View, name: string) => FeedSubject | undefined): RoomFeed {
  return {
    about,
    tags,
    of: fromVisible(
      ({ app }: FeedAsking, _name: string) => worldOf(app.database),
      (world, { view }, name) => of(world, view, name),
    ),
  };
}

function eventEntries(world: World, view: View, belongs: (event: Event) => boolean): FeedEntry[] {
  return knownBy(world.docket.events, view.today())
    .filter(belongs)
    .map((event) => eventEntry(world, view, event));
}

function eventEntry({ docket }: World, view: View, event: Event): FeedEntry {
  const inCase = event.case ? docket.cases.get(event.case) : undefined;
  const of = subjectName(view.lang, docket, event);
  const link = inCase
    ? recordAddresses.case(view.lang, inCase.slug)
    : recordAddresses.situation(view.lang, event.situation);
  const text = sentences(capital(view.partialDay(event.date)), noteIn(view.lang, docket, event.note).text);
  const title = `${of}: ${view.t(`record.event.${event.type}`)}`;
  return { id: event.id, title, link, text, source: event.source, on: event.knownOn };
}

function learnedEntry(world: World, view: View, learned: Learned): FeedEntry {
  const { dataset, revision, at, why, isBeginning, added, corrected, removed } = learned;
  const rows = isBeginning ? [] : [...corrected, ...added];
  const counts = [
    ...(corrected.length > 0 ? [view.t('api.changes.corrected', { count: corrected.length })] : []),
    ...(added.length > 0 && !isBeginning ? [view.t('api.changes.added', { count: added.length })] : []),
    ...(removed > 0 ? [view.t('api.changes.removed', { count: removed })] : []),
    ...(isBeginning ? [view.t('api.changes.beginning', { count: added.length })] : [why]),
  ];
  const changes = rows.flatMap((row) => sayChange(view, world, dataset, row)?.text ?? []).slice(0, MOST_SENTENCES);
  return {
    id: `revision-${revision}`,
    title: `${view.t(`api.set.${dataset}`)}: ${view.dayOf(at)}`,
    link: apiAddresses.changes(view.lang),
    text: sentences(...counts, ...changes),
    source: `${view.publicUrl}${apiAddresses.revision(dataset, String(revision))}`,
    on: dayIn(view.timeZone, at),
  };
}

function correctionEntry(view: View, { id, on, text, was, now, why, source }: Correction): FeedEntry {
  return {
    id: `correction-${id}`,
    title: text,
    link: apiAddresses.changes(view.lang),
    text: `${view.t('record.corrections.told', { was, now, day: view.day(on) })} ${why}`,
    source,
    on,
  };
}

function actEntry(view: View, state: StateRecord, act: TreatyAct): FeedEntry {
  const title = actSentence(view, state, act);
  return {
    id: act.id,
    title,
    link: stateAddresses.state(view.lang, act.iso3),
    text: sentences(capital(actDay(view, act))),
    source: act.source,
    on: act.knownOn,
  };
}

/** Each with its full stop, where it has no end of its own. */
const sentences = (...said: readonly string[]) =>
  said
    .filter(Boolean)
    .map((one) => (/[.!?؟]$/.test(one) ? one : `${one}.`))
    .join(' ');
