import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import { backupBefore } from '../src/backup/before-migrating.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { hasDatabase } from '../src/database/reach-database.ts';
import { rooms } from '../src/rooms.ts';
import { removeDemonstration, type Tried, triedIn } from '../src/settle-demonstration.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

const USAGE =
  'npm run reset -- demonstration [--yes] [--as EMAIL]   (removes what was tried before an operator was named)';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { yes: { type: 'boolean', default: false }, ...whoOptions },
});

await runOnce(async () => {
  if (positionals[0] !== 'demonstration') throw new Error(`what should be reset?\n${USAGE}`);
  const settings = readSettings(process.env, root);
  if (!hasDatabase(settings)) return sayLine('nothing was tried here yet');
  await onDatabase(settings, async ({ database, url }) => {
    if (!(await isMeant(await triedIn(database)))) throw new Error('nothing was removed');
    sayLine(`backup: ${await backupBefore('reset', settings, url)}`);
    const by = await whoDoes({ settings, database }, values, 'demonstration.remove');
    sayLine(`removed: ${counted(await removeDemonstration(database, rooms, by))}`);
  });
});

/** Whoever is not at a terminal says it beforehand. */
async function isMeant(tried: Tried): Promise<boolean> {
  if (values.yes) return true;
  sayLine(`this removes ${counted(tried)} for good; nothing of an operator’s is touched`);
  if (!process.stdin.isTTY) throw new Error('say so with --yes; nothing was removed');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('  remove it? (yes) ').finally(() => terminal.close());
  return answer.trim().toLowerCase() === 'yes';
}

function counted({ people, letters }: Tried): string {
  return `${people} people, ${letters} letters, and everything else that was tried in a demonstration`;
}
