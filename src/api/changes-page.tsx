import type { Changed } from '../facts/import-facts.ts';
import { TODAY } from '../http/finished.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { CorrectionList } from '../record/components/corrections.tsx';
import { type Correction, correctionsOf } from '../record/corrections.ts';
import { type World, worldOf } from '../record/record.ts';
import { page } from '../site/page.tsx';
import { apiAddresses } from './addresses.ts';
import { type Learned, learnedBy } from './change-log.ts';
import { sayChange } from './say-change.ts';

/** Rows told of one revision; the others are counted. */
const MOST = 15;

/** What the record and the states' record learned, when, and what was corrected; for a person. */
export const changesPage = fromVisible(
  async ({ app }: SiteRequest) =>
    together({ world: await worldOf(app.database), learned: await learnedBy(app.database) }),
  ({ world, learned }, { view }) => {
    const corrections = correctionsOf(view, world).filter(({ since }) => since <= view.today());
    return page(
      {
        view,
        title: view.t('api.changes'),
        description: view.t('api.changes.lead'),
        feed: apiAddresses.feed(view.lang, 'changes', 'all.atom'),
        children: (
          <>
            <p className="over">
              <a href={apiAddresses.data(view.lang)}>{view.t('api.title')}</a>
            </p>
            <h1>{view.t('api.changes')}</h1>
            <p className="lead read">{view.t('api.changes.lead')}</p>
            <Corrected view={view} world={world} corrections={corrections} />
            {learned.map((one) => (
              <Revision key={one.revision} view={view} world={world} learned={one} />
            ))}
          </>
        ),
      },
      { tags: ['record', 'states', TODAY] },
    );
  },
);

function Corrected({ view, world, corrections }: Shown & { readonly corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <section className="sec" id="corrections">
      <h2>{view.t('record.corrections')}</h2>
      <div>
        <p>{view.t('api.changes.corrections')}</p>
        <CorrectionList view={view} world={world} corrections={corrections} />
      </div>
    </section>
  );
}

interface Shown {
  readonly view: View;
  readonly world: World;
}

interface Props extends Shown {
  readonly learned: Learned;
}

function Revision({ view, world, learned }: Props) {
  const { dataset, revision, at, why, isBeginning, added, corrected, removed } = learned;
  return (
    <section className="sec" id={`revision-${revision}`}>
      <h2>
        {view.dayOf(at)}
        <br />
        <small>{view.t(`api.set.${dataset}`)}</small>
      </h2>
      <div>
        {isBeginning ? (
          <p>{view.t('api.changes.beginning', { count: added.length })}</p>
        ) : (
          <>
            <p className="q">
              <bdi>{why}</bdi>
            </p>
            <Rows view={view} world={world} learned={learned} rows={corrected} title="corrected" />
            <Rows view={view} world={world} learned={learned} rows={added} title="added" />
            {removed > 0 && <p>{view.t('api.changes.removed', { count: removed })}</p>}
          </>
        )}
        <p className="q s">
          <a href={(isBeginning ? apiAddresses.revision : apiAddresses.revisionChanges)(dataset, `${revision}`)}>
            {view.t('api.changes.all')}
          </a>
        </p>
      </div>
    </section>
  );
}

interface RowsProps extends Props {
  readonly rows: readonly Changed[];
  readonly title: 'added' | 'corrected';
}

function Rows({ view, world, learned, rows, title }: RowsProps) {
  if (rows.length === 0) return null;
  const said = rows.flatMap((row) => sayChange(view, world, learned.dataset, row) ?? []);
  const listed = said.slice(0, MOST);
  const others = rows.length - listed.length;
  return (
    <>
      <h3>{view.t(`api.changes.${title}`, { count: rows.length })}</h3>
      <ul className="links">
        {listed.map(({ text, href, before }, index) => (
          <li key={index}>
            <a href={href}>{text}</a>
            {before && <small> ({view.t('api.changes.before', { day: before })})</small>}
          </li>
        ))}
        {others > 0 && <li className="q">{view.t('api.changes.others', { count: others })}</li>}
      </ul>
    </>
  );
}
