import type { AroundAsks } from '../campaigns/around-asks.ts';
import { officeTitle } from './naming.ts';
import { selectReachable } from './reachable-queries.ts';

/** How many can be written to in the states of which something would be asked, and where the office is that it would go to. */
export const reachableAround: AroundAsks = async ({ app, view }, { states, office }) => {
  const found = await selectReachable(app.database, states, office, view.today());
  return (
    <>
      <h2>{view.t('representatives.around')}</h2>
      <p>{view.t('representatives.around.people', { count: found.people, states: found.states, of: states.length })}</p>
      {office !== null && (
        <p>
          {view.t('representatives.around.office', {
            office: `\u2068${officeTitle(view.lang, office as Parameters<typeof officeTitle>[1])}\u2069`,
            ...{ count: found.offices, of: states.length },
          })}
        </p>
      )}
    </>
  );
};
