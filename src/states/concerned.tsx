import { knownBy, type Situation } from '../record/docket.ts';
import { caseName, situationName } from '../record/names.ts';
import { participantOn } from '../record/participant-standing.ts';
import type { RecordView } from '../record/record-view.ts';
import { links } from '../site/links.ts';
import type { StateRecord } from './treaty-record.ts';

/** What concerns a state before the Court: its situations with their cases. */
export function Concerned({ record, state }: { record: RecordView; state: StateRecord }) {
  const { docket } = record.world;
  const known = new Set(knownBy(docket.events, record.on).map(({ situation }) => situation));
  const situations = [...docket.situations.values()].filter(
    ({ slug, countries }) => countries.includes(state.iso3) && known.has(slug),
  );
  if (situations.length === 0) return <p className="q">{record.view.t('states.situations.none')}</p>;
  return (
    <div>
      {situations.map((situation) => (
        <SituationCases key={situation.slug} record={record} situation={situation} />
      ))}
    </div>
  );
}

/** A situation with those of its cases that were public by the day, each a link. */
function SituationCases({ record, situation }: { record: RecordView; situation: Situation }) {
  const { view, world, kept, on } = record;
  const participants = world.docket.participants.filter((one) => one.case.situation === situation.slug);
  const cases = new Set(participants.filter((one) => participantOn(one, on)).map((one) => one.case));
  return (
    <>
      <h3>
        <a href={links.situation(view.lang, situation.slug, kept)}>{situationName(view.lang, situation)}</a>
      </h3>
      {cases.size > 0 && (
        <ul className="links">
          {[...cases].map((of) => (
            <li key={of.slug}>
              <a href={links.case(view.lang, of.slug, kept)}>{caseName(view.lang, of)}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
