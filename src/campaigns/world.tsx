import { FigureLink, KnownThrough } from '../figures/components/figure-link.tsx';
import { type Laid, MosaicMap } from '../maps/mosaic-map.tsx';
import { pieceShapes } from '../maps/mosaic-overview.tsx';
import { regions } from '../maps/regions.ts';
import type { RecordView } from '../record/record-view.ts';
import { stateAddresses } from '../states/addresses.ts';
import { regionName } from '../states/region-names.ts';
import { shownStanding } from '../states/shown-standing.ts';

const looks: readonly Laid[] = ['whole', 'leaving', 'gap'];

/** The states as a mosaic with its gaps: the way in to where every one of them stands, and to its region. */
export function World({ record }: { record: RecordView }) {
  const { view } = record;
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
        <MosaicMap label={view.t('campaigns.world.drawn')} laid={laidBy(record)} />
      </a>
      <ul className="legend s">
        {looks.map((look) => (
          <li key={look}>
            <svg viewBox="0 0 9 9" width="14" height="14" aria-hidden="true">
              <path
                className={{ whole: 'c1', leaving: 'c2', gap: 'hole' }[look]}
                d={`M0 0${pieceShapes[look === 'leaving' ? 'cross' : 'full']}`}
              />
            </svg>
            {view.t(`campaigns.world.${look}`)}
          </li>
        ))}
      </ul>
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

function laidBy({ world, on }: RecordView): ReadonlyMap<string, Laid> {
  return new Map(
    [...world.treaty.states.values()].flatMap((state): [string, Laid][] => {
      const standing = shownStanding(world.treaty, state, 'rome-statute', on);
      if (standing === 'outside') return [];
      return [[state.iso3, standing === 'party' ? 'whole' : standing === 'withdrawing' ? 'leaving' : 'gap']];
    }),
  );
}
