import { FigureLink, KnownThrough } from '../figures/components/figure-link.tsx';
import { MosaicLegend } from '../maps/legend.tsx';
import { type MosaicLaid, MosaicOverview } from '../maps/mosaic-overview.tsx';
import type { Fills } from '../maps/patterns.tsx';
import { regions } from '../maps/regions.ts';
import type { RecordView } from '../record/record-view.ts';
import { stateAddresses } from '../states/addresses.ts';
import { regionName } from '../states/region-names.ts';
import { shownStanding } from '../states/shown-standing.ts';

/** How a state's pieces are laid: whole, about to come out, or missing. */
const laid = { whole: 'full', leaving: 'cross', gap: 'empty' } as const satisfies Fills;
type Laid = keyof typeof laid;
const looks = Object.keys(laid) as readonly Laid[];

/** The states as a mosaic with its gaps: the way in to where every one of them stands, and to its region. */
export function World({ record }: { record: RecordView }) {
  const { view } = record;
  const map = { lands: landsOf(record), patterns: laid };
  const states = stateAddresses.states(view.lang);
  return (
    <section>
      <h2>
        <a className="plain" href={states}>
          {view.t('states.title')}
        </a>
      </h2>
      <p className="read">
        {view.rich('campaigns.world.parties', {
          count: <FigureLink record={record} id="states-parties" begins />,
          leaving: <FigureLink record={record} id="withdrawals-pending" />,
        })}
      </p>
      <KnownThrough record={record} ids={['states-parties', 'withdrawals-pending']} />
      <a className="enter" href={states}>
        <MosaicOverview title={view.t('campaigns.world.drawn')} {...map} />
      </a>
      <MosaicLegend
        map={map}
        words={looks.map((look) => [look, view.t(`campaigns.world.${look}`)])}
        ground={view.t('states.map.ground')}
      />
      <ul className="row regions" aria-label={view.t('campaigns.world.regions')}>
        {regions.map((region) => (
          <li key={region}>
            <a href={stateAddresses.region(view.lang, region)}>{regionName(view.lang, region)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function landsOf({ world, on }: RecordView): MosaicLaid['lands'] {
  return new Map(
    [...world.treaty.states.values()].flatMap((state): [string, { category: Laid }][] => {
      const standing = shownStanding(world.treaty, state, 'rome-statute', on);
      if (standing === 'outside') return [];
      const category: Laid = standing === 'party' ? 'whole' : standing === 'withdrawing' ? 'leaving' : 'gap';
      return [[state.iso3, { category }]];
    }),
  );
}
