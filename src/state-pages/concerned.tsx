import { recordAddresses } from '../record/addresses.ts';
import { LastKnown } from '../record/components/last-known.tsx';
import { knownBy, type Situation } from '../record/docket.ts';
import { caseName, personName, situationName } from '../record/names.ts';
import { participantOn } from '../record/participant-standing.ts';
import type { RecordView } from '../record/record-view.ts';
import type { StateRecord } from '../states/treaty-record.ts';

/** The situations on a state's territory with their cases. */
export function Territory({ record, state }: { record: RecordView; state: StateRecord }) {
  const { docket } = record.world;
  const known = new Set(knownBy(docket.events, record.on).map(({ situation }) => situation));
  const situations = [...docket.situations.values()].filter(
    ({ slug, countries }) => countries.includes(state.iso3) && known.has(slug),
  );
  if (situations.length === 0) return <Nothing record={record} words={record.view.t('states.territory.none')} />;
  return situations.map((situation) => <SituationCases key={situation.slug} record={record} situation={situation} />);
}

/** Nationals in the record by the day, wherever it happened, each with where they stand in each of their cases. */
export function Nationals({ record, state }: { record: RecordView; state: StateRecord }) {
  const { view, world, linkDay, on } = record;
  const here = world.docket.participants.flatMap((participant) => {
    const standing = participant.person.nationality === state.iso3 ? participantOn(participant, on) : undefined;
    return standing ? [{ ...participant, standing }] : [];
  });
  if (here.length === 0) return <Nothing record={record} words={view.t('states.nationals.none')} />;
  return (
    <ul className="links">
      {here.map(({ case: of, person, standing }) => (
        <li key={`${of.slug} ${person.slug}`}>
          <a href={recordAddresses.participant(view.lang, of.slug, person.slug, linkDay)}>
            <bdi>{personName(view.lang, person)}</bdi>
          </a>{' '}
          · {view.t(`record.proceedings.${standing.proceedings}`)} · {view.t(`record.liberty.${standing.liberty}`)}
          <LastKnown record={record} of={of} />
        </li>
      ))}
    </ul>
  );
}

function Nothing({ record, words }: { record: RecordView; words: string }) {
  return (
    <p className="q">
      {words}
      <LastKnown record={record} />
    </p>
  );
}

/** A situation with those of its cases that were public by the day, each a link. */
function SituationCases({ record, situation }: { record: RecordView; situation: Situation }) {
  const { view, world, linkDay, on } = record;
  const participants = world.docket.participants.filter((one) => one.case.situation === situation.slug);
  const cases = new Set(participants.filter((one) => participantOn(one, on)).map((one) => one.case));
  return (
    <>
      <h3>
        <a href={recordAddresses.situation(view.lang, situation.slug, linkDay)}>
          {situationName(view.lang, situation)}
        </a>
      </h3>
      {cases.size > 0 && (
        <ul className="links">
          {[...cases].map((of) => (
            <li key={of.slug}>
              <a href={recordAddresses.case(view.lang, of.slug, linkDay)}>{caseName(view.lang, of)}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
