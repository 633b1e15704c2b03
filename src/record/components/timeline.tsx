import type { View } from '../../http/view.ts';
import { Listed } from '../../site/components/listed.tsx';
import { Rows } from '../../site/components/rows.tsx';
import { Verified } from '../../states/source-text.tsx';
import { siteName } from '../../states/sources.ts';
import { recordAddresses } from '../addresses.ts';
import { alike } from '../alike.ts';
import type { Event, Scheduled } from '../docket.ts';
import { caseName, noteIn, personName, situationName, tellsLater } from '../names.ts';
import type { RecordView } from '../record-view.ts';
import { Cleared } from './cleared.tsx';
import { TimelineList } from './timeline-list.tsx';

interface TimelineProps {
  readonly record: RecordView;
  readonly events: readonly Event[];
  /** Of whom each event speaks: of a person, case or situation; of none but people and cases; or of the case alone. */
  readonly about?: boolean | 'people' | 'case';
  /** A part of what a page tells in whole elsewhere: feeds lead there. */
  readonly excerpt?: boolean;
}

/** What happened, in order; of each event its day, what it is, a note, and the source. */
export function Timeline({ record, events, about, excerpt }: TimelineProps) {
  if (events.length === 0) return <p>{record.view.t('record.timeline.none')}</p>;
  const together = about === true || about === 'people' ? alike(events) : events.map((event) => [event] as const);
  const entries = together.map(([event, ...others]) => ({
    date: event.date,
    item: (
      <li key={event.id} id={excerpt ? undefined : event.id}>
        <time dateTime={event.date}>{record.view.partialDay(event.date)}</time>
        <div>
          {!excerpt && others.map(({ id }) => <span key={id} id={id} />)}
          <Rows
            of={[
              <b key="type">{record.view.t(`record.event.${event.type}`)}</b>,
              about && aboutWhom(record, [event, ...others], about),
              noteOf(record, event.note),
              <Source key="source" view={record.view} fact={event} />,
            ]}
          />
        </div>
      </li>
    ),
  }));
  return <TimelineList view={record.view} entries={entries} />;
}

function aboutWhom(record: RecordView, events: readonly [Event, ...Event[]], about: true | 'people' | 'case') {
  if (about !== true && events[0].case === null) return undefined;
  if (about === 'case') return <About record={record} of={{ ...events[0], person: null }} />;
  return <Listed lang={record.view.lang} of={events.map((one) => <About key={one.id} record={record} of={one} />)} />;
}

/** Of whom or what an event speaks, as a link. */
export function About({ record, of }: { record: RecordView; of: Pick<Event, 'situation' | 'case' | 'person'> }) {
  const { view, world, linkDay } = record;
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
        <a href={recordAddresses.participant(lang, inCase.slug, person.slug, linkDay)}>
          <bdi>{personName(lang, person)}</bdi>
        </a>
        {participant && <Cleared record={record} participant={participant} />}
      </>
    );
  const [href, name] = inCase
    ? [recordAddresses.case(lang, inCase.slug, linkDay), caseName(lang, inCase)]
    : [
        recordAddresses.situation(lang, of.situation, linkDay),
        situation ? situationName(lang, situation) : of.situation,
      ];
  return <a href={href}>{name}</a>;
}

function noteOf(record: RecordView, note: string) {
  if (note === '' || tellsLater(note, record.on)) return undefined;
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
        {view.t('site.colon')}
        <bdi>{siteName(fact.source)}</bdi>
      </a>
      <Verified view={view} standing={fact.standing} />
      {fact.public_on && (
        <>
          <br />
          {view.t('record.publicOn', { day: view.day(fact.public_on) })}
        </>
      )}
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
            <Rows
              of={[
                <b key="type">{view.t(`record.due.${one.type}`)}</b>,
                <About key="about" record={record} of={one} />,
                one.date < on && view.t('record.scheduled.past'),
                <Source key="source" view={view} fact={one} />,
              ]}
            />
          </div>
        </li>
      ))}
    </ol>
  );
}
