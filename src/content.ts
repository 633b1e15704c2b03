import { join } from 'node:path';
import {
  addConditionalWords,
  completeAsks,
  hasCampaigns,
  lacksConditionalWords,
  loadCampaigns,
  lockCampaigns,
} from './campaigns/load-campaigns.ts';
import { root } from './config/root.ts';
import type { TimeZone } from './config/time-zone.ts';
import type { Database } from './database/database.ts';
import { isRecorded, loadDataset, readDataset } from './facts/dataset.ts';
import type { Fields, Files } from './facts/shapes.ts';
import { ourselves } from './publications/audience.ts';
import { visibleTo } from './publications/visible-to.ts';
import { assembleDocket } from './record/docket.ts';
import type { World } from './record/record.ts';
import { recordDataset } from './record/record-dataset.ts';
import { loadAddressees } from './representatives/load-addressees.ts';
import { loadStates } from './states/load-states.ts';
import { statesDataset } from './states/states-dataset.ts';
import { assembleTreatyRecord } from './states/treaty-record.ts';

/** The record that a new installation starts with, read without a database. @throws InvalidFactsError */
export async function worldInContent(): Promise<World> {
  const [record, states] = await Promise.all([
    readDataset(recordDataset, join(root, 'content/record')),
    readDataset(statesDataset, join(root, 'content/states')),
  ]);
  const gate = visibleTo(ourselves);
  return {
    docket: assembleDocket(gate.recorded(fieldsOf(record), recordDataset.hidden)),
    treaty: assembleTreatyRecord(gate.recorded(fieldsOf(states), statesDataset.hidden)),
  };
}

function fieldsOf(files: Files): Readonly<Record<string, readonly Fields[]>> {
  return Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, lines.map(({ fields }) => fields)]));
}

/**
 * Loads content/ into an empty database, whole or not at all; from then on the database owns it. A part that came with a later version is
 * loaded into a database that has none of it yet.
 * @param zone in which a campaign's first and last day begin and end
 * @returns whether anything was loaded
 */
export async function loadContent(database: Database, zone: TimeZone): Promise<boolean> {
  return database.transaction().execute(async (trx) => {
    await lockCampaigns(trx);
    const recorded = await isRecorded(trx);
    if (!recorded) {
      await loadAddressees(trx, await loadStates(trx, join(root, 'content/states')));
      await loadDataset(trx, recordDataset, join(root, 'content/record'));
    }
    const known = await hasCampaigns(trx);
    if (!known) await loadCampaigns(trx, join(root, 'content/campaigns'), zone);
    else if (!recorded) await completeAsks(trx, join(root, 'content/campaigns'));
    else if (await lacksConditionalWords(trx)) await addConditionalWords(trx, join(root, 'content/campaigns'));
    return !recorded || !known;
  });
}
