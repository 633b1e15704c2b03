import { NotFoundError } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import { landsIn } from '../maps/drawing.tsx';
import { Legend } from '../maps/legend.tsx';
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

type Named = readonly { state: StateRecord; name: string }[];

/** The exact map of a region or of the world, each state a link, and the same as a list by standing. */
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
    return recordPage(record, {
      title: view.t('states.region.title', { region: name }),
      description: view.t('states.region.description', { region: name }),
      over: <a href={stateAddresses.states(view.lang, { on: linkDay })}>{view.t('states.nav')}</a>,
      knownThrough: knownThrough(world.treaty, 'rome-statute'),
      children: (
        <>
          <figure className="wide">
            <WorldMap {...map} />
            <figcaption>
              <Legend fills={map.patterns} words={statesLegend(view).filter(([one]) => drawn.has(one))} />
              <p className="q s">{view.t('states.map.borders')}</p>
            </figcaption>
          </figure>
          <RegionLinks view={view} on={linkDay} here={region} />
          <ByStanding record={record} named={here} />
        </>
      ),
    });
  },
);

/** What of the map a region shows. Its neighbours are drawn, and lead nowhere: a link that a thumb can't hit stands in the list as well. */
function partOf(map: WorldMapProps, region: Region | 'world'): WorldMapProps {
  if (region === 'world') return map;
  const window = windowOf(region);
  const seen = new Set(landsIn(window).map(({ iso3 }) => iso3));
  const lands = [...map.lands].filter(([iso3]) => seen.has(iso3));
  return {
    ...map,
    window,
    lands: new Map(
      lands.map(([iso3, paint]) => [iso3, { ...paint, href: regionOf(iso3) === region ? paint.href : undefined }]),
    ),
  };
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
