import { parseArgs } from 'node:util';
import { everyPage } from '../trial/every-page.ts';
import { firstActions } from '../trial/first-actions.ts';
import { frozen } from '../trial/frozen.ts';
import { fullDisk } from '../trial/full-disk.ts';
import { kills } from '../trial/kills.ts';
import type { Part } from '../trial/part.ts';
import { races } from '../trial/races.ts';
import { Random } from '../trial/random.ts';
import { requests } from '../trial/requests.ts';
import { screenshots } from '../trial/screenshots.ts';
import { slow } from '../trial/slow.ts';
import { slowServers } from '../trial/slow-servers.ts';
import { tableOf } from '../trial/table.ts';
import { twoProcesses } from '../trial/two-processes.ts';
import { versions } from '../trial/versions.ts';
import { runOnce, sayLine } from './lifecycle.ts';

/** What is tried, in this order; `npm run trial -- kills races` tries these alone. */
const parts: Readonly<Record<string, Part>> = {
  kills,
  races,
  'slow-servers': slowServers,
  'full-disk': fullDisk,
  frozen,
  'two-processes': twoProcesses,
  requests,
  versions,
  'every-page': everyPage,
  screenshots,
  'first-actions': firstActions,
  slow,
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

/** Ends with exit code 1 where a promise was broken. */
await runOnce(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
  });
  const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
  for (const name of wanted)
    if (!parts[name]) throw new Error(`there is no part ${name}; there are ${Object.keys(parts).join(', ')}`);
  const rounds = whole('--rounds', values.rounds);
  const seed = whole('--seed', values.seed) ?? Math.floor(Math.random() * 1_000_000);
  const { only } = values;
  const broken: string[] = [];
  for (const name of wanted) if (!(await holds(name, parts[name] as Part, { seed, rounds, only }))) broken.push(name);
  if (broken.length > 0) throw new Error(`promises were broken: ${broken.join(', ')} (--seed ${seed})`);
  process.exit(0);
});

interface Named {
  readonly seed: number;
  readonly rounds: number | undefined;
  readonly only: string | undefined;
}

async function holds(name: string, part: Part, { seed, only, ...named }: Named): Promise<boolean> {
  const rounds = named.rounds ?? part.rounds;
  sayLine(`${name}: ${part.what(rounds)} (--seed ${seed})`);
  const began = Date.now();
  const found = await part.run({ random: new Random(seed), rounds, only, say: (line) => sayLine(`  ${line}`) });
  if ('leftOut' in found) {
    sayLine(`${name}: left out, ${found.leftOut}`);
    return true;
  }
  console.log(`\n${name}, seed ${seed}, ${Math.round((Date.now() - began) / 1_000)} s\n\n${tableOf(found)}\n`);
  return found.every((one) => one.holds);
}

function whole(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new Error(`${option} wants a whole number, not ${value}`);
  return Number(value);
}
