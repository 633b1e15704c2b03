import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import type { Deed } from '../src/accounts/roles.ts';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import { type ActorId, SYSTEM } from '../src/actors/actors.ts';
import { importCampaign } from '../src/campaigns/import-campaign.ts';
import { InvalidCampaignError } from '../src/campaigns/read-campaign.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import type { ControllerId } from '../src/controllers/controllers.ts';
import { ownController } from '../src/controllers/install.ts';
import type { Database } from '../src/database/database.ts';
import { type Dataset, importDataset } from '../src/facts/dataset.ts';
import { decodeText } from '../src/facts/decode-text.ts';
import type { Announce } from '../src/facts/import-facts.ts';
import { readRegularFile } from '../src/facts/read-file.ts';
import { handedBy } from '../src/handed.ts';
import { dropPages } from '../src/http/invalidation.ts';
import { takeBounce } from '../src/mail/take-bounce.ts';
import { mayHaveCampaigns } from '../src/members.ts';
import { recordDataset } from '../src/record/record-dataset.ts';
import { announceRecord, announceStates } from '../src/record-keeping/announce.ts';
import { NotCsvError, readCsv } from '../src/representatives/csv.ts';
import { isId } from '../src/representatives/entry.ts';
import { doubtfulState, importRepresentatives } from '../src/representatives/import-representatives.ts';
import { loadAddressees } from '../src/representatives/load-addressees.ts';
import { NotPopoloError, readPopolo } from '../src/representatives/popolo.ts';
import { reachIn } from '../src/representatives/reach.ts';
import { rooms } from '../src/rooms.ts';
import { keysInUse } from '../src/sealing/keys-in-use.ts';
import { settleControllers } from '../src/settle-controllers.ts';
import { listRecordedStates, loadRisks } from '../src/states/load-states.ts';
import { listedName } from '../src/states/state-names.ts';
import { stateOf } from '../src/states/states.ts';
import { statesDataset } from '../src/states/states-dataset.ts';
import { isDay, today } from '../src/text/partial-day.ts';
import type { TimeZone } from '../src/text/time-zone.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';
import { tellCampaign } from './tell-campaign.ts';
import { tellFacts } from './tell-facts.ts';
import { tellImport, tellReach } from './tell-import.ts';

const USAGE = `npm run import -- representatives FILE --state KEN [--as-of YYYY-MM-DD] [--source TEXT]
  [--encoding NAME] [--skip-bad] [--sure] [--as EMAIL] [--dry-run] [--json]
npm run import -- record DIR [--why TEXT] [--as EMAIL] [--end-held-back] [--dry-run] [--json]
npm run import -- states DIR [--why TEXT] [--as EMAIL] [--end-held-back] [--dry-run] [--json]
npm run import -- campaign DIR [--update [--over]] [--controller NAME] [--as EMAIL] [--dry-run] [--json]
npm run import -- risk FILE [--as EMAIL]
npm run import -- bounces FILE.eml…`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    state: { type: 'string' },
    'as-of': { type: 'string' },
    source: { type: 'string' },
    encoding: { type: 'string' },
    sure: { type: 'boolean', default: false },
    why: { type: 'string' },
    ...whoOptions,
    controller: { type: 'string' },
    json: { type: 'boolean', default: false },
    'skip-bad': { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    over: { type: 'boolean', default: false },
    'end-held-back': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
});

const kinds: Readonly<Record<string, (database: Database, file: string, zone: TimeZone) => Promise<void>>> = {
  representatives: importFile,
  bounces: importBounces,
  record: (database, folder) => importFolder(database, folder, recordDataset, announceRecord, 'record.import'),
  states: async (database, folder, zone) => {
    await importFolder(database, folder, statesDataset, announceStates(zone), 'states.import');
    if (!values['dry-run']) await loadAddressees(database, await listRecordedStates(database));
  },
  campaign: importCampaignFolder,
  risk: async (database, file, zone) => {
    const by = await who(database, 'risks.judge');
    const states = await database.transaction().execute(async (trx) => {
      // Where writing has become dangerous, no page may go on asking for it.
      await dropPages(trx, ['states'], 'remove');
      return loadRisks(trx, file, by, today(zone));
    });
    sayLine(`risk: ${states} states set, all others warn`);
  },
};

await runOnce(async () => {
  const [kind = '', file] = positionals;
  const work = kinds[kind];
  if (!work || !file) throw new Error(`what should be imported?\n${USAGE}`);
  const settings = readSettings(process.env, root);
  await onDatabase(settings, async ({ database }) => {
    await work(database, file, settings.TIME_ZONE);
  });
});

