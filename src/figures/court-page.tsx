import { apiAddresses } from '../api/addresses.ts';
import { MosaicLegend } from '../maps/legend.tsx';
import { MosaicOverview } from '../maps/mosaic-overview.tsx';
import { fromVisible } from '../publications/visible-to.ts';
import { recordAddresses } from '../record/addresses.ts';
import { Downloads } from '../record/components/downloads.tsx';
import { PeopleRows } from '../record/components/people-rows.tsx';
import { SituationList } from '../record/components/situation-list.tsx';
import { ScheduledList, Timeline } from '../record/components/timeline.tsx';
import { knownBy } from '../record/docket.ts';
import { beforeTheJudges } from '../record/people-now.ts';
import { recordPage } from '../record/record-frame.tsx';
import { recordView } from '../record/record-view.ts';
import { scheduledOn } from '../record/scheduled.ts';
import { situationsLegend, situationsMap } from '../record/situations-map.ts';
import { situationsNow } from '../record/situations-now.ts';
import { CountedApart } from './components/counted-apart.tsx';
import { CourtNow } from './components/court-now.tsx';
import { FigureRow } from './components/figure-link.tsx';
import { StagePieces } from './components/stage-pieces.tsx';
import type { FigureId } from './figures.ts';
import { explainerSlugs } from './learn-page.tsx';
import { peopleNow } from './people-now.ts';

const headlines: readonly FigureId[] = [
  'situations-under-investigation',
  'warrants-persons',
  'warrants-not-executed',
  'trials-to-verdict',
  'convictions-core-standing',
  'acquittals-all',
  'reparations-orders',
  'states-parties',
];
const LATEST = 10;

/** What the Court is doing, or was on a past day. */
export const courtPage = fromVisible(recordView, (record) => {
  const { view, world, on, linkDay } = record;
  const known = knownBy(world.docket.events, on);
  const map = situationsMap(record);
  const before = beforeTheJudges(record);
  return recordPage(record, {
    title: view.t('record.title'),
    description: view.t('record.description'),
    lead: <CourtNow record={record} />,
    feed: apiAddresses.feed(view.lang, 'events', 'all.atom'),
    children: (
      <>
        <FigureRow record={record} ids={headlines} />
        <p>
          <a href={recordAddresses.figures(view.lang, linkDay)}>{view.t('record.figures.all')}</a>
        </p>
        <section>
          <h2>{view.t('record.situations')}</h2>
          <p className="read">{situationsNow(record)}</p>
          <figure className="wide">
            <MosaicOverview {...map} />
            <figcaption>
              <MosaicLegend map={map} words={situationsLegend(view)} />
              <Downloads view={view} name="situations" on={linkDay} />
            </figcaption>
          </figure>
          <SituationList record={record} />
        </section>
        <section className="sec">
          <h2>{view.t('record.cases')}</h2>
          <div>
            <p className="read">{peopleNow(record)}</p>
            <StagePieces record={record} />
            <CountedApart record={record} />
            <p>
              <a href={recordAddresses.people(view.lang, linkDay)}>{view.t('record.people.all')}</a>
            </p>
          </div>
        </section>
        {before.length > 0 && (
          <section className="sec">
            <h2>{view.t('record.people.before')}</h2>
            <div>
              <p className="q s">{view.t('record.presumed')}</p>
              <PeopleRows record={record} participants={before} />
            </div>
          </section>
        )}
        <section className="sec">
          <h2>{view.t('record.latest')}</h2>
          <div>
            <Timeline record={record} events={known.slice(-LATEST).reverse()} about />
            <p>
              <a href={apiAddresses.changes(view.lang)}>{view.t('api.changes.link')}</a>
            </p>
          </div>
        </section>
        <section className="sec">
          <h2>{view.t('record.scheduled')}</h2>
          <ScheduledList record={record} scheduled={scheduledOn(world.docket, on)} />
        </section>
        <section className="sec">
          <h2>{view.t('record.learn.title')}</h2>
          <ul className="links">
            {explainerSlugs.map((slug) => (
              <li key={slug}>
                <a href={recordAddresses.learn(view.lang, slug, linkDay)}>{view.t(`record.learn.${slug}.title`)}</a>
              </li>
            ))}
          </ul>
        </section>
        <section className="sec">
          <h2>{view.t('record.victims')}</h2>
          <p>
            {view.t('record.victims.lead')}{' '}
            <a href={recordAddresses.victims(view.lang, linkDay)}>{view.t('record.victims.title')}</a>
          </p>
        </section>
      </>
    ),
  });
});
