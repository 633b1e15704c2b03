import type { Queries } from '../database/database.ts';
import { today } from '../facts/partial-day.ts';
import { TODAY } from '../http/finished.ts';
import { type Handler, NothingHere } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { recordAddresses } from '../record/addresses.ts';
import { type Event, knownBy, knownThroughOf } from '../record/docket.ts';
import { caseName, noteIn, personName, situationName, subjectName } from '../record/names.ts';
import { type World, worldOf } from '../record/record.ts';
import { actDay } from '../states/act-day.ts';
import { stateAddresses } from '../states/addresses.ts';
import { knownThrough } from '../states/coverage.ts';
import { listedName } from '../states/state-names.ts';
import type { TreatyAct } from '../states/treaty-record.ts';
import { apiAddresses } from './addresses.ts';
import { type Learned, learnedBy } from './change-log.ts';
import { type Entry, type FeedKind, feedAs, feedTypes } from './feed-formats.ts';
import { sayChange } from './say-change.ts';

const LATEST = 60;
/** Rows of a change of the record that a feed names. */
const TOLD = 15;
const tags = ['record', 'states', TODAY];
/** The latest events: of everything, of a situation, a case, a person or a state; or what the record learned; `{what}` is a slug or a code. */
export const feedFile: Handler = async ({ app, view, params }) => {
  const [, name = '', kind = ''] = /^([\w-]+)\.(atom|rss|json)$/.exec(params.file ?? '') ?? [];
  if (!isKind(kind)) throw new NothingHere(params.file);
  const world = await worldOf(app.database);
  const about =
    params.about === 'changes' && name === 'all'
      ? await changesAsEntries(app.database, world, view)
      : subject(world, view, params.about ?? 'events', name);
  if (!about) throw new NothingHere(name);
  const entries = about.entries.sort((one, other) => other.on.localeCompare(one.on)).slice(0, LATEST);
  const body = feedAs(kind, {
    title: `${about.title} · ${view.t('site.name')}`,
    link: `${view.publicUrl}${about.link}`,
    self: `${view.publicUrl}${apiAddresses.feed(view.lang, params.about ?? '', params.file ?? '')}`,
    author: view.operator?.name ?? view.t('site.name'),
    lang: view.lang,
    about: view.t('record.knownThrough', { day: view.day(about.through) }),
    entries: entries.map((entry) => {
      const link = `${view.publicUrl}${entry.link}#${entry.id}`;
      return { ...entry, id: link, link };
    }),
  });
  return { kind: 'file', type: `${feedTypes[kind]}; charset=utf-8`, body, tags, open: true };
};

async function changesAsEntries(queries: Queries, world: World, view: View) {
  const learned = await learnedBy(queries);
  return {
    title: view.t('api.changes'),
    link: apiAddresses.changes(view.lang),
    through: world.docket.knownThrough,
    entries: learned.map((one) => learnedEntry(world, view, one)),
  };
}

const isKind = (text: string): text is FeedKind => text in feedTypes;

function subject(world: World, view: View, about: string, name: string) {
  const { docket, treaty } = world;
  const { lang } = view;
  const known = knownBy(docket.events, today());
  const entries = (events: readonly Event[]) => events.map((event) => eventEntry(world, view, event));
  const situation = docket.situations.get(name);
  const inCase = docket.cases.get(name);
  const person = docket.people.get(name);
  const state = treaty.states.get(name.toUpperCase());
  if (about === 'events' && name === 'all')
    return {
      title: view.t('record.title'),
      link: recordAddresses.record(lang),
      through: docket.knownThrough,
      entries: entries(known),
    };
  if (about === 'situations' && situation)
    return {
      title: situationName(lang, situation),
      link: recordAddresses.situation(lang, name),
      through: knownThroughOf(docket, { situation: name }),
      entries: entries(known.filter((event) => event.situation === name)),
    };
  if (about === 'cases' && inCase)
    return {
      title: caseName(lang, inCase),
      link: recordAddresses.case(lang, name),
      through: knownThroughOf(docket, { case: name, situation: inCase.situation }),
      entries: entries(known.filter((event) => event.case === name)),
    };
  if (about === 'people' && person)
    return {
      title: personName(lang, person),
      link: recordAddresses.person(lang, name),
      through: docket.knownThrough,
      entries: entries(known.filter((event) => event.person === name)),
    };
  if (about === 'states' && state)
    return {
      title: listedName(lang, state),
      link: stateAddresses.state(lang, state.iso3),
      through: knownThrough(treaty, 'rome-statute'),
      entries: state.acts
        .filter((act) => act.knownOn <= today())
        .map((act) => actEntry(view, listedName(lang, state), act)),
    };
  return undefined;
}

function eventEntry({ docket }: World, view: View, event: Event): Entry {
  const inCase = event.case ? docket.cases.get(event.case) : undefined;
  const of = subjectName(view.lang, docket, event);
  const link = inCase
    ? recordAddresses.case(view.lang, inCase.slug)
    : recordAddresses.situation(view.lang, event.situation);
  const text = [view.partialDay(event.date), noteIn(view.lang, docket, event.note).text].filter(Boolean).join(' · ');
  const title = `${of}: ${view.t(`record.event.${event.type}`)}`;
  return { id: event.id, title, link, text, source: event.source, on: event.knownOn };
}

function learnedEntry(world: World, view: View, learned: Learned): Entry {
  const { dataset, revision, at, why, isBeginning, added, corrected, removed } = learned;
  const rows = isBeginning ? [] : [...corrected, ...added];
  const counts = [
    ...(corrected.length > 0 ? [view.t('api.changes.corrected', { count: corrected.length })] : []),
    ...(added.length > 0 && !isBeginning ? [view.t('api.changes.added', { count: added.length })] : []),
    ...(removed > 0 ? [view.t('api.changes.removed', { count: removed })] : []),
    ...(isBeginning ? [view.t('api.changes.beginning', { count: added.length })] : [why]),
  ];
  const told = rows.flatMap((row) => sayChange(view, world, dataset, row)?.text ?? []).slice(0, TOLD);
  return {
    id: `revision-${revision}`,
    title: `${view.t(`api.set.${dataset}`)}: ${view.day(at)}`,
    link: apiAddresses.changes(view.lang),
    text: [...counts, ...told].join(' · '),
    source: `${view.publicUrl}/api/v1/datasets/${dataset}/${revision}`,
    on: at.toISOString().slice(0, 10),
  };
}

function actEntry(view: View, name: string, act: TreatyAct): Entry {
  const title = `${name}: ${view.t(`states.act.${act.type}`)} · ${view.t(`states.treaty.${act.treaty}`)}`;
  return {
    id: act.id,
    title,
    link: stateAddresses.state(view.lang, act.iso3),
    text: actDay(view, act),
    source: act.source,
    on: act.knownOn,
  };
}
