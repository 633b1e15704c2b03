import type { AroundAsks } from '../campaigns/around-asks.ts';
import { lettersOfAskWaiting } from './letters-waiting-queries.ts';

/** What becomes of letters that wait when the rules of their ask change. */
export const waitingAround: AroundAsks = async ({ app, view }, { ask }) => (
  <>
    <h2>{view.t('letters.around')}</h2>
    <p>{view.t('letters.around.waiting', { count: await lettersOfAskWaiting(app.database, ask) })}</p>
    <p>{view.t('letters.around.stay')}</p>
  </>
);
