import type { Queries } from '../../database/database.ts';
import type { View } from '../../http/view.ts';
import type { PersonalData } from '../../supporters/personal-data.ts';
import type { NameState } from './name-decisions.ts';
import { deleteNamesOf, selectNamesOf } from './name-queries.ts';

/** What is kept of people whose names were offered for showing: what was decided. The name stands in the action. */
export const personalData: PersonalData = {
  exported: async ({ database }, key) => ({
    namesOffered: (await selectNamesOf(database, key)).map(({ slug, state, because, offered_at, since }) => ({
      campaign: slug,
      state,
      because,
      offeredAt: offered_at,
      since,
    })),
  }),
  shown: ({ database }, view, key) => shownTo(database, view, key),
  erased: deleteNamesOf,
};

async function shownTo(queries: Queries, view: View, key: Buffer) {
  const names = await selectNamesOf(queries, key);
  if (names.length === 0) return null;
  return (
    <>
      <h2>{view.t('pledges.names.yours')}</h2>
      <ul>
        {names.map(({ state, offered_at }, at) => (
          <li key={at}>{view.t(`pledges.names.yours.${state as NameState}`, { day: view.dayOf(offered_at) })}</li>
        ))}
      </ul>
    </>
  );
}
