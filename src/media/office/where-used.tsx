import type { View } from '../../http/view.ts';
import type { UseShown } from '../uses.ts';

/** What shows a picture, with the way to each. */
export function WhereUsed({ view, uses }: { view: View; uses: readonly UseShown[] }) {
  return (
    <>
      <h2>{view.t('media.uses')}</h2>
      {uses.length === 0 ? <p>{view.t('media.uses.none')}</p> : <Uses uses={uses} />}
    </>
  );
}

export function Uses({ uses }: { uses: readonly UseShown[] }) {
  return (
    <ul className="list">
      {uses.map(({ name, link }) => (
        <li key={name}>{link ? <a href={link}>{name}</a> : name}</li>
      ))}
    </ul>
  );
}
