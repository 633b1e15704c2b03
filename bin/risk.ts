import { parseArgs } from 'node:util';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { judgeRisk, readJudgement, tellRisks } from '../src/states/judge-risk.ts';
import { today } from '../src/text/partial-day.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

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
  await onDatabase(settings, async ({ database }) => {
    if (judgement) await judgeRisk(database, judgement, await whoDoes({ settings, database }, values, 'risks.judge'));
    for (const line of await tellRisks(database)) sayLine(line);
  });
});
