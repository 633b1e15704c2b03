import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../src/config/root.ts';

export interface ProductProcess {
  readonly url: string;
  /** As power loss would: no time to say goodbye. */
  killed(): Promise<void>;
  stopped(): Promise<void>;
  /** Everything it printed so far. */
  printed(): string;
}

/** The built product as a process of its own, as `npm start` runs it. */
export async function startBuiltProduct(port: number, env: Readonly<Record<string, string>>): Promise<ProductProcess> {
  const child = spawn(process.execPath, [join(root, 'dist/start.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      CB_ROOT: root,
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      OUTBOX_PORT: '0',
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      output += part.toString();
    });
  }
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child, () => output);
  return { url, printed: () => output, killed: () => ended(child, 'SIGKILL'), stopped: () => ended(child, 'SIGTERM') };
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the product ended: ${output()}`);
    if (
      await fetch(`${url}/readyz`).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await pause(50);
  }
  throw new Error(`the product was not ready in time: ${output()}`);
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
