import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { verbs } from './prepare.js';

/** Bundles each verb, and the browser's elements, into dist/; whole or not at all, also when it is killed midway. */
export async function buildWhereChanged(root, say) {
  const dist = join(root, 'dist');
  const wanted = fingerprint(root);
  if (existsSync(join(dist, 'stamp')) && readFileSync(join(dist, 'stamp'), 'utf8') === wanted) return;
  say('building…');
  const draft = join(root, `dist.draft-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  await bundleVerbs(root, draft);
  await bundleElements(root, draft);
  writeFileSync(join(draft, 'stamp'), wanted);
  replace(dist, draft);
}

function bundleVerbs(root, outdir) {
  return esbuild.build({
    entryPoints: verbs().map((verb) => join(root, 'bin', `${verb}.ts`)),
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
}

async function bundleElements(root, draft) {
  const assets = join(draft, 'assets');
  mkdirSync(assets, { recursive: true });
  const entry = join(root, 'src/site/elements/index.ts');
  const result = await esbuild.build({
    entryPoints: existsSync(entry) ? [entry] : [],
    entryNames: 'elements-[hash]',
    outdir: assets,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2019',
    metafile: true,
    logLevel: 'error',
  });
  const names = Object.keys(result.metafile.outputs).map((path) => path.split('/').at(-1));
  writeFileSync(join(assets, 'manifest.json'), JSON.stringify({ elements: names[0] ?? null }));
}

/** Sources by name, size and time: cheap enough for every start. */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const folder of ['bin', 'bench', 'src']) {
    if (!existsSync(join(root, folder))) continue;
    for (const name of readdirSync(join(root, folder), { recursive: true }).map(String).sort()) {
      const info = statSync(join(root, folder, name));
      if (info.isFile() && !/\.test\.tsx?$/.test(name)) hash.update(`${folder}/${name} ${info.size} ${info.mtimeMs}\n`);
    }
  }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

function replace(dist, draft) {
  const old = `${draft}.old`;
  if (existsSync(dist)) renameSync(dist, old);
  try {
    renameSync(draft, dist);
  } catch (error) {
    // Another start built the same at the same moment.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    rmSync(draft, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}
