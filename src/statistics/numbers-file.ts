import { itemsOf } from '../campaigns/office/worded-item.ts';
import { UTF8_MARK } from '../office/list/list-csv.ts';
import type { CsvAnswer, StaffRequest } from '../office/office-route.ts';
import { csvLines } from '../text/csv-lines.ts';
import type { Choice } from './choice.ts';
import { numberLines } from './number-lines.ts';

/** A table with all that happened as a file. */
export async function numbersFile(request: StaffRequest, choice: Choice): Promise<CsvAnswer> {
  const { campaign, table, month } = choice;
  const asks = await itemsOf({ ...request, params: { slug: campaign.slug } });
  const names = new Map(asks.flatMap(({ id, ask }) => (ask === null ? [] : [[id, ask] as const])));
  const lines = csvLines(await numberLines(request.app.database, choice, names));
  const of = table === 'months' ? [] : [month];
  return {
    kind: 'csv',
    name: `${['statistics', campaign.slug, table, ...of].join('-')}.csv`,
    lines: (async function* () {
      yield UTF8_MARK + lines;
    })(),
  };
}
