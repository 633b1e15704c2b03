import { join } from 'node:path';
import { readDataset } from '../facts/dataset.ts';
import { datasetContent } from '../facts/dataset-content.ts';
import { readText } from '../facts/read-file.ts';
import { dropPages } from '../http/invalidation.ts';
import type { ContentRow, ContentUnit, RoomContent } from '../starting-content/content-unit.ts';
import { readRisks } from './load-states.ts';
import type { Risk } from './risks.ts';
import { lockStates, putState, selectStates } from './state-queries.ts';
import { statesDataset } from './states-dataset.ts';

const FOLDER = 'content/states';

/** What writing to one's own government may cost, by state; staff's to change afterwards. */
const risks: ContentUnit = {
  name: 'risks',
  folder: FOLDER,
  files: ['states.csv', 'risk.csv'],
  tags: ['states'],
  read: readStates,
  stored: async (trx) => {
    await lockStates(trx);
    const states = await selectStates(trx);
    return new Map(states.map(({ iso3, iso2, risk }) => [iso3, { value: { iso2, risk } }]));
  },
  make: async (trx, changes) => {
    // A state that was recorded once can be written to for good: letters name it.
    for (const { key, after } of changes)
      if (after !== undefined) await putState(trx, { iso3: key, ...(after as { iso2: string; risk: Risk }) });
    // Where writing has become dangerous, no page may go on asking for it.
    if (changes.some(({ before }) => before !== undefined)) await dropPages(trx, ['states'], 'remove');
  },
};

/** States of which the file of risks says nothing are those of which writers are warned. */
async function readStates(folder: string): Promise<ContentRow[]> {
  const { states = [] } = await readDataset(statesDataset, folder);
  const file = join(folder, 'risk.csv');
  const levels = new Map(readRisks(file, await readText(file)).map((row) => [row.iso3, row.level]));
  return states.map(({ fields: { iso3 = '', iso2 = '' } }) => ({
    key: iso3,
    value: { iso2, risk: levels.get(iso3) ?? 'warn' },
  }));
}

/** The states' record, and the states that can be written to. */
export const content: RoomContent = { units: [datasetContent(statesDataset, FOLDER), risks] };
