import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../src/config/root.ts';
import { until } from './until.ts';

export interface ProductProcess {
  readonly url: string;
  /** As power loss would: no time to say goodbye. */
  killed(): Promise<void>;
  stopped(): Promise<void>;
  /** Everything it printed so far. */
  printed(): string;
}

/** Where a program lies that is built, and the Node that runs it. */
export interface Program {
  readonly root: string;
  readonly node: string;
}

/** The one that lies here. */
export const thisProgram: Program = { root, node: process.execPath };

/** The built product as a process of its own, as `npm start` runs it. */
export async function startBuiltProduct(
  port: number,
  env: Readonly<Record<string, string>>,
  program = thisProgram,
): Promise<ProductProcess> {
  const child = spawn(program.node, [join(program.root, 'dist/start.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      CB_ROOT: program.root,
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
  await until(
    'the product is ready',
    () => {
      if (child.exitCode !== null) throw new Error(`the product ended: ${output()}`);
      return answersReady(url);
    },
    30,
  ).catch((error: Error) => {
    throw new Error(`${error.message}: ${output()}`);
  });
}

/** Whether a site says that it can serve and take. */
export function answersReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
