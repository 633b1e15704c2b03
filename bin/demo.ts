import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { loadContent } from '../src/content.ts';
import { fillDemonstration, NoDemonstrationError } from '../src/fill-demonstration.ts';
import { handedBy } from '../src/handed.ts';
import { PageCache } from '../src/http/page-cache.ts';
import { rooms } from '../src/rooms.ts';
import { keysInUse } from '../src/sealing/keys-in-use.ts';
import { settleControllers } from '../src/settle-controllers.ts';
import { settleDemonstration } from '../src/settle-demonstration.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

const { values } = parseArgs({ options: { people: { type: 'string', default: '400' } } });

/** Fills a demonstration, beside a running one or before its first start; the second time nothing. */
await runOnce(async () => {
  const people = Number(values.people);
  if (!Number.isInteger(people) || people < 1 || people > 5_000) throw new Error('--people: a number from 1 to 5000');
  const settings = readSettings(process.env, root);
  if (settings.operator) throw new NoDemonstrationError();
  await onDatabase(settings, async ({ database, pool }) => {
    await loadContent(database, settings.TIME_ZONE);
    await settleControllers(database, settings);
    await settleDemonstration(database, settings, rooms, sayLine);
    const keys = (await keysInUse(settings, database, { make: true })).findApart();
    const log = pino({ level: 'silent' });
    const pages = new PageCache(0);
    const app = { settings, keys, pool, database, pages, processes: { up: 1 }, handed: handedBy(rooms), log };
    const added = await fillDemonstration(app, people);
    sayLine(
      `${added} example people are new, with letters in every state; npm run reset -- demonstration removes them`,
    );
  });
});
