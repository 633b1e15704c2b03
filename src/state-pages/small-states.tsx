import type { View } from '../http/view.ts';
import { regionOf, regions } from '../maps/regions.ts';
import { isSmallOnTheWorld } from '../maps/world-map.tsx';
import { stateAddresses } from '../states/addresses.ts';
import { regionName } from '../states/region-names.ts';
import type { StateRecord } from '../states/treaty-record.ts';

interface Props {
  readonly view: View;
  readonly on: string | undefined;
  /** In the order of their names. */
  readonly named: readonly { readonly state: StateRecord; readonly name: string }[];
}

/** The states that nobody could hit on the map of the world, by region, each large enough for a thumb: marks of the map lead here. */
export function SmallStates({ view, on, named }: Props) {
  const small = Map.groupBy(
    named.filter(({ state }) => isSmallOnTheWorld(state.iso3)),
    ({ state }) => regionOf(state.iso3),
  );
  return (
    <section id="small">
      <h2>{view.t('states.map.small')}</h2>
      <p>{view.t('states.map.small.text')}</p>
      {regions
        .filter((region) => small.has(region))
        .map((region) => (
          <div key={region}>
            <h3>
              <a href={stateAddresses.region(view.lang, region, on)}>{regionName(view.lang, region)}</a>
            </h3>
            <ul className="links many">
              {small.get(region)?.map(({ state, name }) => (
                <li key={state.iso3}>
                  <a href={stateAddresses.state(view.lang, state.iso3, on)}>{name}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}
