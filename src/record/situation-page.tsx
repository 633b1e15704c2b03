import { apiAddresses } from '../api/addresses.ts';
import { NotFoundError } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import { panelsIn } from '../publications/panels-in.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { recordAddresses } from './addresses.ts';
import { Cite } from './components/cite.tsx';
import { CommonSections } from './components/common-sections.tsx';
import { courtFact, FactList, statesFact } from './components/fact-list.tsx';
import { PeopleRows } from './components/people-rows.tsx';
import { SummaryParagraph } from './components/summary.tsx';
import { Track } from './components/track.tsx';
import { knownBy, knownThroughOf, type Participant, type Situation } from './docket.ts';
import { isMilestone } from './event-types.ts';
import { caseName, situationName } from './names.ts';
import { participantOn } from './participant-standing.ts';
import { recordPage } from './record-frame.tsx';
import { type RecordView, recordView } from './record-view.ts';
import { situationNow } from './situation-now.ts';
import { situationSummary } from './summary.ts';
import { situationTrack } from './tracks.ts';

declare module '../http/panels.ts' {
  interface PanelContexts {
    /** Civil society's advocacy on a situation's page. */
    situation: { readonly slug: string; readonly on: string };
  }
}

/** A situation: where it stands, what happened, its cases and people, the states it concerns. */
export const situationPage = fromVisible(
  async (request: SiteRequest) => {
    const record = await recordView(request);
    const about = { slug: request.params.slug ?? '', on: record.on };
    return together({ record, more: await panelsIn(request, 'situation', about) });
  },
  ({ record, more }, { params }) => {
    const { view, world, on } = record;
    const situation = world.docket.situations.get(params.slug ?? '');
    if (!situation) throw new NotFoundError(params.slug);
    const title = situationName(view.lang, situation);
    const now = situationNow(record, situation.slug);
    const events = knownBy(world.docket.events, on).filter((event) => event.situation === situation.slug);
    return recordPage(record, {
      title,
      tags: more.tags,
      description: `${title}. ${now}`,
      over: <a href={recordAddresses.record(view.lang, record.linkDay)}>{view.t('record.nav')}</a>,
      lead: now,
      opening: <SummaryParagraph record={record} summary={situationSummary(world.docket, situation, on)} />,
      knownThrough: knownThroughOf(world.docket, { situation: situation.slug }),
      feed: apiAddresses.feed(view.lang, 'situations', `${situation.slug}.atom`),
      children: (
        <>
          <Facts record={record} situation={situation} />
          <Track
            view={view}
            pieces={situationTrack(record, situation.slug)}
            file={`track--${situation.slug}`}
            linkDay={record.linkDay}
          />
          <Cases record={record} situation={situation} />
          <CommonSections
            record={record}
            events={events.filter(isMilestone)}
            about="people"
            participants={participantsIn(record, situation)}
            none="record.victims.none.situation"
            parts={more.parts}
            isOf={(one) => one.situation === situation.slug}
          />
          <Cite record={record} title={title} path={recordAddresses.situation(view.lang, situation.slug)} />
        </>
      ),
    });
  },
);

function participantsIn({ world, on }: RecordView, situation: Situation): Participant[] {
  return world.docket.participants.filter(
    (participant) => participant.case.situation === situation.slug && participantOn(participant, on),
  );
}

function Facts({ record, situation }: { record: RecordView; situation: Situation }) {
  const { view } = record;
  return (
    <FactList
      facts={[
        [view.t('record.fact.trigger'), view.t(`record.trigger.${situation.trigger}`)],
        statesFact(record, situation),
        courtFact(view, situation),
      ]}
    />
  );
}

function Cases({ record, situation }: { record: RecordView; situation: Situation }) {
  const { view, linkDay } = record;
  const here = participantsIn(record, situation);
  if (here.length === 0) return null;
  const cases = Map.groupBy(here, (participant) => participant.case);
  return (
    <section className="sec">
      <h2>{view.t('record.cases.title')}</h2>
      <ul className="list">
        {[...cases].map(([of, participants]) => (
          <li key={of.slug}>
            <h3>
              <a href={recordAddresses.case(view.lang, of.slug, linkDay)}>{caseName(view.lang, of)}</a>
            </h3>
            <PeopleRows record={record} participants={participants} />
          </li>
        ))}
      </ul>
    </section>
  );
}
