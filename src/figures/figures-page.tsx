import { fromVisible } from '../publications/visible-to.ts';
import { recordAddresses } from '../record/addresses.ts';
import { proceedings } from '../record/proceedings.ts';
import { recordPage } from '../record/record-frame.tsx';
import { type RecordView, recordView } from '../record/record-view.ts';
import { SmallArea } from '../site/charts/small-area.tsx';
import { CountedNumber, KnownOn } from './components/counted-number.tsx';
import { KnownThrough } from './components/figure-link.tsx';
import { chartOf } from './figure-chart.ts';
import { yearBefore } from './figure-now.ts';
import { figureRule, figureTitle } from './figure-words.ts';
import { movementOf, namedFigureIds } from './figures.ts';
import { caseSteps, type StageFigureId } from './stage-figures.ts';

/** Every figure with its number on the day and how it is counted. */
export const figuresPage = fromVisible(recordView, (record) => {
  const { view, linkDay } = record;
  return recordPage(record, {
    title: view.t('record.figures.all'),
    description: view.t('record.lead'),
    lead: figuresNow(record),
    over: <a href={recordAddresses.record(view.lang, linkDay)}>{view.t('record.nav')}</a>,
    children: (
      <>
        <dl className="counted">
          {namedFigureIds.map((id) => (
            <div key={id}>
              <dt>{figureTitle(view, id)}</dt>
              <CountedNumber record={record} id={id} />
              <dd className="glance">
                <SmallArea {...chartOf(record, id)} />
              </dd>
              <KnownOn record={record} id={id} />
              <dd className="q">{figureRule(view, id)}</dd>
            </div>
          ))}
        </dl>
        <section className="sec">
          <h2>{view.t('record.cases')}</h2>
          <Stages
            record={record}
            stages={proceedings.map((stage) => [`proceedings-${stage}`, view.t(`record.proceedings.${stage}`)])}
          />
        </section>
        <section className="sec">
          <h2>{view.t('record.flow.title')}</h2>
          <Stages
            record={record}
            stages={caseSteps.map((step) => [`reached-${step}`, view.t(`record.flow.${step}`)])}
          />
        </section>
      </>
    ),
  });
});

/** How many figures there are and how many of them changed in the last year that is known, in a sentence. */
function figuresNow({ view, world, on }: RecordView): string {
  const through = world.docket.knownThrough < on ? world.docket.knownThrough : on;
  const changed = namedFigureIds.filter((id) =>
    movementOf(world, id).some((step) => step.on > yearBefore(through) && step.on <= through),
  );
  return view.t('record.figures.now', {
    count: namedFigureIds.length,
    changed: changed.length,
    day: view.day(through),
  });
}

/** Figures that share one rule, each by the name of its stage. */
function Stages({
  record,
  stages,
}: {
  record: RecordView;
  stages: readonly (readonly [id: StageFigureId, name: string])[];
}) {
  const [first] = stages;
  return (
    <div>
      {first && <p className="q">{figureRule(record.view, first[0])}</p>}
      <dl className="counted">
        {stages.map(([id, name]) => (
          <div key={id}>
            <dt>{name}</dt>
            <CountedNumber record={record} id={id} />
          </div>
        ))}
      </dl>
      <KnownThrough record={record} ids={stages.map(([id]) => id)} />
    </div>
  );
}
