import { join } from 'node:path';
import { SYSTEM } from '../src/actors/actors.ts';
import { bringCampaigns } from '../src/campaigns/load-campaigns.ts';
import { root } from '../src/config/root.ts';
import { dropCached } from '../src/database/memory-cache.ts';
import { importDataset } from '../src/facts/dataset.ts';
import type { App } from '../src/http/app.ts';
import { recordDataset } from '../src/record/record-dataset.ts';
import { loadRisks } from '../src/states/load-states.ts';
import { statesDataset } from '../src/states/states-dataset.ts';

const made = { by: SYSTEM, why: 'content/ was changed' };

/** Brings what was changed in content/ to a site that has it loaded already. @throws what is wrong with it, by file and line */
export async function contentAgain(
  { database, pages }: Pick<App, 'database' | 'pages'>,
  paths: readonly string[],
): Promise<void> {
  const touched = (folder: string) => paths.some((path) => path.startsWith(`content/${folder}/`));
  if (touched('states')) {
    await importDataset(database, statesDataset, join(root, 'content/states'), made);
    await loadRisks(database, join(root, 'content/states/risk.csv'));
  }
  if (touched('record')) await importDataset(database, recordDataset, join(root, 'content/record'), made);
  if (touched('campaigns')) await bringCampaigns(database, join(root, 'content/campaigns'));
  const tags = ['states', 'record', 'campaigns'];
  dropCached(tags);
  pages.drop(tags);
}
