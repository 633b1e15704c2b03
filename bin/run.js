// `npm start` and the other verbs: fetches what is needed, builds, and runs the verb on the pinned Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, prepare, root, verbs } from './prepare.js';

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
  endWithStarter(child);
  child.on('exit', (code, signal) => {
    process.exit(signal ? 1 : (code ?? 1));
  });
}

/** Ctrl-C reaches the child by itself, as one of the terminal's group; a second SIGINT does it no harm, it ends once. */
function passSignals(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
}

/** Where npm is killed outright nobody tells us; we would go on unseen and hold the data folder. */
function endWithStarter(child) {
  if (!process.env.npm_lifecycle_event) return;
  const starter = process.ppid;
  setInterval(() => {
    if (process.ppid !== starter) child.kill('SIGTERM');
  }, 500).unref();
}

main().catch((error) => {
  console.error(`common-bonds: ${error.message}`);
  process.exit(1);
});
