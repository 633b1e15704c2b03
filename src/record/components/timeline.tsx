import { links } from '../../site/links.ts';
import type { View } from '../../site/view.ts';
import type { Event, Scheduled } from '../docket.ts';
import { caseName, noteIn, personName, situationName, tellsLater } from '../names.ts';
import type { RecordView } from '../record-view.ts';
import { Cleared } from './cases-by-stage.tsx';

interface TimelineProps {
  readonly record: RecordView;
  readonly events: readonly Event[];
  readonly about?: boolean;
  /** A part of what a page tells in whole elsewhere: feeds lead there. */
  readonly excerpt?: boolean;
}

/** What happened, in order; of each event its day, what it is, a note, and the source. */
export function Timeline({ record, events, about, excerpt }: TimelineProps) {
  if (events.length === 0) return <p>{record.view.t('record.timeline.none')}</p>;
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={event.id} id={excerpt ? undefined : event.id}>
          <time dateTime={event.date}>{record.view.partialDay(event.date)}</time>
          <div>
            {about && <About record={record} of={event} />}
            <b>{record.view.t(`record.event.${event.type}`)}</b> <Note record={record} note={event.note} />
            <br />
            <Source view={record.view} fact={event} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Of whom or what an event speaks, as a link. */
export function About({ record, of }: { record: RecordView; of: Pick<Event, 'situation' | 'case' | 'person'> }) {
  const { view, world, kept } = record;
  const { lang } = view;
  const situation = world.docket.situations.get(of.situation);
  const inCase = of.case === null ? undefined : world.docket.cases.get(of.case);
  const person = of.person === null ? undefined : world.docket.people.get(of.person);
  const participant = world.docket.participants.find(
    (one) => one.case.slug === of.case && one.person.slug === of.person,
  );
  if (inCase && person)
    return (
      <>
        <a href={links.participant(lang, inCase.slug, person.slug, kept)}>
          <bdi>{personName(lang, person)}</bdi>
        </a>
        {participant && <Cleared record={record} participant={participant} />}
        {view.t('site.colon')}
      </>
    );
  const [href, name] = inCase
    ? [links.case(lang, inCase.slug, kept), caseName(lang, inCase)]
    : [links.situation(lang, of.situation, kept), situation ? situationName(lang, situation) : of.situation];
  return (
    <>
      <a href={href}>{name}</a>
      {view.t('site.colon')}
    </>
  );
}

function Note({ record, note }: { record: RecordView; note: string }) {
  if (note === '' || tellsLater(note, record.on)) return null;
  const { text, lang } = noteIn(record.view.lang, record.world.docket, note);
  return (
    <span lang={lang} dir={lang && 'ltr'}>
      {text}
    </span>
  );
}

/** Where a fact was read, how sure it is, and since when it is public if that was later. */
export function Source({
  view,
  fact,
}: {
  view: View;
  fact: Pick<Event, 'source' | 'standing'> & Partial<Pick<Event, 'public_on'>>;
}) {
  return (
    <small>
      <a href={fact.source} rel="noreferrer external">
        {view.t('record.source')}
      </a>
      {fact.standing !== 'seen' && <> · {view.t(`record.standing.${fact.standing}`)}</>}
      {fact.public_on && <> · {view.t('record.publicOn', { day: view.day(fact.public_on) })}</>}
    </small>
  );
}

/** What is to come on a day's view; what was due and is not known to have happened says so. */
export function ScheduledList({ record, scheduled }: { record: RecordView; scheduled: readonly Scheduled[] }) {
  const { view, on } = record;
  if (scheduled.length === 0) return <p>{view.t('record.scheduled.none')}</p>;
  return (
    <ol className="timeline">
      {scheduled.map((one) => (
        <li key={one.id}>
          <time dateTime={one.date}>{view.partialDay(one.date)}</time>
          <div>
            <About record={record} of={one} />
            <b>{view.t(`record.due.${one.type}`)}</b>
            {one.date < on && <> ({view.t('record.scheduled.past')})</>}
            <br />
            <Source view={view} fact={one} />
          </div>
        </li>
      ))}
    </ol>
  );
}
