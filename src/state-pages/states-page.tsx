import { FigureRow } from '../figures/components/figure-link.tsx';
import { MembershipGrowth } from '../figures/components/membership-growth.tsx';
import type { SiteRequest } from '../http/request.ts';
import { shortDay } from '../locales/format.ts';
import { MosaicLegend } from '../maps/legend.tsx';
import { MosaicOverview } from '../maps/mosaic-overview.tsx';
import { fromVisible } from '../publications/visible-to.ts';
import { Downloads } from '../record/components/downloads.tsx';
import { recordPage } from '../record/record-frame.tsx';
import { type RecordView, recordView } from '../record/record-view.ts';
import { ElementsSoon } from '../site/components/elements-soon.tsx';
import { saidDay } from '../site/said-day.ts';
import { actDay, standingWords } from '../states/act-day.ts';
import { stateAddresses } from '../states/addresses.ts';
import { knownThrough } from '../states/coverage.ts';
import { groups, treaties } from '../states/shapes.ts';
import { shownStandings } from '../states/shown-standing.ts';
import { inOrderOfNames } from '../states/state-names.ts';
import { statesLegend, statesMap } from '../states/states-map.ts';
import type { StateRecord } from '../states/treaty-record.ts';
import { actDue } from '../states/treaty-standing.ts';
import { RegionLinks } from './region-links.tsx';
import { pageOfRows, readChoice, rowsFor, type StateRow, type StatesChoice, sorts } from './states-table.ts';
import { TablePages } from './table-pages.tsx';

/** Where every state stands: the mosaic with the ways to the exact maps, the table with its choices, and how membership grew. */
export const statesPage = fromVisible(
  (request: SiteRequest) => recordView(request),
  (record, request) => {
    const { view, world, on, linkDay } = record;
    const wanted = world.treaty.states.get(request.query.get('state') ?? '');
    if (wanted)
      return {
        kind: 'redirect' as const,
        status: 302 as const,
        to: stateAddresses.state(view.lang, wanted.iso3, linkDay),
      };
    const choice = readChoice(request.query);
    const named = inOrderOfNames(view.lang, [...world.treaty.states.values()]);
    const map = statesMap({ view, treaty: world.treaty, named, on, linkDay });
    return recordPage(record, {
      title: view.t('states.title'),
      description: view.t('states.lead'),
      lead: view.t('states.lead'),
      knownThrough: knownThrough(world.treaty, 'rome-statute'),
      children: (
        <>
          <FigureRow record={record} ids={['states-parties', 'signatories-not-party', 'withdrawals-pending']} />
          <Find record={record} named={named} />
          <figure className="wide">
            <MosaicOverview {...map} title={view.t('states.map.drawn', { day: view.day(on) })} />
            <figcaption>
              <MosaicLegend map={map} words={statesLegend(view)} ground={view.t('states.map.ground')} />
              <p className="q s">{view.t('states.map.pieces')}</p>
              <RegionLinks view={view} on={linkDay} />
              <Downloads view={view} name="states" on={linkDay} />
            </figcaption>
          </figure>
          <ElementsSoon />
          <h2>{view.t('states.growth')}</h2>
          <MembershipGrowth record={record} />
          <h2 id="all">{view.t('states.table')}</h2>
          <Choose record={record} choice={choice} />
          <Table record={record} choice={choice} rows={rowsFor(world.treaty, named, choice, on)} />
        </>
      ),
    });
  },
);

/** Past the map, which a thumb can hardly hit and a keyboard takes long to cross. */
function Find({ record: { view, linkDay }, named }: { record: RecordView; named: Named }) {
  return (
    <form className="choose" action={stateAddresses.states(view.lang)}>
      {linkDay && <input type="hidden" name="on" value={linkDay} />}
      <Select
        name="state"
        label={view.t('states.find')}
        chosen=""
        options={[['', view.t('states.filter.any')], ...named.map(({ state, name }) => [state.iso3, name] as const)]}
      />
      <button className="go o small" type="submit">
        {view.t('states.filter.go')}
      </button>
      <p>
        <a href="#all">{view.t('states.map.skip')}</a>
      </p>
    </form>
  );
}

function Choose({ record: { view, linkDay }, choice }: { record: RecordView; choice: StatesChoice }) {
  const any = ['', view.t('states.filter.any')] as const;
  return (
    <form className="choose" action={`${stateAddresses.states(view.lang)}#all`}>
      {linkDay && <input type="hidden" name="on" value={linkDay} />}
      <Select
        name="group"
        label={view.t('states.filter.group')}
        chosen={choice.group}
        options={[any, ...([...groups, 'none'] as const).map((one) => [one, view.t(`states.group.${one}`)] as const)]}
      />
      <Select
        name="treaty"
        label={view.t('states.filter.treaty')}
        chosen={choice.treaty}
        options={treaties.map((one) => [one, view.t(`states.treaty.${one}`)])}
      />
      <Select
        name="standing"
        label={view.t('states.filter.standing')}
        chosen={choice.standing}
        options={[any, ...shownStandings.map((one) => [one, view.t(`states.standing.${one}`)] as const)]}
      />
      <Select
        name="sort"
        label={view.t('states.filter.sort')}
        chosen={choice.sort}
        options={sorts.map((one) => [one, view.t(`states.sort.${one}`)])}
      />
      <button className="go o small" type="submit">
        {view.t('states.filter.go')}
      </button>
    </form>
  );
}

type Named = readonly { state: StateRecord; name: string }[];

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly options: readonly (readonly [value: string, words: string])[];
}

function Select({ name, label, chosen, options }: SelectProps) {
  return (
    <p>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}

interface TableProps {
  readonly record: RecordView;
  readonly choice: StatesChoice;
  readonly rows: readonly StateRow[];
}

function Table({ record: { view, world, on, linkDay }, choice, rows }: TableProps) {
  const { treaty } = world;
  const short = { t: view.t, partialDay: (day: string) => shortDay(view.lang, day) };
  const bound = (state: StateRow['state'], standing: StateRow['standing']) => {
    const due = standing === 'withdrawing' ? actDue(state, choice.treaty, on) : undefined;
    return (
      due && (
        <>
          <br />
          <small>{view.t('states.boundUntil', { day: saidDay(short, 'until', due.date) })}</small>
        </>
      )
    );
  };
  if (rows.length === 0) return <p>{view.t('states.nothing')}</p>;
  const shown = pageOfRows(rows, choice.page);
  const last = shown.first + shown.rows.length - 1;
  return (
    <>
      <table>
        <caption>
          {shown.page === 'all'
            ? view.t('states.count', { count: rows.length })
            : view.t('states.count.part', { count: rows.length, first: shown.first, last })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{view.t('states.column.state')}</th>
            <th scope="col">{view.t('states.column.standing')}</th>
            <th scope="col">{view.t('states.column.since')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.rows.map(({ state, name, standing, since }) => (
            <tr key={state.iso3}>
              <th scope="row">
                <a href={stateAddresses.state(view.lang, state.iso3, linkDay)}>{name}</a>
              </th>
              <td>
                {standingWords(view, treaty, choice.treaty, standing)}
                {bound(state, standing)}
              </td>
              <td className="when">{since && <time dateTime={since.date}>{actDay(short, since)}</time>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <TablePages view={view} choice={choice} linkDay={linkDay} page={shown.page} pages={shown.pages} />
    </>
  );
}
