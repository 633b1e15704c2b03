import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** One file taking something from another, be it a value or a type alone; both as paths from the folder that was read. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** The program's files below a folder, by their path from it. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:tsx?|js)$/.test(name));
}

/** What a file of a folder takes from files of ours. */
export function importsOf(folder: string, file: string): Import[] {
  const text = readFileSync(join(folder, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) => ({
    from: file,
    to: relative(folder, resolve(folder, dirname(file), path)),
  }));
}

/** Files of which each takes, by one step or several, from each other one: every such circle, its files in order. */
export function circlesIn(imports: readonly Import[]): string[][] {
  const takes = Map.groupBy(imports, ({ from }) => from);
  const reached = new Map([...takes.keys()].map((file) => [file, reachedFrom(file, takes)]));
  const circles = [...reached].map(([file, others]) => [...others].filter((other) => reached.get(other)?.has(file)));
  return [...new Set(circles.filter(({ length }) => length > 0).map((files) => files.sort().join('\n')))].map((files) =>
    files.split('\n'),
  );
}

function reachedFrom(file: string, takes: ReadonlyMap<string, readonly Import[]>): Set<string> {
  const reached = new Set<string>();
  const left = [file];
  for (let at = left.pop(); at !== undefined; at = left.pop())
    for (const { to } of takes.get(at) ?? []) if (!reached.has(to) && reached.add(to)) left.push(to);
  return reached;
}
