import { links } from '../site/links.ts';
import type { View } from '../site/view.ts';
import type { Fills } from './map/patterns.tsx';
import type { WorldMapProps } from './map/world-map.tsx';
import { shownStanding } from './states-table.ts';
import type { StateRecord, TreatyRecord } from './treaty-record.ts';

/** The standings that the map tells apart: those drawn alike are one. */
const drawnAs: Readonly<Record<string, string>> = { joining: 'party', unsigned: 'signed', unknown: 'none' };
/** How each is drawn; the gap in the mosaic is a state that is missing. */
const legend: Fills = { party: 'full', withdrawing: 'cross', signed: 'lines', withdrawn: 'dots', none: 'empty' };

interface Shown {
  readonly view: View;
  readonly treaty: TreatyRecord;
  readonly named: readonly { state: StateRecord; name: string }[];
  readonly on: string;
  readonly kept: string | undefined;
}

/** Where every state stands with the Statute on a day, as a map. */
export function statesMap({ view, treaty, named, on, kept }: Shown): WorldMapProps {
  const lands = new Map(
    named.map(({ state, name }) => {
      const standing = shownStanding(treaty, state, 'rome-statute', on);
      return [
        state.iso3,
        {
          standing: drawnAs[standing] ?? standing,
          label: `${name}${view.t('site.colon')}${view.t(`states.standing.${standing}`)}`,
          href: links.state(view.lang, state.iso3, kept),
        },
      ] as const;
    }),
  );
  return {
    title: `${view.t('states.title')}, ${view.day(on)}`,
    description: view.t('states.map.desc'),
    lands,
    patterns: legend,
  };
}

export const legendStandings = Object.keys(legend) as readonly (
  | 'party'
  | 'withdrawing'
  | 'signed'
  | 'withdrawn'
  | 'none'
)[];
