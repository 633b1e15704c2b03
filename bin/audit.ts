import { parseArgs } from 'node:util';
import type { Entry } from '../src/audit/audit-queries.ts';
import { csvHead, csvLine, entriesThatFit, readFilter, tellEntry, USAGE } from '../src/audit/list-audit.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

await runOnce(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      who: { type: 'string' },
      item: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      csv: { type: 'boolean', default: false },
    },
  });
  if (positionals.some((word) => word !== 'list')) throw new Error(`say what to show:\n${USAGE}`);
  const settings = readSettings(process.env, root);
  const tell = values.csv
    ? (entry: Entry) => process.stdout.write(csvLine(entry))
    : (entry: Entry) => tellEntry(entry, settings.TIME_ZONE).forEach(sayLine);
  const filter = readFilter(values, settings.TIME_ZONE);
  // A CSV goes where the output goes, and nothing else does.
  const say = values.csv ? (line: string) => console.error(line) : sayLine;
  await onDatabase(
    settings,
    async ({ database }) => {
      if (values.csv) process.stdout.write(csvHead);
      for await (const entry of entriesThatFit(database, filter)) tell(entry);
    },
    say,
  );
});
