import { apiAddresses } from '../api/addresses.ts';
import { NotFoundError } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import { panelsIn } from '../publications/panels-in.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { firstDay } from '../text/partial-day.ts';
import { recordAddresses } from './addresses.ts';
import { CaseNow } from './components/case-now.tsx';
import { ChargesInBrief } from './components/charges.tsx';
import { Cite } from './components/cite.tsx';
import { Cleared } from './components/cleared.tsx';
import { CommonSections } from './components/common-sections.tsx';
import { courtFact, FactList, statesFact } from './components/fact-list.tsx';
import { StageWords, StandingLine, stageWords } from './components/standing-line.tsx';
import { SummaryParagraph } from './components/summary.tsx';
import { Track } from './components/track.tsx';
import { Trail } from './components/trail.tsx';
import { type Case, knownBy, knownThroughOf, type Participant } from './docket.ts';
import { caseName, caseTitle, personName } from './names.ts';
import { participantOn } from './participant-standing.ts';
import { recordPage } from './record-frame.tsx';
import { type RecordView, recordView } from './record-view.ts';
import { caseSummary } from './summary.ts';
import { caseTrack } from './tracks.ts';

declare module '../http/panels.ts' {
  interface PanelContexts {
    /** Civil society's advocacy on a case's page. */
    case: { readonly slug: string; readonly on: string };
  }
}

/** A case: its people, each with where they stand, what happened, and what it means for victims. */
export const casePage = fromVisible(
  async (request: SiteRequest) => {
    const record = await recordView(request);
    const about = { slug: request.params.slug ?? '', on: record.on };
    return together({ record, more: await panelsIn(request, 'case', about) });
  },
  ({ record, more }, { params }) => {
    const { view, world, on } = record;
    const of = world.docket.cases.get(params.slug ?? '');
    if (!of) throw new NotFoundError(params.slug);
    const title = caseName(view.lang, of);
    const participants = membersOn(record, of);
    return recordPage(record, {
      title,
      tags: more.tags,
      description: `${caseTitle(view, of)}. ${view.t('record.description')}`,
      over: <Trail record={record} of={of} />,
      feed: apiAddresses.feed(view.lang, 'cases', `${of.slug}.atom`),
      knownThrough: knownThroughOf(world.docket, { case: of.slug, situation: of.situation }),
      lead: participants.length > 0 && <CaseNow record={record} participants={participants} />,
      opening: <SummaryParagraph record={record} summary={caseSummary(world.docket, of, on)} />,
      children: (
        <>
          {participants.length > 0 && <Facts record={record} of={of} />}
          {participants.length > 0 && <People record={record} participants={participants} />}
          <CommonSections
            record={record}
            events={knownBy(world.docket.events, on).filter((event) => event.case === of.slug)}
            about={participants.length > 1}
            participants={participants}
            parts={more.parts}
            isOf={(one) => one.case === of.slug}
          />
          <Cite
            record={record}
            title={caseTitle(view, of)}
            path={recordAddresses.case(view.lang, of.slug)}
            knownThrough={knownThroughOf(world.docket, { case: of.slug, situation: of.situation })}
          />
        </>
      ),
    });
  },
);

/** Who was in a case on a day: also who left it later for a case of their own, where all that happened to them is recorded. */
function membersOn({ world, on }: RecordView, of: Case): Participant[] {
  const all = world.docket.participants;
  return all
    .filter((one) => one.case === of)
    .flatMap((one) => {
      if (one.leftOn === null) return [one];
      const own = all.find((other) => other.person === one.person && other.joinedOn === one.leftOn);
      return own && on < firstDay(one.leftOn) ? [own] : [];
    })
    .filter((one) => participantOn(one, on));
}

function Facts({ record, of }: { record: RecordView; of: Case }) {
  const { view, world } = record;
  return (
    <FactList
      facts={[
        [view.t('record.fact.name'), caseTitle(view, of)],
        [view.t('record.fact.offences'), of.article_70 && view.t('record.case.article70')],
        statesFact(record, world.docket.situations.get(of.situation)),
        courtFact(view, of),
      ]}
    />
  );
}

function People({ record, participants }: { record: RecordView; participants: readonly Participant[] }) {
  const apart = stageWords(record, participants).length > 1;
  return (
    <section>
      <h2>{record.view.t('record.people')}</h2>
      {!apart && <StageWords record={record} participants={participants} />}
      <ul className="list">
        {participants.map((participant) => (
          <Person key={participant.person.slug} record={record} participant={participant} apart={apart} />
        ))}
      </ul>
    </section>
  );
}

interface PersonProps {
  readonly record: RecordView;
  readonly participant: Participant;
  /** What the stage means is not the same for all in the case. */
  readonly apart: boolean;
}

function Person({ record, participant, apart }: PersonProps) {
  const { view, linkDay } = record;
  return (
    <li>
      <h3>
        <a href={recordAddresses.participant(view.lang, participant.case.slug, participant.person.slug, linkDay)}>
          <bdi>{personName(view.lang, participant.person)}</bdi>
        </a>
        <Cleared record={record} participant={participant} />
      </h3>
      <StandingLine record={record} participant={participant} />
      {apart && <StageWords record={record} participants={[participant]} />}
      <ChargesInBrief record={record} participant={participant} />
      <Track view={view} pieces={caseTrack(record, participant)} />
    </li>
  );
}
