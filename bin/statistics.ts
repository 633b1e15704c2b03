import { parseArgs } from 'node:util';
import { listCampaigns, noSuch } from '../src/campaigns/campaign-settings.ts';
import { root } from '../src/config/root.ts';
import { readSettings, type Settings } from '../src/config/settings.ts';
import type { Database } from '../src/database/database.ts';
import { chooseStatistics } from '../src/statistics/choice.ts';
import { countAnew, countHappenings } from '../src/statistics/count.ts';
import { numberLines } from '../src/statistics/number-lines.ts';
import { isTable, tables } from '../src/statistics/numbers.ts';
import { csvLines } from '../src/text/csv-lines.ts';
import { today } from '../src/text/partial-day.ts';
import { minuteIn } from '../src/text/time-zone.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

const USAGE = `npm run statistics -- show CAMPAIGN [--table ${tables.join('|')}] [--month YYYY-MM]   (as CSV)
npm run statistics -- count   (adds up what happened since the last time)
npm run statistics -- recount   (counts all that stands, and raises what is lower)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { table: { type: 'string' }, month: { type: 'string' } },
});
const [verb, slug = ''] = positionals;

await runOnce(async () => {
  const settings = readSettings(process.env, root);
  await onDatabase(settings, ({ database }) => run(settings, database));
});

async function run(settings: Settings, database: Database): Promise<void> {
  if (verb === 'count') {
    await countHappenings(database, settings.TIME_ZONE);
    return sayLine('counted');
  }
  if (verb === 'recount') return sayLine(`${await countAnew(database, settings.TIME_ZONE)} numbers were too low`);
  if (verb !== 'show' || !slug) throw new Error(`say what to do:\n${USAGE}`);
  await show(settings, database);
}

async function show(settings: Settings, database: Database): Promise<void> {
  const { table: by = tables[0], month } = values;
  if (!isTable(by)) throw new Error(`no numbers by “${by}”; there are ${tables.join(', ')}`);
  const campaigns = await listCampaigns(database);
  if (!campaigns.some((one) => one.slug === slug)) throw new Error(await noSuch(database, slug));
  const chosen = { campaign: slug, by, ...(month !== undefined && { month }) };
  const choice = await chooseStatistics(database, campaigns, chosen, today(settings.TIME_ZONE));
  if (!choice?.counted || choice.months.length === 0) throw new Error('nothing has been counted yet');
  if (month !== undefined && month !== choice.month) throw new Error(`nothing was counted in ${month}`);
  sayLine(`counted until ${minuteIn(settings.TIME_ZONE, choice.counted.countedAt)}`);
  process.stdout.write(csvLines(await numberLines(database, choice)));
}
