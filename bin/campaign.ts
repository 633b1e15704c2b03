import { parseArgs } from 'node:util';
import { plainLimits, setPlainLimit } from '../src/campaigns/plain-limit.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { openDatabase, openPool } from '../src/database/database.ts';
import { migrate } from '../src/database/migrate.ts';
import { withDatabase } from '../src/database/reach-database.ts';
import { runOnce, sayLine } from './lifecycle.ts';

const USAGE = `npm run campaign -- list
npm run campaign -- plain-for SLUG MONTHS   (how old what is known may be for an ask to be made plainly, 0 to 600)`;

await runOnce(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [verb = 'list', slug, months, ...more] = positionals;
  const sets = verb === 'plain-for' && slug !== undefined && months !== undefined && more.length === 0;
  if (!sets && !(verb === 'list' && slug === undefined)) throw new Error(`say what to do:\n${USAGE}`);
  const settings = readSettings(process.env, root);
  await withDatabase(settings, sayLine, async (url) => {
    await migrate(url, sayLine);
    const pool = openPool(url, 2);
    const database = openDatabase(pool);
    const work = async () => {
      if (sets) await setPlainLimit(database, slug, months);
      for (const one of await plainLimits(database))
        sayLine(`${one.slug}  asks are plain for ${one.months} months after a list was last known whole`);
    };
    await work().finally(() => pool.end());
  });
});
