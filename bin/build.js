import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { verbs } from './prepare.js';

/**
 * Bundles each verb, and the browser's elements, into dist/; whole or not at all, also when it is killed midway. One at a time.
 * @param node the pinned one, for what the product works out beforehand
 */
export async function buildWhereChanged(root, node, say) {
  const dist = join(root, 'dist');
  const wanted = fingerprint(root);
  if (existsSync(join(dist, 'stamp')) && readFileSync(join(dist, 'stamp'), 'utf8') === wanted) return;
  say('building…');
  const draft = join(root, `dist.draft-${process.pid}`);
  removeDrafts(root);
  await bundleVerbs(root, draft);
  execFileSync(node, [join(draft, 'build-lands.js')], { stdio: ['ignore', 'ignore', 'inherit'] });
  await bundleElements(root, draft);
  await esbuild.stop();
  writeFileSync(join(draft, 'stamp'), wanted);
  replace(dist, draft);
}

function bundleVerbs(root, outdir) {
  const entries = {
    ...Object.fromEntries(verbs().map((verb) => [verb, join(root, 'bin', `${verb}.ts`)])),
    ...threads(root),
    'build-lands': join(root, 'src/maps/build-lands.ts'),
  };
  const define = { 'process.env.NODE_ENV': '"production"' };
  return esbuild.build({ ...forNode(entries, outdir), define });
}

/** What runs in a thread or a process of its own; see src/site/pictures and src/media/reading. */
export function threads(root) {
  return { draw: join(root, 'src/site/pictures/draw.ts'), reencode: join(root, 'src/media/reading/reencode.ts') };
}

/** How what runs on Node is built. */
export function forNode(entryPoints, outdir) {
  return {
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'error',
  };
}

async function bundleElements(root, draft) {
  const assets = join(draft, 'assets');
  const { metafile } = await esbuild.build(forBrowsers(root, assets));
  writeManifest(assets, metafile);
}

/** How what runs in browsers is built. */
export function forBrowsers(root, outdir) {
  const entries = {
    elements: join(root, 'src/site/elements/index.ts'),
    face: join(root, 'src/site/elements/face.ts'),
    office: join(root, 'src/office/elements/index.ts'),
  };
  return {
    entryPoints: Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path))),
    entryNames: '[name]-[hash]',
    outdir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2019',
    metafile: true,
    logLevel: 'error',
  };
}

/** Says which files have the browser's elements, what brings faces, and the office's elements now. */
export function writeManifest(outdir, metafile) {
  const names = Object.keys(metafile.outputs).map((path) => path.split('/').at(-1));
  const named = (start) => names.find((name) => name.startsWith(start) && name.endsWith('.js')) ?? null;
  mkdirSync(outdir, { recursive: true });
  const built = { elements: named('elements-'), face: named('face-'), office: named('office-') };
  writeFileSync(join(outdir, 'manifest.json'), JSON.stringify(built));
}

/** Sources by name, size and time: cheap enough for every start. */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const path of ['bin', 'bench', 'trial', 'src', 'test/support'].flatMap((folder) => filesIn(root, folder))) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

/** By hand, as the first Nodes 18 pass over readdir's own `recursive`. */
function filesIn(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(root, path);
    return /\.test\.tsx?$/.test(path) ? [] : [path];
  });
}

/** Killed between the two moves it leaves no dist/, and the next start builds. */
function replace(dist, draft) {
  const old = `${draft}.old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(draft, dist);
  rmSync(old, { recursive: true, force: true });
}

function removeDrafts(root) {
  const left = readdirSync(root).filter((name) => name.startsWith('dist.draft-'));
  for (const name of left) rmSync(join(root, name), { recursive: true, force: true });
}
