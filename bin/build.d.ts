import type { BuildOptions } from 'esbuild';

export function forNode(entryPoints: Record<string, string>, outdir: string): BuildOptions;
export function forBrowsers(root: string, outdir: string): BuildOptions;
export function threads(root: string): Record<string, string>;
export function writeManifest(outdir: string, metafile: { outputs: Record<string, unknown> }): void;
