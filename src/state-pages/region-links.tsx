import type { View } from '../http/view.ts';
import { type Region, regions } from '../maps/regions.ts';
import { stateAddresses } from '../states/addresses.ts';
import { regionName } from '../states/region-names.ts';

interface Props {
  readonly view: View;
  readonly on: string | undefined;
  /** Whose map the page shows. */
  readonly here?: Region | 'world';
}

/** The ways to the exact map of each region, and of the world. */
export function RegionLinks({ view, on, here }: Props) {
  return (
    <nav aria-label={view.t('states.regions')}>
      <ul className="row regions">
        {[...regions, 'world' as const].map((region) => (
          <li key={region}>
            <a href={stateAddresses.region(view.lang, region, on)} aria-current={region === here ? 'page' : undefined}>
              {regionName(view.lang, region)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
