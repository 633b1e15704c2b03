import { fromVisible } from '../publications/visible-to.ts';
import { recordAddresses } from '../record/addresses.ts';
import { LastKnown } from '../record/components/last-known.tsx';
import { PeopleRows } from '../record/components/people-rows.tsx';
import type { Participant } from '../record/docket.ts';
import { caseName, situationName } from '../record/names.ts';
import { inSeveralCases } from '../record/public-participants.ts';
import { recordPage } from '../record/record-frame.tsx';
import { type RecordView, recordView } from '../record/record-view.ts';
import { type StageGroup, stageGroups } from './cases-by-stage.ts';
import { CountedApart } from './components/counted-apart.tsx';
import { FigureLink } from './components/figure-link.tsx';
import { StagePieces } from './components/stage-pieces.tsx';
import { groupAnchor, groupTitle } from './figure-words.ts';
import { peopleNow } from './people-now.ts';

/** Everybody named in a public warrant or summons, by where their case stands and since when. */
export const peoplePage = fromVisible(recordView, (record) => {
  const { view, linkDay } = record;
  return recordPage(record, {
    title: view.t('record.people.title'),
    description: view.t('record.people.description'),
    over: <a href={recordAddresses.record(view.lang, linkDay)}>{view.t('record.nav')}</a>,
    lead: (
      <>
        {peopleNow(record)}
        <LastKnown record={record} />
      </>
    ),
    children: (
      <>
        <StagePieces record={record} here />
        <CountedApart record={record} />
        <p className="q s">{view.t('record.presumed')}</p>
        {stageGroups(record).map((group) => (
          <Group key={group.figure} record={record} group={group} />
        ))}
      </>
    ),
  });
});

/** Somebody in several cases is told with the case's name. */
function Group({ record, group }: { record: RecordView; group: StageGroup }) {
  const { view, world } = record;
  const several = inSeveralCases(record);
  const situationOf = ({ case: of }: Participant) => {
    const situation = world.docket.situations.get(of.situation);
    return situation && situationName(view.lang, situation);
  };
  return (
    <section className="sec" id={groupAnchor(group)}>
      <h2>
        {groupTitle(view, group)}{' '}
        <span className="q">
          (<FigureLink record={record} id={group.figure} />)
        </span>
      </h2>
      <PeopleRows
        record={record}
        participants={group.participants}
        beside={situationOf}
        notes={(one) => [
          ...(several.has(one.person.slug) ? [caseName(view.lang, one.case)] : []),
          ...(one.case.article_70 && group.stage !== 'convicted' ? [view.t('record.article70')] : []),
        ]}
      />
    </section>
  );
}
