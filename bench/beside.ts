import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../src/config/root.ts';

export interface Beside {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts one of `programs/` as a process of its own. @returns once it has printed its port */
export async function startBeside(program: string, args: readonly string[] = []): Promise<Beside> {
  const child = spawn(process.execPath, [join(root, 'bench/programs', program), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await Promise.race([firstLine(child), gone(program, child)]);
  return { port: Number(port), stop: () => ended(child) };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('its output is not read');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return line;
}

async function gone(program: string, child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new Error(`bench/programs/${program} ended before it served`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
