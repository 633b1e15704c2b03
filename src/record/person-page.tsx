import { apiAddresses } from '../api/addresses.ts';
import { NotFoundError } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { Rows } from '../site/components/rows.tsx';
import { recordAddresses } from './addresses.ts';
import { AboutPerson } from './components/about-person.tsx';
import { Cite } from './components/cite.tsx';
import { Cleared } from './components/cleared.tsx';
import { Corrections } from './components/corrections.tsx';
import { CourtNumber } from './components/court-number.tsx';
import { StageWords, StandingLine, StandsNow } from './components/standing-line.tsx';
import { Timeline } from './components/timeline.tsx';
import { Track } from './components/track.tsx';
import { type Docket, inOrder, knownBy, knownThroughOf, type Participant } from './docket.ts';
import { caseName, personName, situationName } from './names.ts';
import { participantOn } from './participant-standing.ts';
import { recordPage } from './record-frame.tsx';
import { type RecordView, recordView } from './record-view.ts';
import { caseTrack } from './tracks.ts';

/** Somebody with all of their cases: where each stands, and what happened in them. */
export const personPage = fromVisible(
  (request: SiteRequest) => recordView(request),
  (record, { params }) => {
    const { view, world, linkDay } = record;
    const person = world.docket.people.get(params.slug ?? '');
    if (!person) throw new NotFoundError(params.slug);
    const parts = partsOf(record, person.slug);
    // Before anything was public of somebody, a past day says nothing of them.
    const title = parts.length > 0 ? personName(view.lang, person) : view.t('record.people');
    const knownThrough = lastKnownOf(world.docket, parts);
    return recordPage(record, {
      title,
      description: `${title}. ${view.t('record.description')}`,
      over: <a href={recordAddresses.record(view.lang, linkDay)}>{view.t('record.nav')}</a>,
      lead: parts.length > 0 && <StandsNow record={record} participants={parts} />,
      knownThrough,
      ...(parts.length > 0 && { feed: apiAddresses.feed(view.lang, 'people', `${person.slug}.atom`) }),
      children:
        parts.length === 0 ? (
          <p>{view.t('record.people.none')}</p>
        ) : (
          <>
            <AboutPerson record={record} person={person} />
            <section className="sec">
              <h2>{view.t('record.cases.title')}</h2>
              <ul className="list">
                {parts.map((participant) => (
                  <Part
                    key={participant.case.slug}
                    record={record}
                    participant={participant}
                    alone={parts.length === 1}
                  />
                ))}
              </ul>
            </section>
            <section className="sec">
              <h2>{view.t('record.timeline')}</h2>
              <Timeline record={record} events={eventsOf(record, parts)} about={parts.length > 1 && 'case'} />
            </section>
            <Corrections record={record} about={({ of }) => of.person === person.slug} />
            <Cite
              record={record}
              title={title}
              path={recordAddresses.person(view.lang, person.slug)}
              knownThrough={knownThrough}
            />
          </>
        ),
    });
  },
);

/** What somebody stands in by a day; a case that somebody left for one of their own stays beside it. */
function partsOf({ world, on }: RecordView, person: string): Participant[] {
  return world.docket.participants.filter((one) => one.person.slug === person && participantOn(one, on));
}

function lastKnownOf(docket: Docket, parts: readonly Participant[]): string {
  const days = parts.map(({ case: of }) => knownThroughOf(docket, { case: of.slug, situation: of.situation }));
  return days.sort().at(0) ?? docket.knownThrough;
}

function eventsOf({ on }: RecordView, parts: readonly Participant[]) {
  return knownBy([...new Set(parts.flatMap(({ events }) => events))], on).sort(inOrder);
}

interface PartProps {
  readonly record: RecordView;
  readonly participant: Participant;
  /** How far it is known is said at the head of the page. */
  readonly alone: boolean;
}

function Part({ record, participant, alone }: PartProps) {
  const { view, world, linkDay } = record;
  const { case: of, person } = participant;
  const situation = world.docket.situations.get(of.situation);
  return (
    <li>
      <h3>
        <a href={recordAddresses.participant(view.lang, of.slug, person.slug, linkDay)}>{caseName(view.lang, of)}</a>
        <Cleared record={record} participant={participant} />
      </h3>
      <p>
        <Rows
          of={[
            situation && (
              <a key="situation" href={recordAddresses.situation(view.lang, situation.slug, linkDay)}>
                {situationName(view.lang, situation)}
              </a>
            ),
            of.icc_code && <CourtNumber key="number" code={of.icc_code} />,
            of.article_70 && view.t('record.article70'),
          ]}
        />
      </p>
      <StandingLine record={record} participant={participant} known={!alone} />
      <StageWords record={record} participants={[participant]} />
      <Track view={view} pieces={caseTrack(record, participant)} />
    </li>
  );
}
