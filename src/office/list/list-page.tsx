import { mayEver } from '../../accounts/roles.ts';
import { ErrorSummary } from '../../site/components/form.tsx';
import type { OfficeAnswer, StaffRequest } from '../office-route.ts';
import { screen } from '../screen.tsx';
import { cursorOf } from './cursor.ts';
import { type Filters, offersOf } from './filters.ts';
import { csvOf } from './list-csv.ts';
import { ListFilters } from './list-filters.tsx';
import { listLink, setFilters } from './list-links.ts';
import { ListTable } from './list-table.tsx';
import type { Asking, Beside, Listed, OfficeList } from './office-list.ts';
import { AT_ONCE, type ReadAsking, readAsking } from './read-asking.ts';
import { Chosen, Done, deedsFor } from './several.tsx';

/** A list of the office, or with `as=csv` the file of all that fits. */
export async function listPage<Row extends Listed>(
  list: OfficeList<Row, Filters, string>,
  request: StaffRequest,
): Promise<OfficeAnswer> {
  const { query, view } = request;
  const { asking, problems } = readAsking(list, query, view);
  if (query.get('as') === 'csv' && problems.size === 0) return csvOf(list, request, asking);
  const page = problems.size === 0 ? await readPage(list, request, asking) : undefined;
  const offers = await offersOf(list.filters, request);
  return screen(
    request,
    view.t(list.title),
    <>
      {list.lead && <p className="lead">{view.t(list.lead)}</p>}
      <BesideLinks list={list} request={request} />
      <Done list={list} view={view} query={query} />
      <ErrorSummary view={view} problems={problems} />
      <ListFilters list={list} view={view} query={query} problems={problems} offers={offers} />
      <div id="rows">{page && <Page list={list} request={request} page={page} asking={asking} />}</div>
    </>,
    { wide: true, status: problems.size > 0 ? 422 : 200 },
  );
}

function BesideLinks({
  list: { beside = [] },
  request: { view, lang, session },
}: {
  list: { readonly beside?: readonly Beside[] };
  request: StaffRequest;
}) {
  const shown = beside.filter(({ who }) => mayEver(session.role, who));
  if (shown.length === 0) return null;
  return (
    <p className="row">
      {shown.map(({ label, link }) => (
        <a key={label} className="go o small" href={link(lang)}>
          {view.t(label)}
        </a>
      ))}
    </p>
  );
}

interface RowsOfPage<Row> {
  readonly rows: readonly Row[];
  readonly earlier: boolean;
  readonly later: boolean;
}

async function readPage<Row extends Listed>(
  list: OfficeList<Row, Filters, string>,
  request: StaffRequest,
  asking: Asking<Filters, string>,
): Promise<RowsOfPage<Row>> {
  const found = await list.rows(request, asking);
  const { from } = asking.slice;
  const more = found.length > AT_ONCE;
  if (from?.back) return { rows: found.slice(more ? 1 : 0), earlier: more, later: true };
  return { rows: found.slice(0, AT_ONCE), earlier: from !== undefined, later: more };
}

interface PageProps<Row extends Listed> {
  readonly list: OfficeList<Row, Filters, string>;
  readonly request: StaffRequest;
  readonly page: RowsOfPage<Row>;
  readonly asking: ReadAsking<Filters, string>['asking'];
}

function Page<Row extends Listed>({ list, request, page, asking }: PageProps<Row>) {
  const { view, query, session } = request;
  const { rows, earlier, later } = page;
  if (rows.length === 0) return <Empty list={list} request={request} />;
  const choosable = rows.some((row) => list.mayBeChosen?.(row) ?? true);
  const deeds = choosable ? deedsFor(list, session) : [];
  const sorted = { sort: asking.sort, descending: asking.slice.descending };
  const table = (
    <ListTable list={list} view={view} query={query} rows={rows} sorted={sorted} choose={deeds.length > 0} />
  );
  return (
    <>
      <p className="q s">
        {earlier || later
          ? view.t('office.list.part', { count: rows.length })
          : view.t('office.list.whole', { count: rows.length })}
      </p>
      {deeds.length > 0 ? (
        <Chosen list={list} deeds={deeds} request={request}>
          {table}
        </Chosen>
      ) : (
        table
      )}
      <Pages list={list} request={request} page={page} sort={asking.sort} />
      <p>
        <a href={listLink(list, view.lang, query, { as: 'csv' })}>{view.t('office.list.csv')}</a>
      </p>
    </>
  );
}

/** Says what to do: there is nothing at all, or nothing that fits. */
function Empty<Row extends Listed>({ list, request: { view, query } }: Pick<PageProps<Row>, 'list' | 'request'>) {
  const cursor = query.has('after') || query.has('before');
  if (setFilters(list, query).length === 0 && !cursor) return <p>{view.t(list.empty)}</p>;
  return (
    <p>
      {view.t('office.list.nothing')} <a href={list.address(view.lang)}>{view.t('office.list.all')}</a>
    </p>
  );
}

function Pages<Row extends Listed>({ list, request, page, sort }: Omit<PageProps<Row>, 'asking'> & { sort: string }) {
  const { view, lang, query } = request;
  const { rows, earlier, later } = page;
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || (!earlier && !later)) return null;
  const link = (otherwise: Readonly<Record<string, string>>) => listLink(list, lang, query, otherwise);
  return (
    <nav aria-label={view.t('office.list.pages')}>
      <ul className="onward">
        {earlier && (
          <>
            <li>
              <a href={link({})}>{view.t('office.list.first')}</a>
            </li>
            <li>
              <a href={link({ before: cursorOf(sort, first) })} rel="prev">
                {view.t('office.list.earlier')}
              </a>
            </li>
          </>
        )}
        {later && (
          <li>
            <a href={link({ after: cursorOf(sort, last) })} rel="next">
              {view.t('office.list.later')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
