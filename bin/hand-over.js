import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onNpmGone } from './parent-watch.js';
import { root } from './prepare.js';

/** Runs a program on the pinned Node with the settings of `.env`, and ends as it ends; what ends us ends it. */
export function handOver(node, args, env = {}) {
  const envFile = join(root, '.env');
  const child = spawn(
    node,
    ['--enable-source-maps', ...(existsSync(envFile) ? [`--env-file=${envFile}`] : []), ...args],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      cwd: process.env.INIT_CWD ?? process.cwd(),
      env: { NODE_ENV: 'production', ...process.env, CB_ROOT: root, ...env },
    },
  );
  passSignals(child);
  onNpmGone(() => child.kill('SIGTERM'));
  child.on('error', fail);
  child.on('exit', (code, signal) => {
    process.exit(signal ? 1 : (code ?? 1));
  });
}

/** Ctrl-C reaches the child by itself, as one of the terminal's group; a second SIGINT does it no harm, it ends once. */
function passSignals(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
}

export function fail(error) {
  console.error(`common-bonds: ${error.message}`);
  process.exit(1);
}
