import { visibleRevisions } from '../facts/facts.ts';
import { TODAY } from '../http/finished.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { inDigitsOf } from '../locales/digits.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { Listed } from '../site/components/listed.tsx';
import { Rows } from '../site/components/rows.tsx';
import { page } from '../site/page.tsx';
import { apiAddresses } from './addresses.ts';
import { datasets } from './datasets.ts';
import type { Endpoint } from './endpoint.ts';
import { endpointsOf } from './endpoints.ts';
import { openShapes } from './open-shapes.ts';

/** Open data, for a person: whole data sets to take, feeds to follow, and what the API answers. */
export const dataPage = fromVisible(
  async ({ app }: SiteRequest) =>
    together({
      record: await visibleRevisions(app.database, datasets.record),
      states: await visibleRevisions(app.database, datasets.states),
    }),
  (revisionsOf, { app, view }) => {
    const sets = (['record', 'states'] as const).map((name) => ({ name, revisions: revisionsOf[name] }));
    return page(
      {
        view,
        title: view.t('api.title'),
        description: view.t('api.lead'),
        feed: apiAddresses.feed(view.lang, 'events', 'all.atom'),
        linked: datasetsFor(view, sets),
        children: (
          <>
            <h1>{view.t('api.title')}</h1>
            <p className="lead read">{view.t('api.lead')}</p>
            <p className="read">{view.t('api.licence')}</p>
            <section className="sec">
              <h2>{view.t('api.sets')}</h2>
              <div>
                {sets.map(({ name, revisions }) => {
                  const [latest] = revisions;
                  return latest ? <DataSet key={name} view={view} name={name} id={latest.id} at={latest.at} /> : null;
                })}
                <p>
                  <a href={apiAddresses.changes(view.lang)}>{view.t('api.changes.link')}</a>
                </p>
                <p className="q s">{view.t('api.set.guard')}</p>
                <p className="q s">{view.t('api.revision')}</p>
              </div>
            </section>
            <section className="sec">
              <h2>{view.t('api.feeds')}</h2>
              <Feeds view={view} />
            </section>
            <section className="sec">
              <h2>{view.t('api.api')}</h2>
              <Addresses view={view} endpoints={endpointsOf(app)} />
            </section>
          </>
        ),
      },
      { tags: ['record', 'states', TODAY] },
    );
  },
);

interface SetProps {
  readonly view: View;
  readonly name: 'record' | 'states';
  readonly id: number;
  readonly at: Date;
}

function DataSet({ view, name, id, at }: SetProps) {
  return (
    <>
      <h3>{view.t(`api.set.${name}`)}</h3>
      <p>
        <Rows
          of={[
            view.t('api.set.at', { id: inDigitsOf(view.lang, `${id}`), day: view.dayOf(at) }),
            <Listed
              key="whole"
              lang={view.lang}
              of={[
                <a key="json" href={apiAddresses.revision(name, `${id}`)}>
                  JSON
                </a>,
                <a key="csvw" href={apiAddresses.file(name, `${id}`, 'metadata.json')}>
                  CSVW
                </a>,
              ]}
            />,
            <a key="revisions" href={apiAddresses.dataset(name)}>
              {view.t('api.set.revisions')}
            </a>,
          ]}
        />
      </p>
      <ul className="links many">
        {Object.keys(openShapes[name]).map((file) => (
          <li key={file}>
            <a className="whole" href={apiAddresses.file(name, `${id}`, `${file}.csv`)} dir="ltr">
              {file}.csv
            </a>{' '}
            (
            <a
              href={apiAddresses.file(name, `${id}`, `${file}.csv`, { guard: 'spreadsheet' })}
              aria-label={`${file}.csv, ${view.t('api.set.spreadsheet')}`}
            >
              {view.t('api.set.spreadsheet')}
            </a>
            )
          </li>
        ))}
      </ul>
    </>
  );
}

function Feeds({ view }: { view: View }) {
  const { lang } = view;
  return (
    <ul className="links">
      {(['atom', 'rss', 'json'] as const).map((kind) => (
        <li key={kind}>
          <a href={apiAddresses.feed(lang, 'events', `all.${kind}`)}>{view.t(`api.feed.${kind}`)}</a>
        </li>
      ))}
      <li>
        <a href={apiAddresses.feed(lang, 'changes', 'all.atom')}>{view.t('api.feed.changes')}</a>
      </li>
      <li>
        <a href={apiAddresses.calendar(lang)}>{view.t('api.feed.calendar')}</a>
      </li>
      <li className="q">
        {view.rich('api.feed.more', {
          situation: <bdi dir="ltr">{apiAddresses.feed(lang, 'situations', 'darfur.atom')}</bdi>,
          case: <bdi dir="ltr">{apiAddresses.feed(lang, 'cases', 'bemba.rss')}</bdi>,
          person: <bdi dir="ltr">{apiAddresses.feed(lang, 'people', 'bemba.atom')}</bdi>,
          state: <bdi dir="ltr">{apiAddresses.feed(lang, 'states', 'KEN.json')}</bdi>,
        })}
      </li>
    </ul>
  );
}

function Addresses({ view, endpoints }: { view: View; endpoints: readonly Endpoint[] }) {
  return (
    <div>
      <p>{view.rich('api.openapi', { link: <a href={apiAddresses.openapi()}>OpenAPI 3.1</a> })}</p>
      <dl className="rules">
        {endpoints.map(({ path, summaryKey, query }) => (
          <div key={path}>
            <dt dir="ltr">
              <code>/api/v1{path}</code>
            </dt>
            <dd>
              {view.t(summaryKey)} <small dir="ltr">{Object.keys(query.shape).join(', ')}</small>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** schema.org Dataset, for search engines of data. */
function datasetsFor(
  view: View,
  sets: readonly { name: 'record' | 'states'; revisions: readonly { id: number; at: Date }[] }[],
) {
  return sets.map(({ name, revisions }) => ({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: view.t(`api.set.${name}`),
    description: view.t('api.lead'),
    url: `${view.publicUrl}${apiAddresses.data(view.lang)}`,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
    version: String(revisions[0]?.id ?? ''),
    dateModified: revisions[0]?.at.toISOString(),
    distribution: Object.keys(openShapes[name]).map((file) => ({
      '@type': 'DataDownload',
      encodingFormat: 'text/csv',
      contentUrl: `${view.publicUrl}${apiAddresses.file(name, String(revisions[0]?.id ?? ''), `${file}.csv`)}`,
    })),
  }));
}
