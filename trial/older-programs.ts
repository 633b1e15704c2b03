import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const MIGRATIONS = 'src/database/migrations';
const run = promisify(execFile);

/** A program of earlier, built in a folder of its own. */
export interface OlderProgram {
  readonly commit: string;
  readonly root: string;
  /** The Node that it pins. */
  readonly node: string;
  /** By name, in their order. */
  readonly migrations: readonly string[];
  remove(): Promise<void>;
}

/** Migrations by name, each with the hash of its content. */
type Migrations = ReadonlyMap<string, string>;

/**
 * The programs in a repository's history that have to work beside the one of now, by decision 19: theirs are some of its migrations,
 * unchanged, and what came since says that it expands.
 * @returns a commit each, the oldest first, the last before the next migration; or why there is no telling
 */
export async function olderPrograms(root: string): Promise<readonly string[] | { readonly leftOut: string }> {
  const git = async (...words: string[]) => (await run('git', ['-C', root, ...words])).stdout.trim();
  const lines = async (...words: string[]) => (await git(...words)).split('\n').filter(Boolean);
  const shallow = await git('rev-parse', '--is-shallow-repository').catch(() => undefined);
  if (shallow === undefined) return { leftOut: 'there is no history here: it takes a clone, and git' };
  if (shallow === 'true') return { leftOut: 'the history here is cut off: git fetch --unshallow brings the rest' };
  const ours = await migrationsIn(root, git);
  const same = sameStatements(root, (hash) => git('cat-file', 'blob', hash));
  const changed = await lines('log', '--first-parent', '--reverse', '--format=%H', '--', MIGRATIONS);
  const before = changed.slice(1).map((commit) => `${commit}^1`);
  const covered: string[] = [];
  for (const commit of [...before, 'HEAD'])
    if (await isCovered(root, await migrationsAt(commit, lines), ours, same))
      covered.push(await git('rev-parse', commit));
  return covered.length > 0
    ? covered
    : { leftOut: 'no program of before is there whose migrations this one continues' };
}

async function migrationsAt(commit: string, lines: (...words: string[]) => Promise<string[]>): Promise<Migrations> {
  const listed = await lines('ls-tree', commit, `${MIGRATIONS}/`);
  return new Map(
    listed
      .map((line) => /^\S+ \S+ (\S+)\t.*\/(.+)$/.exec(line)?.slice(1) as [string, string])
      .map(([hash, name]) => [name, hash]),
  );
}

async function migrationsIn(root: string, git: (...words: string[]) => Promise<string>): Promise<Migrations> {
  const names = (await readdir(join(root, MIGRATIONS))).sort();
  const hashes = (await git('hash-object', ...names.map((name) => `${MIGRATIONS}/${name}`))).split('\n');
  return new Map(names.map((name, at) => [name, hashes[at] ?? '']));
}

type Same = (name: string, theirs: string, ours: string | undefined) => Promise<boolean>;

/** Whether a migration is the same but for comments and where its lines break. */
function sameStatements(root: string, read: (hash: string) => Promise<string>): Same {
  const known = new Map<string, Promise<boolean>>();
  const statements = (text: string) => text.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, '');
  const compare = async (name: string, hash: string) =>
    statements(await readFile(join(root, MIGRATIONS, name), 'utf8')) === statements(await read(hash));
  return async (name, theirs, ours) => {
    if (theirs === ours || ours === undefined) return theirs === ours;
    const same = known.get(theirs) ?? compare(name, theirs);
    known.set(theirs, same);
    return same;
  };
}

async function isCovered(root: string, theirs: Migrations, ours: Migrations, same: Same): Promise<boolean> {
  if (theirs.size === 0) return false;
  for (const [name, hash] of theirs) if (!(await same(name, hash, ours.get(name)))) return false;
  const since = [...ours.keys()].filter((name) => !theirs.has(name));
  const heads = await Promise.all(since.map((name) => readFile(join(root, MIGRATIONS, name), 'utf8')));
  return since.length > 0 && heads.every((text) => text.startsWith('-- expand\n'));
}

/** Builds the program of a commit. What it is made of is taken from here where it is the same, else it installs that by itself. */
export async function buildOlder(root: string, commit: string): Promise<OlderProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'common-bonds-older-'));
  const older = join(folder, 'program');
  await mkdir(older);
  await run('git', ['-C', root, 'archive', '--format=tar', '-o', join(folder, 'program.tar'), commit]);
  await run('tar', ['-xf', join(folder, 'program.tar'), '-C', older]);
  const lock = (of: string) => readFile(join(of, 'package-lock.json'), 'utf8');
  if ((await lock(root)) === (await lock(older)))
    await symlink(join(root, 'node_modules'), join(older, 'node_modules'));
  const prepared = `import('./bin/prepare.js').then(async ({ prepare, build }) => {
    const node = await prepare();
    await build();
    console.log(node);
  })`;
  const { stdout } = await run(process.execPath, ['-e', prepared], { cwd: older });
  return {
    commit,
    root: older,
    node: stdout.trim().split('\n').at(-1) ?? '',
    migrations: (await readdir(join(older, MIGRATIONS))).filter((name) => name.endsWith('.sql')).sort(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
