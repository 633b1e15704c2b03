import type { View } from '../http/view.ts';
import { Ring } from '../site/components/ring.tsx';
import { listedName } from '../states/state-names.ts';
import type { State } from '../states/states.ts';
import { FEWEST_SHOWN } from './fewest-shown.ts';
import { mosaicOf, shownCountries } from './mosaic.ts';
import type { Tally } from './tally.ts';

interface Props {
  readonly view: View;
  readonly tally: Tally;
  readonly states: readonly State[];
  /** Somebody may still join. */
  readonly open: boolean;
}

/** As many pieces as show the whole ring. */
const WHOLE = 90;

/** The people who take part, by letter or by name, as the ring that grows by a piece with each of them, and the same facts as text. */
export function MosaicFigure({ view, tally, states, open }: Props) {
  const { people, letters } = tally;
  const mosaic = mosaicOf(people);
  return (
    <div className="mosaic">
      <figure>
        <Ring {...mosaic} label={view.t('campaigns.count.drawn', { count: people })} />
        <figcaption>
          {people > 0 && (
            <p className="count">
              {view.rich('campaigns.count.people', { count: people, b: (words) => <b>{words}</b> })}
            </p>
          )}
          <p>
            {people > 0 && <>{view.t('campaigns.count.piece', { perPiece: mosaic.perPiece, letters })} </>}
            {open && view.t(people === 0 ? 'campaigns.count.none' : 'campaigns.count.next')}
          </p>
        </figcaption>
      </figure>
      {people > 0 && <Countries view={view} tally={tally} states={states} />}
    </div>
  );
}

/** The same picture where there is nobody to count. */
export function Emblem() {
  return (
    <div className="mosaic">
      <Ring {...mosaicOf(WHOLE)} />
    </div>
  );
}

function Countries({ view, tally, states }: { view: View; tally: Tally; states: readonly State[] }) {
  const { shown, others } = shownCountries(tally);
  const nameOf = (iso3: string) => {
    const state = states.find((known) => known.iso3 === iso3);
    return state ? listedName(view.lang, state) : iso3;
  };
  return (
    <details>
      <summary>{view.t('campaigns.count.byCountry')}</summary>
      <table>
        <tbody>
          {shown.map(({ country, people }) => (
            <tr key={country}>
              <th scope="row">{nameOf(country)}</th>
              <td className="num">{view.number(people)}</td>
            </tr>
          ))}
          {others > 0 && (
            <tr>
              <th scope="row">{view.t('campaigns.count.others', { fewest: FEWEST_SHOWN })}</th>
              <td className="num">{view.number(others)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </details>
  );
}
