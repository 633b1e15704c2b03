import { direction, type Lang, langs } from '../../config/langs.ts';
import type { View } from '../../http/view.ts';
import { languageName, list } from '../../locales/format.ts';
import { choiceFilter, textFilter } from '../../office/list/filters.ts';
import type { OfficeList } from '../../office/list/office-list.ts';
import { csvLines } from '../../text/csv-lines.ts';
import { translationState } from '../../texts/translation.ts';
import type { Newest } from '../../texts/version.ts';
import { newestOf } from '../../texts/versions.ts';
import { deskAddresses } from '../addresses.ts';
import { lastDayOf } from '../last-day.ts';
import { type CampaignSort, deskStates, type ListedCampaign, selectCampaignSlice } from './campaign-list-queries.ts';

/** A campaign with how many of its texts, its own and those of its asks, each language lacks or has behind. */
type Row = ListedCampaign & { readonly behind: readonly Behind[] };

export interface Behind {
  readonly lang: Lang;
  readonly missing: number;
  readonly older: number;
}

const filters = {
  q: textFilter('campaigns.desk.q', 'search'),
  state: choiceFilter('campaigns.desk.state', deskStates, ({ t }, one) => t(`campaigns.desk.state.${one}`)),
};

/** Every campaign, whoever may see it. */
export const campaignsList: OfficeList<Row, typeof filters, CampaignSort> = {
  address: deskAddresses.campaigns,
  who: 'signed-in',
  navigation: { label: 'campaigns.desk', group: 'shown', order: 5 },
  title: 'campaigns.desk',
  beside: [{ who: 'campaigns.change', label: 'campaigns.make', link: (lang) => deskAddresses.add(lang) }],
  empty: 'campaigns.desk.empty',
  filters,
  sorts: { opens: 'moment', name: 'text' },
  first: { sort: 'opens', descending: true },
  id: 'uuid',
  rows: async ({ app, lang }, { filtered, sort, slice }) => {
    const rows = await selectCampaignSlice(app.database, filtered, lang, sort, slice);
    const newest = await newestOf(
      app.database,
      rows.flatMap(({ items }) => items),
    );
    return rows.map((row) => ({ ...row, behind: behindOf(row.items, newest, row.whole) }));
  },
  columns: [
    {
      label: 'campaigns.desk.name',
      sort: 'name',
      cell: ({ name, nameLang, slug }) => (
        <bdi lang={nameLang ?? undefined} dir={nameLang ? direction(nameLang) : undefined}>
          {name ?? slug}
        </bdi>
      ),
      link: ({ slug }, lang) => deskAddresses.oneCampaign(lang, slug),
    },
    { label: 'campaigns.desk.state', cell: ({ state }, { t }) => t(`campaigns.desk.state.${state}`) },
    { label: 'campaigns.desk.opens', sort: 'opens', cell: ({ opensAt }, view) => view.dayOf(opensAt) },
    {
      label: 'campaigns.desk.closes',
      cell: ({ closesAt }, view) => (closesAt ? lastDayOf(view, { closesAt }) : undefined),
    },
    { label: 'campaigns.desk.languages', cell: ({ behind }, view) => <BehindLines view={view} behind={behind} /> },
  ],
  csv: {
    name: 'campaigns',
    head: csvLines([['id', 'slug', 'name', 'state', 'opens_at', 'closes_at', ...langs.flatMap(headsOf)]]),
    line: ({ id, slug, name, state, opensAt, closesAt, behind }) =>
      csvLines([
        [
          ...[id, slug, name, state, opensAt.toISOString(), closesAt?.toISOString() ?? null],
          ...behind.flatMap(({ missing, older }) => [String(missing), String(older)]),
        ],
      ]),
  },
};

function headsOf(lang: Lang): string[] {
  return [`${lang}_missing`, `${lang}_older`];
}

/**
 * How many texts of these things each language lacks, or has older than what they were made from.
 * @param whole those that are whole, `id lang`: of the others something is still to be written
 */
export function behindOf(
  items: readonly string[],
  newest: readonly Newest[],
  whole: readonly string[],
): readonly Behind[] {
  const known = new Set(whole);
  return langs.map((lang) => {
    const states = items.map((id) =>
      known.has(`${id} ${lang}`)
        ? translationState(
            newest.filter(({ item }) => item === id),
            lang,
          )
        : 'missing',
    );
    const count = (state: string) => states.filter((one) => one === state).length;
    return { lang, missing: count('missing'), older: count('older') };
  });
}

/** Which languages have everything, then what the others lack. */
export function BehindLines({ view, behind }: { view: View; behind: readonly Behind[] }) {
  const whole = behind.filter(({ missing, older }) => missing + older === 0);
  const names = list(
    view.lang,
    whole.map(({ lang }) => languageName(view.lang, lang)),
  );
  return (
    <>
      {whole.length > 0 && <span className="held">{view.t('campaigns.desk.whole', { languages: names })}</span>}
      <LackingLines view={view} behind={behind} />
    </>
  );
}

/** What is missing in languages, or older there than what it was made from. */
export function LackingLines({ view, behind }: { view: View; behind: readonly Behind[] }) {
  return behind
    .filter(({ missing, older }) => missing + older > 0)
    .map((one) => (
      <span className="held behind" key={one.lang}>
        {view.t('campaigns.desk.behind', { language: languageName(view.lang, one.lang), what: lacking(view, one) })}
      </span>
    ));
}

function lacking(view: View, { missing, older }: Behind): string {
  const said = [
    ...(missing > 0 ? [view.t('campaigns.desk.missing', { count: missing })] : []),
    ...(older > 0 ? [view.t('campaigns.desk.older', { count: older })] : []),
  ];
  return list(view.lang, said);
}
