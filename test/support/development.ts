import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../src/config/root.ts';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

const COPIED = ['bin', 'dev', 'src', 'content', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A copy of the project under `npm run dev`. */
export interface Development {
  readonly url: string;
  readonly debugPort: number;
  /** Everything it printed so far. */
  printed(): string;
  /** Changes a file as an editor does, and gives back its words as they were. */
  edit(path: string, from: string | RegExp, to: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startDevelopment(): Promise<Development> {
  const folder = await mkdtemp(join(tmpdir(), 'common-bonds-dev-'));
  for (const name of COPIED) await cp(join(root, name), join(folder, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const [port, debugPort] = [await freePort(), await freePort()];
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: tmpdir(), CI: '1', PORT: String(port) };
  const child = spawn(process.execPath, [join(folder, 'bin/dev.js'), '--debug', String(debugPort)], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      output += part.toString();
    });
  }
  await until('development has begun', () => begun(child, output), 60);
  const write = (path: string, text: string) => writeFile(join(folder, path), text);
  return {
    url: `http://localhost:${port}`,
    debugPort,
    printed: () => output,
    write,
    edit: async (path, from, to) => {
      const text = await readFile(join(folder, path), 'utf8');
      if (text.replace(from, to) === text) throw new Error(`${path} has no ${from}`);
      await write(path, text.replace(from, to));
      return text;
    },
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function begun(child: ChildProcess, output: string): boolean {
  if (child.exitCode !== null) throw new Error(`development ended: ${output}`);
  return /^ {2}site: /m.test(output);
}
