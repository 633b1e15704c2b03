import { parseArgs } from 'node:util';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import { upgrade } from '../src/backup/before-migrating.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { openDatabase, openPool } from '../src/database/database.ts';
import { withDatabase } from '../src/database/reach-database.ts';
import { judgeRisk, readJudgement, tellRisks } from '../src/states/judge-risk.ts';
import { today } from '../src/text/partial-day.ts';
import { runOnce, sayLine } from './lifecycle.ts';

await runOnce(async () => {
  const { values, positionals: words } = parseArgs({
    allowPositionals: true,
    options: {
      because: { type: 'string' },
      source: { type: 'string' },
      on: { type: 'string' },
      ...whoOptions,
    },
  });
  const settings = readSettings(process.env, root);
  const listing = words.length === 0 || words[0] === 'list';
  const judgement = listing ? undefined : readJudgement({ ...values, words }, today(settings.TIME_ZONE));
  await withDatabase(settings, sayLine, async (url) => {
    await upgrade(settings, url, sayLine);
    const pool = openPool(url, 2);
    const database = openDatabase(pool);
    const work = async () => {
      if (judgement) await judgeRisk(database, judgement, await whoDoes({ settings, database }, values, 'risks.judge'));
      for (const line of await tellRisks(database)) sayLine(line);
    };
    await work().finally(() => pool.end());
  });
});
