import { parseArgs } from 'node:util';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import { SYSTEM } from '../src/actors/actors.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { contentContext, loadContent } from '../src/content.ts';
import { setPublicIn } from '../src/publications/public-zone.ts';
import { rooms } from '../src/rooms.ts';
import { settleControllers } from '../src/settle-controllers.ts';
import { contentCommand } from '../src/starting-content/command.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

await runOnce(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { ...whoOptions } });
  const settings = readSettings(process.env, root);
  setPublicIn(settings.TIME_ZONE);
  await onDatabase(settings, async ({ database }) => {
    const contextOf = async (decides: boolean) => {
      const by = decides ? await whoDoes({ settings, database }, values, 'content.decide') : SYSTEM;
      return contentContext(settings.TIME_ZONE, by, 'accepted from the files of the program');
    };
    await loadContent(database, settings.TIME_ZONE);
    for (const line of await contentCommand(database, rooms, positionals, contextOf)) sayLine(line);
    await settleControllers(database, settings);
  });
});
