import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { announceRecord, announceStates } from '../src/announce.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { type Database, LONG_WORK, openDatabase, openPool } from '../src/database/database.ts';
import { keysInUse } from '../src/database/keys-in-use.ts';
import { migrate } from '../src/database/migrate.ts';
import { withDatabase } from '../src/database/reach-database.ts';
import { takeBounce } from '../src/delivery/take-bounce.ts';
import { type Dataset, importDataset } from '../src/facts/dataset.ts';
import type { Announce } from '../src/facts/import-facts.ts';
import { readRegularFile } from '../src/facts/read-file.ts';
import { recordDataset } from '../src/record/record-dataset.ts';
import { readCsv } from '../src/representatives/csv.ts';
import { type ImportReport, importRepresentatives } from '../src/representatives/import-representatives.ts';
import { loadOffices } from '../src/representatives/load-offices.ts';
import { readPopolo } from '../src/representatives/popolo.ts';
import { dropPages } from '../src/site/invalidation.ts';
import { listRecordedStates, loadRisks } from '../src/states/load-states.ts';
import { stateOf } from '../src/states/states.ts';
import { statesDataset } from '../src/states/states-dataset.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { tellFacts } from './tell-facts.ts';

const USAGE = `npm run import -- representatives FILE --state KEN [--as-of YYYY-MM-DD] [--source TEXT] [--skip-bad] [--dry-run] [--json]
npm run import -- record DIR [--why TEXT] [--dry-run] [--json]
npm run import -- states DIR [--why TEXT] [--dry-run] [--json]
npm run import -- risk FILE
npm run import -- bounces FILE.eml…`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    state: { type: 'string' },
    'as-of': { type: 'string' },
    source: { type: 'string' },
    why: { type: 'string' },
    json: { type: 'boolean', default: false },
    'skip-bad': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
});

const kinds: Readonly<Record<string, (database: Database, file: string) => Promise<void>>> = {
  representatives: importFile,
  bounces: importBounces,
  record: (database, folder) => importFolder(database, folder, recordDataset, announceRecord),
  states: async (database, folder) => {
    await importFolder(database, folder, statesDataset, announceStates);
    if (!values['dry-run']) await loadOffices(database, await listRecordedStates(database));
  },
  risk: async (database, file) => {
    const states = await loadRisks(database, file);
    await dropPages(database, ['states']);
    sayLine(`risk: ${states} states set, all others warn`);
  },
};

await runOnce(async () => {
  const [kind = '', file] = positionals;
  const work = kinds[kind];
  if (!work || !file) throw new Error(`what should be imported?\n${USAGE}`);
  const settings = readSettings(process.env, root);
  await withDatabase(settings, sayLine, async (url) => {
    await migrate(url, sayLine);
    const pool = openPool(url, 4, LONG_WORK);
    await work(openDatabase(pool), file).finally(() => pool.end());
  });
});

async function importFile(database: Database, file: string): Promise<void> {
  const { state, source } = values;
  if (!state || !(await stateOf(database, state)))
    throw new Error(
      state
        ? `--state: ${state} is no state’s code (ISO 3166, three letters)`
        : '--state: say of which state, by its code of three letters (ISO 3166)',
    );
  const day = values['as-of'] ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new Error('--as-of: write a day as YYYY-MM-DD');
  const kind = file.toLowerCase().endsWith('.csv') ? 'csv' : 'popolo';
  const text = utf8(file, await readRegularFile(file));
  const reading = kind === 'csv' ? readCsv(text, day) : readPopolo(text, day);
  const report = await importRepresentatives(database, reading, {
    state,
    kind,
    day,
    source,
    skipBad: values['skip-bad'],
    dryRun: values['dry-run'],
  });
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else tell(report);
  if (!report.written && !values['dry-run']) process.exitCode = 1;
}

/** @throws where the bytes are no UTF-8: names would be spoilt without a word */
function utf8(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file} is not UTF-8: save it as “CSV UTF-8” and import it again; nothing was written`);
  }
}

/** Updates the record of the Court or of the states from a folder, beside a running site. */
async function importFolder(database: Database, folder: string, dataset: Dataset, announce: Announce): Promise<void> {
  const why = values.why ?? `import of ${basename(folder)}`;
  const by = userInfo().username;
  const report = await importDataset(database, dataset, folder, { by, why, dryRun: values['dry-run'], announce });
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else tellFacts(report, values['dry-run']);
}

/** One line for each file; what is no report of ours is left alone. */
async function importBounces(database: Database): Promise<void> {
  const keys = await keysInUse(readSettings(process.env, root), database, { make: false });
  for (const file of positionals.slice(1))
    sayLine(`${file}: ${await takeBounce({ database, keys }, await readRegularFile(file))}`);
}

function tell(report: ImportReport): void {
  for (const list of ['added', 'changed', 'ended'] as const) {
    sayLine(`${report.written ? '' : 'would be '}${list}: ${report[list].length}`);
    for (const { at, name } of report[list].slice(0, 20)) sayLine(`  ${name} (${at})`);
    if (report[list].length > 20) sayLine('  …');
  }
  sayLine(`unchanged: ${report.unchanged}`);
  if (report.undated > 0 && !values['as-of'])
    sayLine(`without any date: ${report.undated}, taken as in office; if the list is old, say so with --as-of`);
  sayLine(`refused: ${report.refused.length}`);
  for (const { at, reason } of report.refused) sayLine(`  ${at}: ${reason}`);
  if (!report.written) sayLine('nothing was written; mend the rows, or leave them out with --skip-bad');
}
