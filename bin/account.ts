import { parseArgs } from 'node:util';
import { readCommand, tellAccounts } from '../src/accounts/command.ts';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { firstLinkLine } from '../src/office/first-link.ts';
import { inviteByCommand, recoverByCommand } from '../src/office/invite.ts';
import { keysInUse } from '../src/sealing/keys-in-use.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

await runOnce(async () => {
  const { values, positionals: words } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      lang: { type: 'string' },
      languages: { type: 'string' },
      ...whoOptions,
    },
  });
  const settings = readSettings(process.env, root);
  if (words.length === 1 && words[0] === 'first-link')
    return onDatabase(settings, async ({ database }) =>
      sayLine((await firstLinkLine({ settings, database })) ?? 'somebody administers it already'),
    );
  const change = readCommand(
    { ...values, words },
    { invite: inviteByCommand, recover: recoverByCommand(settings.RECOVERY_HOURS) },
  );
  await onDatabase(settings, async ({ database }) => {
    // The first account may be made before the site has ever run.
    const keys = await keysInUse(settings, database, { make: change !== undefined });
    const by = change && (await whoDoes({ settings, database }, values, 'accounts.change'));
    if (change && by) await change({ database, keys, by });
    const lines = await tellAccounts({ database, keys }, settings.TIME_ZONE);
    for (const line of lines.length > 0 ? lines : ['nobody has an account yet']) sayLine(line);
  });
});
