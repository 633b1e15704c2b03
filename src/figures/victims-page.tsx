import { fromVisible } from '../publications/visible-to.ts';
import { recordAddresses } from '../record/addresses.ts';
import { Cite } from '../record/components/cite.tsx';
import { Timeline } from '../record/components/timeline.tsx';
import { knownBy } from '../record/docket.ts';
import { recordPage } from '../record/record-frame.tsx';
import { recordView } from '../record/record-view.ts';
import { FigureRow } from './components/figure-link.tsx';

/** What the Court means for those who were harmed, across all cases. */
export const victimsPage = fromVisible(recordView, (record) => {
  const { view, world, on, linkDay } = record;
  const orders = knownBy(world.docket.events, on).filter(({ type }) => type === 'reparations-ordered');
  const title = view.t('record.victims.title');
  return recordPage(record, {
    title,
    description: view.t('record.victims.lead'),
    over: <a href={recordAddresses.record(view.lang, linkDay)}>{view.t('record.nav')}</a>,
    lead: view.t('record.victims.lead'),
    children: (
      <>
        <FigureRow record={record} ids={['reparations-orders', 'convictions-core-standing']} />
        <p className="read">{view.t('record.victims.may')}</p>
        <p className="read">{view.t('record.victims.fund')}</p>
        <section className="sec">
          <h2>{view.t('record.victims.orders')}</h2>
          <Timeline record={record} events={orders} about />
        </section>
        <Cite record={record} title={title} path={recordAddresses.victims(view.lang)} />
      </>
    ),
  });
});
