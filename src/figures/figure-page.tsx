import { movedTo, NotFoundError } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import { list } from '../locales/format.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { recordAddresses } from '../record/addresses.ts';
import { Cite } from '../record/components/cite.tsx';
import { Corrections } from '../record/components/corrections.tsx';
import { Downloads } from '../record/components/downloads.tsx';
import { StepsTable } from '../record/components/steps-table.tsx';
import { recordPage } from '../record/record-frame.tsx';
import { type RecordView, recordView } from '../record/record-view.ts';
import { SteppedLine } from '../site/charts/stepped-line.tsx';
import { inOrderOfNames } from '../states/state-names.ts';
import { notCounted } from '../states/treaty-figures.ts';
import { FigureItems } from './components/figure-items.tsx';
import { PublishedTotals } from './components/published-totals.tsx';
import { chartOf } from './figure-chart.ts';
import { figureNow } from './figure-now.ts';
import { figureRule, figureTitle } from './figure-words.ts';
import { type FigureId, figureOn, isTreatyFigure, movementOf } from './figures.ts';
import { figureNamed } from './former-ids.ts';

/** A figure: its number, how it is counted, the list behind it, how it moved, and what others published. */
export const figurePage = fromVisible(
  (request: SiteRequest) => recordView(request),
  (record, { params }) => {
    const { view, world, on, linkDay } = record;
    const { id: named = '' } = params;
    const id = figureNamed(named);
    if (!id) throw new NotFoundError(named);
    if (id !== named) return movedTo(recordAddresses.figure(view.lang, id, linkDay));
    const figure = figureOn(world, id, on);
    const title = figureTitle(view, id);
    const rule = figureRule(view, id);
    return recordPage(record, {
      title,
      description: `${title}: ${figureNow(record, figure)} ${rule}`,
      knownThrough: figure.knownThrough,
      lead: figureNow(record, figure),
      over: <a href={recordAddresses.figures(view.lang, linkDay)}>{view.t('record.figures.all')}</a>,
      children: (
        <>
          <section className="sec">
            <h2>{view.t('record.figure.movement')}</h2>
            <Movement record={record} id={id} />
          </section>
          <section className="sec">
            <h2>{view.t('record.figure.rule')}</h2>
            <p className="read">{rule}</p>
          </section>
          <section className="sec">
            <h2>{view.t('record.figure.list')}</h2>
            <div>
              <FigureItems record={record} figure={figure} />
              <NotCounted record={record} id={id} />
            </div>
          </section>
          <PublishedTotals record={record} id={id} />
          <Corrections record={record} about={({ figures }) => figures.some((one) => figureNamed(one) === id)} />
          <Cite
            record={record}
            title={title}
            path={recordAddresses.figure(view.lang, id)}
            knownThrough={figure.knownThrough}
          />
        </>
      ),
    });
  },
);

/** Who is not counted for want of a source that was read. */
function NotCounted({ record: { view, world, on }, id }: { record: RecordView; id: FigureId }) {
  const states = isTreatyFigure(id) ? notCounted(world.treaty, id, on) : [];
  if (states.length === 0) return null;
  const named = inOrderOfNames(view.lang, states).map(({ name }) => name);
  return <p className="q s">{view.t('record.figure.notCounted', { states: list(view.lang, named) })}</p>;
}

function Movement({ record, id }: { record: RecordView; id: FigureId }) {
  const { view, world, linkDay } = record;
  const steps = movementOf(world, id);
  return (
    <div>
      <SteppedLine {...chartOf(record, id)} />
      <Downloads view={view} name={`figure-${id}`} on={linkDay} />
      <StepsTable
        view={view}
        steps={steps.filter((step) => step.on <= record.on)}
        hrefOf={(on) => recordAddresses.figure(view.lang, id, on)}
      />
    </div>
  );
}
