import { SYSTEM } from '../../actors/actors.ts';
import type { App } from '../../http/app.ts';
import type { Opening } from '../../sealing/read-sealed.ts';
import { refuseNames, showNames } from './decide-names.ts';
import { exampleNamesOf } from './example-queries.ts';

export { ageExampleNames } from './example-queries.ts';

/** Decides what somebody made up offered, each way in turn; every fourth waits. */
export async function decideExample(app: Pick<App, 'database'> & Opening, key: Buffer, number: number): Promise<void> {
  const ids = await exampleNamesOf(app.database, key);
  if (number % 4 < 2) await showNames(app, ids, SYSTEM);
  if (number % 4 === 2) await refuseNames(app, ids, 'no-name', SYSTEM);
}
