import { severalAddress } from '../../office/list/several-address.ts';
import { behindHome } from '../../office/way-back.ts';
import { Carried } from '../../site/components/form.tsx';
import { letterAddresses } from '../addresses.ts';
import { heldList } from './held-list.tsx';
import type { LookProps } from './read-look.ts';

/** Others with the same words, to be decided with it: what may differ of each stands there. */
export function SameLetters({ request: { view, lang, session }, look: { letter, same, addressees } }: LookProps) {
  const deeds = heldList.several?.deeds ?? [];
  const [first] = deeds;
  const free = same.filter(({ row }) => row.takenUntil === null || row.takenBy === session.actor_id);
  if (!first || same.length === 0 || (letter.takenUntil && letter.takenBy !== session.actor_id)) return null;
  return (
    <section aria-labelledby="same">
      <h2 id="same">{view.t('letters.look.same', { count: same.length })}</h2>
      <p>{view.t('letters.look.same.text')}</p>
      <form method="get" action={severalAddress(heldList, first)(lang)}>
        <Carried
          values={[
            ['item', letter.id],
            ['to', behindHome(lang, letterAddresses.heldLetters(lang))],
          ]}
        />
        <ul className="alike">
          {same.map(({ row, name, locality }) => (
            <li key={row.id}>
              <input
                type="checkbox"
                name="item"
                value={row.id}
                id={`same-${row.id}`}
                defaultChecked={free.some((one) => one.row.id === row.id)}
              />
              <label htmlFor={`same-${row.id}`}>
                <bdi>{name}</bdi>
                {locality && (
                  <span className="q s">
                    <bdi>{locality}</bdi>
                  </span>
                )}
                <span className="q s">
                  {view.rich('letters.look.same.one', {
                    addressee: <bdi>{addressees.get(row.representative_id)}</bdi>,
                    when: view.moment(row.since),
                  })}
                </span>
                {row.taker !== null && row.takenBy !== session.actor_id && row.takenUntil && (
                  <span className="q s">
                    {view.rich('letters.look.taken', {
                      name: <bdi>{row.taker}</bdi>,
                      until: view.moment(row.takenUntil),
                    })}
                  </span>
                )}
              </label>
              <a href={letterAddresses.heldLetter(lang, row.id)}>{view.t('letters.look.open')}</a>
            </li>
          ))}
        </ul>
        <p className="row">
          {deeds.map((deed) => (
            <button
              key={deed.name}
              type="submit"
              className={deed.destroys ? 'go o destroy' : 'go o'}
              formAction={severalAddress(heldList, deed)(lang)}
            >
              {view.t(`letters.look.same.${deed.name as 'release' | 'refuse'}`)}
            </button>
          ))}
        </p>
      </form>
    </section>
  );
}
