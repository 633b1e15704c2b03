import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../src/config/root.ts';
import { CONNECTIONS, type Counted, type Generator } from './generator.ts';

const run = promisify(execFile);

const PROCESSES = Math.max(2, Math.floor(availableParallelism() / 2));

/** Sends with several processes of our own: more than one, because a single autocannon is slower than what it measures. */
export const ownGenerators: Generator = async (load) => {
  const share = { ...load, connections: Math.ceil(CONNECTIONS / PROCESSES) };
  const program = join(root, 'bench/programs/generator.ts');
  const all = await Promise.all(
    Array.from({ length: PROCESSES }, async () => {
      const { stdout } = await run(process.execPath, [program, JSON.stringify(share)], { cwd: root });
      return JSON.parse(stdout) as Counted;
    }),
  );
  return {
    answered: all.reduce((sum, one) => sum + one.answered, 0),
    failed: all.reduce((sum, one) => sum + one.failed, 0),
    cpu: all.reduce((sum, one) => sum + one.cpu, 0),
    seconds: Math.max(...all.map(({ seconds }) => seconds)),
  };
};
