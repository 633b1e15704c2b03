import type { ComponentChildren } from 'preact';
import { recordAddresses } from '../record/addresses.ts';
import { sayLastKnown } from '../record/components/last-known.tsx';
import { knownBy, knownThroughOf, type Participant, type Situation } from '../record/docket.ts';
import { caseName, personName, situationName } from '../record/names.ts';
import { participantOn } from '../record/participant-standing.ts';
import type { RecordView } from '../record/record-view.ts';
import { situationNow } from '../record/situation-now.ts';
import { Rows } from '../site/components/rows.tsx';
import type { StateRecord } from '../states/treaty-record.ts';

/** The situations on a state's territory with their cases; undefined where there is none. */
export function territoryOf(record: RecordView, state: StateRecord): ComponentChildren {
  const { docket } = record.world;
  const known = new Set(knownBy(docket.events, record.on).map(({ situation }) => situation));
  const situations = [...docket.situations.values()].filter(
    ({ slug, countries }) => countries.includes(state.iso3) && known.has(slug),
  );
  if (situations.length === 0) return undefined;
  return situations.map((situation) => <SituationCases key={situation.slug} record={record} situation={situation} />);
}

/** Nationals in the record by the day, wherever it happened, each with where they stand in each of their cases; undefined where none is. */
export function nationalsOf(record: RecordView, state: StateRecord): ComponentChildren {
  const { view, world, on } = record;
  const here = world.docket.participants.flatMap((participant) => {
    const standing = participant.person.nationality === state.iso3 ? participantOn(participant, on) : undefined;
    return standing ? [{ ...participant, standing }] : [];
  });
  const [first] = here;
  if (!first) return undefined;
  const alike = new Set(here.map(({ case: of }) => lastKnown(record, of))).size === 1;
  return (
    <>
      <dl className="facts">
        {here.map((one) => (
          <div key={`${one.case.slug} ${one.person.slug}`}>
            <dt>
              <NationalLink record={record} {...one} />
            </dt>
            <dd>
              <Rows
                of={[
                  view.t(`record.proceedings.${one.standing.proceedings}`),
                  <small key="liberty">{view.t(`record.liberty.${one.standing.liberty}`)}</small>,
                  !alike && sayLastKnown(record, one.case) && (
                    <small key="known">{sayLastKnown(record, one.case)}</small>
                  ),
                ]}
              />
            </dd>
          </div>
        ))}
      </dl>
      {alike && on > lastKnown(record, first.case) && <p className="q s">{sayLastKnown(record, first.case)}</p>}
    </>
  );
}

function lastKnown({ world }: RecordView, of: Participant['case']): string {
  return knownThroughOf(world.docket, { case: of.slug, situation: of.situation });
}

function NationalLink({ record: { view, linkDay }, case: of, person }: { record: RecordView } & Participant) {
  return (
    <a href={recordAddresses.participant(view.lang, of.slug, person.slug, linkDay)}>
      <bdi>{personName(view.lang, person)}</bdi>
    </a>
  );
}

/** A situation with those of its cases that were public by the day, each a link; where none was, how it stands. */
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
      {cases.size === 0 ? (
        <p>{situationNow(record, situation.slug)}</p>
      ) : (
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
