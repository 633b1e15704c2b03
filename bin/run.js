// `npm start` and the other verbs: fetches what is needed, builds, and runs the verb on the pinned Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, prepare, root, verbs } from './prepare.js';
import { onStarterGone } from './starter.js';

const [verb = '', ...args] = process.argv.slice(2);

async function main() {
  if (!verbs().includes(verb)) throw new Error(`no such verb: ${verb}; there are ${verbs().join(', ')}`);
  const node = await prepare();
  await build();
  const envFile = join(root, '.env');
  const child = spawn(
    node,
    [
      '--enable-source-maps',
      // On a small server: rubbish is taken out before the heap has grown by half, instead of fourfold (bench/product.ts has the same).
      '--max-semi-space-size=8',
      '--heap-growing-percent=50',
      ...(existsSync(envFile) ? [`--env-file=${envFile}`] : []),
      join(root, 'dist', `${verb}.js`),
      ...args,
    ],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      cwd: process.env.INIT_CWD ?? process.cwd(),
      env: { NODE_ENV: 'production', ...process.env, CB_ROOT: root },
    },
  );
  passSignals(child);
  onStarterGone(() => child.kill('SIGTERM'));
  child.on('error', fail);
  child.on('exit', (code, signal) => {
    process.exit(signal ? 1 : (code ?? 1));
  });
}

/** Ctrl-C reaches the child by itself, as one of the terminal's group; a second SIGINT does it no harm, it ends once. */
function passSignals(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
}

function fail(error) {
  console.error(`common-bonds: ${error.message}`);
  process.exit(1);
}

main().catch(fail);
