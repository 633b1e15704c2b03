import { calledIn, itemsOf } from '../campaigns/office/worded-item.ts';
import { isLang, langs } from '../config/langs.ts';
import { languageName } from '../locales/format.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { listedName } from '../states/state-names.ts';
import { allStates } from '../states/states.ts';
import { capital } from '../text/capital.ts';
import type { Choice } from './choice.ts';
import { happenings } from './happenings.ts';
import type { Shown } from './numbers.ts';

/** A line of a table or a drawing. */
export interface NamedRow {
  readonly key: string;
  readonly name: string;
  /** Undefined: it is not shown. */
  readonly number: number | undefined;
}

type Names = readonly (readonly [key: string, name: string])[];

/** The rows of what somebody looks at, each by its name; of states those alone of which a number is shown, the largest first. */
export async function namedRows(request: StaffRequest, choice: Choice, shown: Shown): Promise<readonly NamedRow[]> {
  const numbers = choice.table === 'happenings' ? shown.whole : (shown.numbers.get(choice.happening) ?? new Map());
  const known: ReadonlyMap<string, number> = numbers;
  const names = await namesOf(request, choice, shown, [...known.keys()]);
  const rows = names.map(([key, name]) => ({ key, name, number: known.get(key) }));
  if (choice.table !== 'states') return rows;
  return rows
    .filter(({ number }) => number !== undefined)
    .sort((one, other) => Number(other.number) - Number(one.number));
}

async function namesOf(
  request: StaffRequest,
  { table, campaign }: Choice,
  { rows }: Shown,
  keys: readonly string[],
): Promise<Names> {
  const { app, view, lang } = request;
  if (table === 'happenings') return happenings.map((one) => [one, view.t(`statistics.happening.${one}`)]);
  if (table === 'days' || table === 'months') return rows.map((key) => [key, capital(view.partialDay(key))]);
  if (table === 'states')
    return (await allStates(app.database)).map((state) => [state.iso3, listedName(lang, state)] as const);
  if (table === 'languages')
    return [...langs, ...keys.filter((key) => !isLang(key))].map((key) => [
      key,
      isLang(key) ? capital(languageName(lang, key)) : view.t('statistics.unknown'),
    ]);
  const [, ...asks] = await itemsOf({ ...request, params: { slug: campaign.slug } });
  const gone = keys.filter((key) => !asks.some(({ id }) => id === key));
  return [
    ...asks.map((ask) => [ask.id, calledIn(lang, ask).name] as const),
    ...gone.map((key) => [key, view.t('statistics.gone')] as const),
  ];
}
