import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { forBrowsers, forNode, threads, writeManifest } from '../bin/build.js';

/** What is built again and again, in memory as far as it did not change. */
export interface Build {
  readonly dist: string;
  /** The program to start. */
  readonly entry: string;
  /** The libraries that it takes, which no change of ours changes. */
  readonly libraries: readonly string[];
  /** @returns what is wrong, a line each; nothing where all is well */
  again(): Promise<readonly string[]>;
  /** Whether a change of this file changes what is built; words, styles and statements are read at the start. */
  isSource(path: string): boolean;
  stop(): Promise<void>;
}

export async function openBuild(root: string): Promise<Build> {
  const dist = join(root, 'dist.dev');
  await rm(dist, { recursive: true, force: true });
  const assets = join(dist, 'assets');
  const quiet = { absWorkingDir: root, metafile: true, logLevel: 'silent' } as const;
  const site = await esbuild.context({
    ...forNode({ site: join(root, 'dev/site.ts'), ...threads(root) }, dist),
    ...quiet,
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  const elements = await esbuild.context({ ...forBrowsers(root, assets), ...quiet, sourcemap: 'inline' });
  const libraries = new Set<string>();
  const again = async () => {
    const [code, browser] = await Promise.all([site.rebuild(), elements.rebuild()]);
    if (browser.metafile) writeManifest(assets, browser.metafile);
    for (const { imports } of Object.values(code.metafile?.outputs ?? {}))
      for (const { path, external } of imports) if (external) libraries.add(path);
  };
  return {
    dist,
    entry: join(dist, 'site.js'),
    get libraries() {
      return [...libraries];
    },
    again: () => again().then(() => [], linesOf),
    isSource: (path) => /\.(ts|tsx|js)$/.test(path),
    stop: async () => {
      await Promise.all([site.dispose(), elements.dispose()]);
      await rm(dist, { recursive: true, force: true });
    },
  };
}

function linesOf(error: Error & { errors?: readonly esbuild.Message[] }): readonly string[] {
  const lines = error.errors?.map(({ text, location }) =>
    location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text,
  );
  return lines && lines.length > 0 ? lines : [error.message];
}
