import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../src/config/root.ts';

const COPIED = ['lefthook.yml', 'biome.json', '.gitignore', 'tsconfig.json', 'package.json', 'package-lock.json'];
const hook = '.git/hooks/pre-commit';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'common-bonds-hooks-'));
  for (const name of COPIED) await cp(join(root, name), join(folder, name));
  await cp(join(root, 'bin'), join(folder, 'bin'), { recursive: true, filter: (path) => !path.endsWith('.ts') });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await mkdir(join(folder, 'src'));
  await run('git', ['init', '-q']);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const env = { PATH: process.env.PATH, HOME: tmpdir(), GIT_CONFIG_NOSYSTEM: '1' };
function run(program: string, args: readonly string[], more: Record<string, string> = {}) {
  return promisify(execFile)(program, args, { cwd: folder, env: { ...env, ...more } });
}
const setHooks = (more?: Record<string, string>) => run(process.execPath, ['bin/hooks.js'], more);
const commit = async (name: string, text: string) => {
  await writeFile(join(folder, name), text);
  await run('git', ['add', name]);
  return run('git', ['-c', 'user.name=A', '-c', 'user.email=a@x.example', 'commit', '-qm', 'A change']);
};

it('git’s hooks are set on request, and never where CI builds', async () => {
  expect((await setHooks({ CI: 'true' })).stdout).toContain('no hooks set');
  await expect(readFile(join(folder, hook))).rejects.toThrow('ENOENT');
  expect((await setHooks()).stdout).toContain('formatted and checked');
  expect(await readFile(join(folder, hook), 'utf8')).toContain('lefthook');
});

it('what is committed is formatted first', async () => {
  await commit('src/kept.ts', 'export const kept = {  a:1 }\n');
  expect((await run('git', ['show', 'HEAD:src/kept.ts'])).stdout).toBe('export const kept = { a: 1 };\n');
});

it('what breaks a rule or a type is not committed, and why is told', async () => {
  await expect(commit('src/loose.ts', 'export const loose: any = 1;\n')).rejects.toThrow(/noExplicitAny/);
  await expect(commit('src/loose.ts', "export const loose: number = '';\n")).rejects.toThrow(/TS2322/);
});
