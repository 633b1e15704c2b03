import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vitest/node';
import { root } from '../../src/config/root.ts';

/** A regular expression as it stands in a file of the product. */
export interface Written {
  readonly source: string;
  readonly flags: string;
  /** Where it stands, as `file:line`. */
  readonly place: string;
}

export interface Expressions {
  readonly written: readonly Written[];
  /** Where one is put together while the product runs. */
  readonly made: readonly string[];
  /** Every `….headers[name]`, with where it stands. */
  readonly headers: readonly { readonly name: string; readonly place: string }[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: Node;
  readonly computed?: boolean;
  readonly object?: Node;
  readonly property?: Node;
  readonly name?: string;
  readonly value?: unknown;
}

/** What runs in the product: no tests, no benches. */
const folders = ['src', 'bin'];

/** Every regular expression of the product, read from its syntax, so that none in a comment or a text is taken for one. */
export function expressions(): Expressions {
  const found = { written: [] as Written[], made: [] as string[], headers: [] as { name: string; place: string }[] };
  for (const file of sources()) {
    const text = readFileSync(join(root, file), 'utf8');
    const lineOf = ({ start }: Node) => text.slice(0, start).split('\n').length;
    const nodes = [...nodesOf(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }))];
    found.written.push(...nodes.flatMap((node) => writtenIn(node, `${file}:${lineOf(node)}`)));
    found.made.push(...nodes.filter(makesOne).map((node) => `${file}:${lineOf(node)}`));
    found.headers.push(...nodes.flatMap((node) => headerIn(node, `${file}:${lineOf(node)}`)));
  }
  return found;
}

function sources(): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|js)$/.test(name) && !/\.(?:test\.tsx?|d\.ts)$/.test(name))
      .map((name) => join(folder, name)),
  );
}

function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && typeof value.type === 'string') yield value as Node;
  if ('regex' in value) return;
  for (const inner of Object.values(value)) yield* nodesOf(inner);
}

function writtenIn({ regex }: Node, place: string): Written[] {
  return regex ? [{ source: regex.pattern, flags: regex.flags, place }] : [];
}

function makesOne({ type, callee }: Node): boolean {
  return /^(New|Call)Expression$/.test(type) && callee?.name === 'RegExp';
}

/** The header that is read here: `headers.origin`, `request.headers['accept-language']`; one that is read by a variable is none. */
function headerIn({ type, computed, object, property }: Node, place: string): { name: string; place: string }[] {
  if (type !== 'MemberExpression' || (object?.name ?? object?.property?.name) !== 'headers') return [];
  const name = computed ? property?.value : property?.name;
  return typeof name === 'string' ? [{ name, place }] : [];
}
