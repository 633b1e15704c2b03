import type { View } from '../http/view.ts';
import type { MapLegend } from '../maps/map-sheet.tsx';
import type { Fills } from '../maps/patterns.tsx';
import type { WorldMapProps } from '../maps/world-map.tsx';
import { standingWords } from './act-day.ts';
import { stateAddresses } from './addresses.ts';
import { shownStanding } from './shown-standing.ts';
import type { StateRecord, TreatyRecord } from './treaty-record.ts';

/** How each standing is drawn; the gap in the mosaic is a state that is missing. */
export const standingFills = {
  party: 'full',
  withdrawing: 'cross',
  joining: 'bars',
  signed: 'lines',
  unsigned: 'zigzag',
  withdrawn: 'dots',
  none: 'empty',
} as const satisfies Fills;

interface Shown {
  readonly view: View;
  readonly treaty: TreatyRecord;
  readonly named: readonly { state: StateRecord; name: string }[];
  readonly on: string;
  readonly linkDay: string | undefined;
}

/** Where every state stands with the Statute on a day, as a map. */
export function statesMap({ view, treaty, named, on, linkDay }: Shown): WorldMapProps {
  const lands = new Map(
    named.flatMap(({ state, name }) => {
      const standing = shownStanding(treaty, state, 'rome-statute', on);
      if (standing === 'outside') return [];
      const label = `${name}${view.t('site.colon')}${standingWords(view, treaty, 'rome-statute', standing)}`;
      // Drawn alike: the label has when that was last checked.
      const drawn = standing === 'last-known-none' ? 'none' : standing;
      return [
        [state.iso3, { category: drawn, label, href: stateAddresses.state(view.lang, state.iso3, linkDay) }] as const,
      ];
    }),
  );
  return {
    title: [view.t('states.title'), view.day(on)].join(view.t('site.comma')),
    description: view.t('states.map.desc'),
    lands,
    patterns: standingFills,
  };
}

/** What the map's patterns mean, in words. */
export function statesLegend(view: View): MapLegend {
  return (Object.keys(standingFills) as (keyof typeof standingFills)[]).map((one) => [
    one,
    view.t(`states.standing.${one}`),
  ]);
}