async function importFile(database: Database, file: string, zone: TimeZone): Promise<void> {
  const { source, sure, 'skip-bad': skipBad, 'dry-run': dryRun } = values;
  const state = await stateNamed(database);
  const day = values['as-of'] ?? today(zone);
  if (!isDay(day)) throw new Error('--as-of: write a day as YYYY-MM-DD');
  if (source !== undefined && !isId(source)) throw new Error('--source: a line of 1 to 300 characters');
  const { kind, reading } = await readPeople(file, day);
  const doubt = sure ? null : await doubtfulState(database, reading, state);
  if (doubt) throw new Error(`nothing was written: ${doubt}; if --state ${state} is right, say so with --sure`);
  const before = await reachIn(database, state);
  const by = await who(database, 'representatives.import');
  const report = await importRepresentatives(database, reading, {
    state,
    kind,
    day,
    source,
    skipBad,
    dryRun,
    sure,
    by,
  });
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else {
    tellImport(report, { dated: values['as-of'] !== undefined, dryRun });
    const known = await stateOf(database, state);
    tellReach(known ? listedName('en', known) : state, before, await reachIn(database, state));
  }
  if (!report.written && !dryRun) process.exitCode = 1;
}

/** What is only tried is done by nobody. */
async function who(database: Database, deed: Deed): Promise<ActorId> {
  return values['dry-run'] ? SYSTEM : whoDoes({ settings: readSettings(process.env, root), database }, values, deed);
}

/** @throws where none is said, or none that there is */
async function stateNamed(database: Database): Promise<string> {
  const { state } = values;
  if (!state) throw new Error('--state: say of which state, by its code of three letters (ISO 3166)');
  if (await stateOf(database, state)) return state;
  if ((await listRecordedStates(database)).length === 0)
    throw new Error('no state is known yet: npm start brings the starting content, once');
  throw new Error(`--state: ${state} is no state’s code (ISO 3166, three letters)`);
}

/** @throws in one line that names the file */
async function readPeople(file: string, day: string) {
  const text = decodeText(file, await readRegularFile(file), values.encoding);
  try {
    if (/\.(csv|tsv|txt)$/i.test(file)) return { kind: 'csv' as const, reading: readCsv(text, day) };
    return { kind: 'popolo' as const, reading: readPopolo(text, day) };
  } catch (error) {
    if (error instanceof NotCsvError || error instanceof NotPopoloError) throw new Error(`${file}: ${error.message}`);
    throw error;
  }
}

/** Updates the record of the Court or of the states from a folder, beside a running site. */
async function importFolder(database: Database, folder: string, dataset: Dataset, announce: Announce, deed: Deed) {
  const why = values.why ?? `import of ${basename(folder)}`;
  const report = await importDataset(database, dataset, folder, {
    by: await who(database, deed),
    why,
    dryRun: values['dry-run'],
    endEmbargoed: values['end-held-back'],
    announce,
  });
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else tellFacts(report, values['dry-run']);
}

/** Adds a campaign beside a running site, under whoever runs it or a member; a known one is changed only where that is said. */
async function importCampaignFolder(database: Database, folder: string, zone: TimeZone): Promise<void> {
  const settings = readSettings(process.env, root);
  const { update, over, controller, 'dry-run': dryRun } = values;
  if (controller !== undefined && update)
    throw new Error(
      '--controller: for a new campaign; npm run campaign -- give SLUG CONTROLLER passes one that is there',
    );
  const by = await who(database, controller !== undefined ? 'controllers.change' : 'campaigns.import');
  if (!dryRun) await settleControllers(database, settings);
  try {
    const given = controller === undefined ? undefined : await mayHaveCampaigns(database, controller, settings);
    const report = await importCampaign(database, folder, {
      zone,
      controller: given ? (given.id as ControllerId) : ownController(settings),
      update,
      over,
      dryRun,
      by,
    });
    if (!dryRun) await settleControllers(database, settings);
    if (values.json) console.log(JSON.stringify(report, null, 2));
    else tellCampaign(report, zone);
  } catch (error) {
    if (!(error instanceof InvalidCampaignError)) throw error;
    for (const problem of error.problems) sayLine(problem);
    throw new Error('nothing was written');
  }
}

/** One line for each file; what is no report of ours is left alone. */
async function importBounces(database: Database): Promise<void> {
  const settings = readSettings(process.env, root);
  const keys = await keysInUse(settings, database, { make: false });
  const log = pino({ base: null });
  for (const file of positionals.slice(1))
    sayLine(
      `${file}: ${await takeBounce({ settings, database, keys, log, handed: handedBy(rooms) }, await readRegularFile(file))}`,
    );
}
