import { parseArgs } from 'node:util';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import { upgrade } from '../src/backup/before-migrating.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { LONG_WORK, openDatabase, openPool } from '../src/database/database.ts';
import { withDatabase } from '../src/database/reach-database.ts';
import { dropKey } from '../src/sealing/drop-key.ts';
import { keysInUse } from '../src/sealing/keys-in-use.ts';
import { listKeys } from '../src/sealing/list-keys.ts';
import { rotateKeys } from '../src/sealing/rotate-keys.ts';
import { runOnce, sayLine } from './lifecycle.ts';

const USAGE = `npm run key -- list
npm run key -- rotate [--as EMAIL]   (another key for what is new; what there is is sealed anew, while the site runs)
npm run key -- drop NUMBER [--links-too] [--as EMAIL]   (lets go of a key under which nothing is sealed any more)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'links-too': { type: 'boolean', default: false }, ...whoOptions },
});
const [verb = 'list', number = ''] = positionals;

await runOnce(async () => {
  if (!['list', 'rotate', 'drop'].includes(verb) || (verb === 'drop' && !/^\d{1,4}$/.test(number)))
    throw new Error(`say what to do:\n${USAGE}`);
  const settings = readSettings(process.env, root);
  await withDatabase(settings, sayLine, async (url) => {
    await upgrade(settings, url, sayLine);
    const pool = openPool(url, 4, LONG_WORK);
    const database = openDatabase(pool);
    const work = async () => {
      const keys = await keysInUse(settings, database, { make: false });
      if (verb !== 'list') {
        const app = { settings, database, keys, by: await whoDoes({ settings, database }, values, 'keys.change') };
        if (verb === 'rotate') await rotateKeys(app, sayLine);
        else await dropKey(app, Number(number), values['links-too'], sayLine);
      }
      for (const key of await listKeys({ database, keys }))
        sayLine(`key ${key.number} (${key.print})  ${key.state}  ${key.values} values`);
    };
    await work().finally(() => pool.end());
  });
});
