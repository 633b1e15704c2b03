import type { View } from '../http/view.ts';
import type { MapLegend } from '../maps/map-sheet.tsx';
import type { WorldMapProps } from '../maps/world-map.tsx';
import { stateAddresses } from '../states/addresses.ts';
import { inOrderOfNames } from '../states/state-names.ts';
import { recordAddresses } from './addresses.ts';
import { situationOn } from './components/situation-list.tsx';
import { situationName } from './names.ts';
import type { RecordView } from './record-view.ts';

/** The strongest first: a country with several situations is drawn by it. */
export const situationFills = {
  investigation: 'full',
  examination: 'lines',
  ended: 'dots',
  examined: 'empty',
} as const;

const order = Object.keys(situationFills) as readonly (keyof typeof situationFills)[];

/** What the map's patterns mean, in words. */
export function situationsLegend(view: View): MapLegend {
  return order.map((one) => [one, view.t(`record.situation.${one}`)]);
}

/** Where the Court is at work on a day, as a map: each country leads to its situation, or to its own page where there are several. */
export function situationsMap(record: RecordView): WorldMapProps {
  const { view, world, linkDay } = record;
  const situations = [...world.docket.situations.values()].flatMap((situation) => {
    const standing = order.find((one) => one === situationOn(record, situation.slug));
    return standing ? [{ situation, standing }] : [];
  });
  const lands = inOrderOfNames(view.lang, [...world.treaty.states.values()]).flatMap(({ state, name }) => {
    const here = situations
      .filter(({ situation }) => situation.countries.includes(state.iso3))
      .sort((one, other) => order.indexOf(one.standing) - order.indexOf(other.standing));
    const [first] = here;
    if (!first) return [];
    const said = here.map(
      ({ situation, standing }) =>
        `${situationName(view.lang, situation)}${view.t('site.colon')}${view.t(`record.situation.${standing}`)}`,
    );
    const href =
      here.length === 1
        ? recordAddresses.situation(view.lang, first.situation.slug, linkDay)
        : stateAddresses.state(view.lang, state.iso3, linkDay);
    return [
      [
        state.iso3,
        { category: first.standing, label: `${name}. ${said.join(view.t('site.semicolon'))}`, href },
      ] as const,
    ];
  });
  return {
    title: [view.t('record.situations'), view.day(record.on)].join(view.t('site.comma')),
    description: view.t('record.map.desc'),
    lands: new Map(lands),
    patterns: situationFills,
  };
}
