import type { View } from '../http/view.ts';
import type { PastJudgement } from './risk-queries.ts';

/** Who judged what of a state and why, the latest first. */
export function PastJudgements({ view, past }: { view: View; past: readonly PastJudgement[] }) {
  return (
    <>
      <h2>{view.t('states.judgements')}</h2>
      {past.length === 0 && <p>{view.t('states.judgements.none')}</p>}
      <ul className="list">
        {past.map(({ id, level, because, source, judged_on, made_at, who }) => (
          <li key={id}>
            <b>{view.t(`states.risk.${level}`)}</b>
            <span className="held">
              <bdi>{because}</bdi>
            </span>
            {source && (
              <span className="held">
                <bdi>{source}</bdi>
              </span>
            )}
            <small>
              {view.t('states.judgements.on', { day: view.day(judged_on) })}
              <br />
              <bdi>{who}</bdi>, {view.moment(made_at)}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
