import type { ComponentChildren } from 'preact';
import { NotFoundError } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { recordAddresses } from '../record/addresses.ts';
import { Downloads } from '../record/components/downloads.tsx';
import { recordPage } from '../record/record-frame.tsx';
import { type RecordView, recordView } from '../record/record-view.ts';
import { Flow } from '../site/charts/flow.tsx';
import { stateAddresses } from '../states/addresses.ts';
import { knownThrough } from '../states/coverage.ts';
import { caseFlow } from './case-flow.ts';
import { FigureLink, FigureRow, KnownThrough } from './components/figure-link.tsx';
import { MembershipGrowth } from './components/membership-growth.tsx';
import { valueOn } from './figures.ts';
import { caseSteps } from './stage-figures.ts';

/** Explanations that the record itself draws: no number in them is typed. */
const explainers: Readonly<Record<string, (record: RecordView) => ComponentChildren>> = {
  'how-a-case-moves': howACaseMoves,
  'joining-and-leaving': joiningAndLeaving,
  complementarity,
};
export const explainerSlugs = ['how-a-case-moves', 'joining-and-leaving', 'complementarity'] as const;

export const learnPage = fromVisible(
  (request: SiteRequest) => recordView(request),
  (record, { params }) => {
    const slug = explainerSlugs.find((one) => one === params.slug);
    if (!slug) throw new NotFoundError(params.slug);
    const { view, world, linkDay } = record;
    return recordPage(record, {
      title: view.t(`record.learn.${slug}.title`),
      description: view.t(`record.learn.${slug}.lead`),
      lead: view.t(`record.learn.${slug}.lead`),
      // Its figures are all about the treaty.
      ...(slug === 'joining-and-leaving' ? { knownThrough: knownThrough(world.treaty, 'rome-statute') } : {}),
      over: <a href={recordAddresses.record(view.lang, linkDay)}>{view.t('record.nav')}</a>,
      children: explainers[slug]?.(record),
    });
  },
);

function howACaseMoves(record: RecordView) {
  const { view, linkDay } = record;
  return (
    <>
      <figure className="wide">
        <Flow {...caseFlow(record)} />
        <figcaption>
          <Downloads view={view} name="case-flow" on={linkDay} />
          <details>
            <summary>{view.t('record.table')}</summary>
            <table>
              <tbody>
                {caseSteps.map((step) => (
                  <tr key={step}>
                    <th scope="row">{view.t(`record.flow.${step}`)}</th>
                    <td className="num">
                      <FigureLink record={record} id={`reached-${step}`} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </figcaption>
      </figure>
      <ol className="read">
        {caseSteps.map((step) => (
          <li key={step}>
            <b>{view.t(`record.flow.${step}`)}</b> (<FigureLink record={record} id={`reached-${step}`} />)
            {view.t('site.colon')}
            {view.t(`record.learn.step.${step}`)}
          </li>
        ))}
      </ol>
      <p className="q s">{view.t('record.presumed')}</p>
    </>
  );
}

function joiningAndLeaving(record: RecordView) {
  const { view, linkDay } = record;
  return (
    <>
      <FigureRow record={record} ids={['states-parties', 'deposits', 'signatories-not-party', 'withdrawals-pending']} />
      <MembershipGrowth record={record} />
      <ol className="read">
        {(['sign', 'ratify', 'force', 'leave', 'owed'] as const).map((step) => (
          <li key={step}>{view.t(`record.learn.join.${step}`)}</li>
        ))}
      </ol>
      <p>
        <a href={stateAddresses.states(view.lang, { on: linkDay })}>{view.t('states.title')}</a>
      </p>
    </>
  );
}

function complementarity(record: RecordView) {
  const { view, world, on, linkDay } = record;
  return (
    <div className="read">
      {(['first', 'when', 'test', 'law'] as const).map((part) => (
        <p key={part}>{view.t(`record.learn.complementarity.${part}`)}</p>
      ))}
      <p>
        {view.rich('record.learn.complementarity.examined', {
          examinations: valueOn(world, 'examinations-open', on),
          situations: valueOn(world, 'situations-under-investigation', on),
          open: <FigureLink record={record} id="examinations-open" />,
          investigations: <FigureLink record={record} id="situations-under-investigation" />,
        })}
      </p>
      <KnownThrough record={record} ids={['examinations-open', 'situations-under-investigation']} />
      <p>
        <a href={recordAddresses.record(view.lang, linkDay)}>{view.t('record.title')}</a>
      </p>
    </div>
  );
}
