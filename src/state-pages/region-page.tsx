import { NotFoundError } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import { Legend, MosaicLegend } from '../maps/legend.tsx';
import { MosaicOverview } from '../maps/mosaic-overview.tsx';
import { type Region, regionOf, regions, windowOf } from '../maps/regions.ts';
import { WorldMap, type WorldMapProps } from '../maps/world-map.tsx';
import { fromVisible } from '../publications/visible-to.ts';
import { recordPage } from '../record/record-frame.tsx';
import { type RecordView, recordView } from '../record/record-view.ts';
import { standingWords } from '../states/act-day.ts';
import { stateAddresses } from '../states/addresses.ts';
import { knownThrough } from '../states/coverage.ts';
import { regionName } from '../states/region-names.ts';
import { shownStanding, shownStandings } from '../states/shown-standing.ts';
import { inOrderOfNames } from '../states/state-names.ts';
import { statesLegend, statesMap } from '../states/states-map.ts';
import type { StateRecord } from '../states/treaty-record.ts';
import { RegionLinks } from './region-links.tsx';
import { SmallStates } from './small-states.tsx';

type Named = readonly { state: StateRecord; name: string }[];

/**
 * The exact map of a region or of the world, each state a link, and the same as a list by standing. The whole world's weighs as much as a
 * page and comes last, after the states that are too small for it; a mosaic stands in its place, and leads to it.
 */
export const regionPage = fromVisible(
  (request: SiteRequest) => recordView(request),
  (record, { params }) => {
    const region = [...regions, 'world' as const].find((one) => one === params.region);
    if (!region) throw new NotFoundError(params.region ?? '');
    const { view, world, on, linkDay } = record;
    const named = inOrderOfNames(view.lang, [...world.treaty.states.values()]);
    const here = named.filter(({ state }) => region === 'world' || regionOf(state.iso3) === region);
    const map = partOf(statesMap({ view, treaty: world.treaty, named, on, linkDay }), region);
    const drawn = new Set([...map.lands.values()].map(({ category }) => category));
    const name = regionName(view.lang, region);
    const drawing = (
      <figure className="wide" id="map">
        <WorldMap
          {...map}
          small={region === 'world' ? { href: '#small', label: view.t('states.map.small.way') } : undefined}
        />
        <figcaption>
          <Legend fills={map.patterns} words={statesLegend(view).filter(([one]) => drawn.has(one))} />
          <p className="q s">{view.t('states.map.borders')}</p>
        </figcaption>
      </figure>
    );
    return recordPage(record, {
      title: view.t('states.region.title', { region: name }),
      description: view.t('states.region.description', { region: name }),
      over: <a href={stateAddresses.states(view.lang, { on: linkDay })}>{view.t('states.nav')}</a>,
      knownThrough: knownThrough(world.treaty, 'rome-statute'),
      still: true,
      children: (
        <>
          {region === 'world' && <Overview record={record} map={map} />}
          {region !== 'world' && drawing}
          <RegionLinks view={view} on={linkDay} here={region} />
          <ByStanding record={record} named={here} />
          {region === 'world' && <SmallStates view={view} on={linkDay} named={here} />}
          {region === 'world' && drawing}
        </>
      ),
    });
  },
);

/** What shows at once where every state stands. */
function Overview({ record: { view, on }, map }: { record: RecordView; map: WorldMapProps }) {
  return (
    <figure className="wide">
      <a className="enter" href="#map">
        <MosaicOverview {...map} title={view.t('states.map.drawn', { day: view.day(on) })} />
      </a>
      <figcaption>
        <MosaicLegend map={map} words={statesLegend(view)} ground={view.t('states.map.ground')} />
        <p>
          <a href="#map">{view.t('states.map.below')}</a>
        </p>
      </figcaption>
    </figure>
  );
}

/** What of the map a region shows. Its neighbours are ground, as on a map of one country: where they stand is told on maps of their own. */
function partOf(map: WorldMapProps, region: Region | 'world'): WorldMapProps {
  if (region === 'world') return map;
  const window = windowOf(region);
  return { ...map, window, lands: new Map([...map.lands].filter(([iso3]) => regionOf(iso3) === region)) };
}

/** Each standing with its states, large enough for a thumb. */
function ByStanding({ record: { view, world, on, linkDay }, named }: { record: RecordView; named: Named }) {
  const { treaty } = world;
  const by = Map.groupBy(named, ({ state }) => shownStanding(treaty, state, 'rome-statute', on));
  return shownStandings
    .filter((standing) => by.has(standing))
    .map((standing) => (
      <section key={standing}>
        <h2>{standingWords(view, treaty, 'rome-statute', standing)}</h2>
        <ul className="links many">
          {by.get(standing)?.map(({ state, name }) => (
            <li key={state.iso3}>
              <a href={stateAddresses.state(view.lang, state.iso3, linkDay)}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
    ));
}
