import type { Demonstration } from '../controllers/demonstration.ts';
import type { Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { endExamples } from './example-queries.ts';

export { openExamples } from './example-queries.ts';

/** States that a demonstration has as open, so that there is something to see: nobody judged them, and an operator finds them so. */
export const exampleRisks: Demonstration = { ends: endThem, removed: endThem };

async function endThem(trx: Queries): Promise<void> {
  if (await endExamples(trx)) await dropPages(trx, ['states'], 'remove');
}
