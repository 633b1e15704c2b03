import { z } from 'zod';
import { everyCampaign } from '../../campaigns/campaigns.ts';
import { langs } from '../../config/langs.ts';
import { isId } from '../../database/is-id.ts';
import type { Slice } from '../../database/slice.ts';
import type { View } from '../../http/view.ts';
import { languageName } from '../../locales/format.ts';
import { choiceFilter, offeredFilter, textFilter } from '../../office/list/filters.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { listedName } from '../../states/state-names.ts';
import { allStates } from '../../states/states.ts';
import type { NameState } from './name-decisions.ts';
import {
  type NameRow,
  type NamesSought,
  selectCountriesOfNames,
  selectNameSlice,
  selectNamesAmong,
} from './name-queries.ts';
import { shownName } from './shown-name.ts';

/** A name as staff sees it. */
export interface ListedName extends NameRow {
  readonly campaign: string;
  readonly campaignName: string;
  readonly stateName: string;
  /** Undefined where it can't be shown to anybody. */
  readonly name: string | undefined;
}

/** By what names in some states of theirs are sought. */
export function nameFilters(states: readonly NameState[]) {
  return {
    q: textFilter('pledges.names.id', 'search'),
    lang: choiceFilter('pledges.names.language', langs, ({ lang }, one) => languageName(lang, one)),
    country: offeredFilter('pledges.names.state', z.string().regex(/^[A-Z]{3}$/), async ({ app, view }, chosen) => {
      const [there, all] = await Promise.all([selectCountriesOfNames(app.database, states), allStates(app.database)]);
      return all
        .filter(({ iso3 }) => there.includes(iso3) || iso3 === chosen)
        .map((state) => [state.iso3, listedName(view.lang, state)] as const)
        .sort(([, a], [, b]) => a.localeCompare(b, view.lang));
    }),
  };
}

/** What somebody asks of them. */
interface Filtered extends Omit<NamesSought, 'id'> {
  readonly q?: string | undefined;
}

export async function listNames(request: StaffRequest, { q, ...sought }: Filtered, slice: Slice) {
  const id = q?.toLowerCase();
  if (id !== undefined && !isId(id)) return [];
  return named(request, await selectNameSlice(request.app.database, { ...sought, id }, slice));
}

/** Those of the ids that stand in a state. */
export async function namesAmong(request: StaffRequest, ids: readonly string[], states: readonly NameState[]) {
  const rows = await selectNamesAmong(request.app.database, ids);
  return named(
    request,
    rows.filter(({ state }) => states.includes(state)),
  );
}

async function named<Row extends NameRow>({ app, view }: StaffRequest, rows: readonly Row[]) {
  const [campaigns, states] = await Promise.all([everyCampaign(app.database, view.lang), allStates(app.database)]);
  return rows.map((row) => {
    const campaign = campaigns.find(({ id }) => id === row.campaign_id);
    const state = states.find(({ iso3 }) => iso3 === row.country);
    return {
      ...row,
      campaign: campaign?.slug ?? '',
      campaignName: campaign?.text.name ?? '',
      stateName: state ? listedName(view.lang, state) : row.country,
      name: shownName(app, row),
    };
  });
}

/** By what one can be told from others. */
export function saidOf(view: View, { id, name, stateName, offeredAt }: ListedName) {
  const called = name ?? view.t('pledges.names.unshowable');
  const when = view.dayOf(offeredAt);
  return { id, name: view.t('pledges.names.named', { name: `\u2068${called}\u2069`, where: stateName, when }) };
}
