import type { View } from '../http/view.ts';
import { listedName } from '../states/state-names.ts';
import type { State } from '../states/states.ts';
import { FEWEST_SHOWN, mosaicOf, shownCountries } from './mosaic.ts';
import type { Tally } from './tally.ts';

/** The people who joined, as a mosaic that grows, with the same facts as text. */
export function MosaicFigure({ view, tally, states }: { view: View; tally: Tally; states: readonly State[] }) {
  const mosaic = mosaicOf(tally.people);
  return (
    <div className="mosaic">
      <figure>
        <p className="count">
          <b>{view.number(tally.people)}</b> {view.t('campaigns.count.people', { count: tally.people })}
        </p>
        <svg
          viewBox={`0 0 ${mosaic.width} ${mosaic.height}`}
          width="800"
          role="img"
          aria-label={view.t('campaigns.count.drawn', { count: tally.people })}
        >
          <pattern id="places" width="10" height="10" patternUnits="userSpaceOnUse">
            <path className="gap" d="M.5.5h8v8h-8z" />
          </pattern>
          <rect fill="url(#places)" width={mosaic.width} height={mosaic.height} />
          <path className="next" d={`M${mosaic.next.x + 0.5} ${mosaic.next.y + 0.5}h8v8h-8z`} />
          {mosaic.paths.map((path, index) => path && <path key={path} className={`c${index + 1}`} d={path} />)}
        </svg>
        <figcaption className="q s">
          {tally.people === 0
            ? view.t('campaigns.count.none')
            : view.t('campaigns.count.piece', { perPiece: mosaic.perPiece, letters: tally.letters })}
        </figcaption>
      </figure>
      {tally.people > 0 && <Countries view={view} tally={tally} states={states} />}
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
