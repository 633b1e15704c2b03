import { NotFoundError } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import { list } from '../locales/format.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { Rows } from '../site/components/rows.tsx';
import { saidDay } from '../site/said-day.ts';
import { capital } from '../text/capital.ts';
import { recordAddresses } from './addresses.ts';
import { AboutPerson } from './components/about-person.tsx';
import { CaseNow } from './components/case-now.tsx';
import { Charges } from './components/charges.tsx';
import { Cite } from './components/cite.tsx';
import { Corrections } from './components/corrections.tsx';
import { FactList, statesFact } from './components/fact-list.tsx';
import { Reparations } from './components/reparations.tsx';
import { StageWords } from './components/standing-line.tsx';
import { Timeline } from './components/timeline.tsx';
import { Track } from './components/track.tsx';
import { Trail } from './components/trail.tsx';
import { knownBy, knownThroughOf, type Participant } from './docket.ts';
import { caseName, personName } from './names.ts';
import { type ParticipantStanding, participantOn, wordBeside } from './participant-standing.ts';
import { inSeveralCases } from './public-participants.ts';
import { recordPage } from './record-frame.tsx';
import { type RecordView, recordView } from './record-view.ts';
import { caseTrack } from './tracks.ts';

/** A person in a case: the five things that say where they stand, the charges, what happened. */
export const participantPage = fromVisible(
  (request: SiteRequest) => recordView(request),
  (record, { params }) => {
    const { view, world, on } = record;
    const participant = world.docket.participants.find(
      (one) => one.case.slug === params.slug && one.person.slug === params.person,
    );
    const standing = participant && participantOn(participant, on);
    if (!participant) throw new NotFoundError(params.person);
    const { person, case: of } = participant;
    // Before anything was public of somebody, a past day says nothing of them.
    const title = standing ? personName(view.lang, person) : caseName(view.lang, of);
    return recordPage(record, {
      title,
      description: `${title}${view.t('site.comma')}${caseName(view.lang, of)}. ${view.t('record.description')}`,
      over: <Trail record={record} of={of} whole />,
      lead: standing && <CaseNow record={record} participants={[participant]} />,
      knownThrough: knownThroughOf(world.docket, { case: of.slug, situation: of.situation }),
      children: standing ? (
        <ParticipantOnDay record={record} participant={participant} standing={standing} />
      ) : (
        <p>{view.t('record.timeline.none')}</p>
      ),
    });
  },
);

interface Known {
  readonly record: RecordView;
  readonly participant: Participant;
  readonly standing: ParticipantStanding;
}

function ParticipantOnDay({ record, participant, standing }: Known) {
  const { view, world, on } = record;
  const { person, case: of } = participant;
  return (
    <>
      <About record={record} participant={participant} />
      <Track
        view={view}
        pieces={caseTrack(record, participant)}
        file={`track--${of.slug}--${person.slug}`}
        linkDay={record.linkDay}
      />
      <section className="sec">
        <h2>{view.t('record.where')}</h2>
        <div>
          <Dimensions record={record} participant={participant} standing={standing} />
          <StageWords record={record} participants={[participant]} />
        </div>
      </section>
      <section className="sec">
        <h2>{view.t('record.charges')}</h2>
        <Charges record={record} participant={participant} />
      </section>
      <section className="sec">
        <h2>{view.t('record.timeline')}</h2>
        <Timeline record={record} events={knownBy(participant.events, on)} />
      </section>
      <section className="sec">
        <h2>{view.t('record.victims')}</h2>
        <Reparations record={record} participants={[participant]} />
      </section>
      <Corrections
        record={record}
        about={({ of }) => of.person === participant.person.slug && of.case === participant.case.slug}
      />
      <Cite
        record={record}
        title={[personName(view.lang, person), caseName(view.lang, of)].join(view.t('site.comma'))}
        path={recordAddresses.participant(view.lang, of.slug, person.slug)}
        knownThrough={knownThroughOf(world.docket, { case: of.slug, situation: of.situation })}
      />
    </>
  );
}

function About({ record, participant }: Pick<Known, 'record' | 'participant'>) {
  const { view, on } = record;
  const { person, joinedOn, leftOn } = participant;
  const stay = [
    joinedOn && joinedOn <= on && saidDay(view, 'since', joinedOn),
    leftOn && leftOn <= on && saidDay(view, 'until', leftOn),
  ];
  const rows = stay.flatMap((day) => (day ? [capital(day)] : []));
  return (
    <>
      <AboutPerson
        record={record}
        person={person}
        more={[[view.t('record.fact.inCase'), rows.length > 0 && <Rows key="stay" of={rows} />]]}
      />
      <AllCases record={record} participant={participant} />
    </>
  );
}

/** The way to everything about somebody who stands in other cases too. */
function AllCases({ record, participant: { person } }: Pick<Known, 'record' | 'participant'>) {
  const { view, linkDay } = record;
  if (!inSeveralCases(record).has(person.slug)) return null;
  return (
    <p>
      <a href={recordAddresses.person(view.lang, person.slug, linkDay)}>
        {view.t('record.person.all', { person: personName(view.lang, person) })}
      </a>
    </p>
  );
}

/** The trial that somebody stands in, with those who stand in it too, and until when where it was severed. */
function trialOf({ view, world, on }: RecordView, { case: of, person }: Participant): string[] {
  const trial = world.docket.trials.find(
    ({ openedOn, members }) =>
      openedOn <= on && members.some((one) => one.case === of.slug && one.person === person.slug),
  );
  if (!trial) return [];
  const own = trial.members.find((one) => one.person === person.slug);
  const others = trial.members
    .filter((one) => one.person !== person.slug)
    .flatMap((one) => world.docket.people.get(one.person) ?? [])
    .map((one) => personName(view.lang, one));
  const parts = [
    view.t('record.trial.opened', {
      on: saidDay(view, 'on', trial.openedOn),
      others: others.length > 0 ? 'yes' : 'no',
      people: list(view.lang, others),
    }),
  ];
  const severed = trial.members.map(({ left_on }) => left_on).find((day) => day !== null && day <= on);
  if (severed && (own?.left_on || others.length > 0))
    parts.push(view.t('record.trial.severed', { on: saidDay(view, 'on', severed) }));
  return parts;
}

function Dimensions({ record, participant, standing }: Known) {
  const { view, world } = record;
  const word = wordBeside(standing);
  const rows = [
    [
      'proceedings',
      [...(word ? [view.t(`record.person.${word}`)] : []), view.t(`record.proceedings.${standing.proceedings}`)],
    ],
    ['liberty', [view.t(`record.liberty.${standing.liberty}`)]],
    [
      'instrument',
      standing.instruments.map(({ kind, state, event, since }) =>
        view.t(`record.instrument.${kind}.${state}`, {
          issued: saidDay(view, 'of', event.date),
          since: since ? saidDay(view, 'on', since) : '',
        }),
      ),
    ],
    ['trial', trialOf(record, participant)],
    ['finality', [view.t(`record.finality.${standing.finality}`)]],
    ['reparations', [view.t(`record.reparations.${standing.reparations}`)]],
  ] as const;
  const situation = world.docket.situations.get(participant.case.situation);
  return (
    <FactList
      facts={[
        ...rows.map(
          ([name, words]) =>
            [view.t(`record.dimension.${name}`), words.length > 0 && <Rows key={name} of={words} />] as const,
        ),
        statesFact(record, situation),
      ]}
    />
  );
}
