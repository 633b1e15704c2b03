import { parseArgs } from 'node:util';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { handedBy } from '../src/handed.ts';
import { changePublication, deedOf, tellPublication, tellRemoval } from '../src/publications/command.ts';
import { listPublications } from '../src/publications/list-publications.ts';
import { safetyRemovals } from '../src/publications/safety-removals.ts';
import { rooms } from '../src/rooms.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

await runOnce(async () => {
  const { values, positionals: words } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ from: { type: 'string' }, because: { type: 'string' }, reason: { type: 'string' } },
      ...whoOptions,
    },
  });
  const settings = readSettings(process.env, root);
  const { publications: kinds } = handedBy(rooms);
  await onDatabase(settings, async ({ database }) => {
    const typed = { ...values, words };
    if (words[0] === 'removed') {
      for (const one of await safetyRemovals(database)) sayLine(tellRemoval(one));
      return;
    }
    if (words.length > 0 && words[0] !== 'list')
      await changePublication(database, kinds, typed, await whoDoes({ settings, database }, values, deedOf(typed)));
    for (const one of await listPublications(database, kinds)) sayLine(tellPublication(one, settings.TIME_ZONE));
  });
});
