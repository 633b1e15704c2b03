import { parseAst } from 'vitest/node';
import { PUT_IN } from './tokens.ts';

/** As much as is read here of what stands in a file (ESTree). */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly name?: string;
  readonly value?: unknown;
  readonly computed?: boolean;
  readonly operator?: string;
  readonly left?: Node;
  readonly right?: Node;
  readonly imported?: Node;
  readonly local?: Node;
  readonly callee?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly arguments?: readonly Node[];
  readonly tag?: Node;
  readonly quasi?: Node;
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
  readonly elements?: readonly Node[];
  readonly properties?: readonly Node[];
  readonly key?: Node;
  readonly id?: Node;
  readonly init?: Node;
  readonly expression?: Node;
  readonly body?: readonly Node[];
  readonly declaration?: Node;
  readonly declarations?: readonly Node[];
}

export function parse(file: string, text: string): Node {
  return parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;
}

export function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && typeof value.type === 'string') yield value as Node;
  if ('regex' in value) return;
  for (const inner of Object.values(value)) yield* nodesOf(inner);
}

/** Of `a.b` and of `a['b']`, the `b`. */
export function property(node: Node | undefined): string | undefined {
  if (node?.type !== 'MemberExpression' || !node.property) return undefined;
  return node.computed ? textOf(node.property) : node.property.name;
}

/** The text of a string or a template; what is put into it is one sign. */
export function textOf(node: Node): string | undefined {
  if (node.type === 'BinaryExpression') return joined(node);
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  return node.quasis?.map(({ value }) => value.cooked).join(` ${PUT_IN} `);
}

/** Texts that are put together with `+`. */
function joined({ operator, left, right }: Node): string | undefined {
  const parts = [left, right].map((part) => part && textOf(part));
  if (operator !== '+' || parts.every((part) => part === undefined)) return undefined;
  return parts.map((part) => part ?? ` ${PUT_IN} `).join('');
}

/** Every text in a piece of code, also those of lists that stand in the same file under a name. */
export function stringsIn(piece: Node, lists: ReadonlyMap<string, readonly string[]>): string[] {
  return [...nodesOf(piece)].flatMap((node) => {
    if (node.type === 'Identifier') return lists.get(node.name ?? '') ?? [];
    return textOf(node) ?? [];
  });
}

/** Lists of texts by the names under which a file has them, such as `const columns = ['id', 'state'] as const`. */
export function listsOf(program: Node): Map<string, readonly string[]> {
  const named = [...nodesOf(program)].filter(({ type }) => type === 'VariableDeclarator');
  return new Map(
    named.flatMap(({ id, init }) => {
      const list = init?.expression ?? init;
      const all = list?.type === 'ArrayExpression' ? (list.elements ?? []).map(textOf) : [];
      const texts = all.filter((text) => text !== undefined);
      return id?.name && texts.length > 0 && texts.length === all.length ? [[id.name, texts] as const] : [];
    }),
  );
}

/** The function or constant of a file in which something stands. */
export function topLevelName(program: Node, { start }: Node): string {
  const statement = program.body?.filter((one) => one.start <= start).at(-1);
  const declared = statement?.declaration ?? statement;
  const [one] = declared?.declarations ?? [];
  return declared?.id?.name ?? one?.id?.name ?? '';
}
