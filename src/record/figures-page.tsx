import { links } from '../site/links.ts';
import type { Handler } from '../site/visit.ts';
import { FigureLink } from './components/figure-link.tsx';
import { figureIds } from './figures/figures.ts';
import { recordPage } from './record-frame.tsx';
import { recordView } from './record-view.ts';

/** Every figure with its number on the day and how it is counted. */
export const figuresPage: Handler = async (visit) => {
  const record = await recordView(visit);
  const { view, kept } = record;
  return recordPage(record, {
    title: view.t('record.figures.all'),
    description: view.t('record.lead'),
    over: <a href={links.record(view.lang, kept)}>{view.t('record.nav')}</a>,
    children: (
      <dl className="rules">
        {figureIds.map((id) => (
          <div key={id}>
            <dt>
              {view.t(`record.figure.${id}.title`)}{' '}
              <b>
                <FigureLink record={record} id={id} />
              </b>
            </dt>
            <dd className="q">{view.t(`record.figure.${id}.rule`)}</dd>
          </div>
        ))}
      </dl>
    ),
  });
};
