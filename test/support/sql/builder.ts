import { type Node, nodesOf, property, stringsIn } from './syntax.ts';

/** A query that is put together by Kysely's calls. */
export interface Built {
  readonly node: Node;
  readonly tables: readonly { readonly name: string; readonly alias: string; readonly writes: boolean }[];
  /** Whether a table is named only while the product runs. */
  readonly putIn: boolean;
  /** Every text in it: columns, with those of other things that can't be told from them. */
  readonly words: readonly string[];
  /** Whether all columns are asked for. */
  readonly all: boolean;
}

const READS = new Set(
  'selectFrom innerJoin leftJoin rightJoin fullJoin crossJoin innerJoinLateral leftJoinLateral crossJoinLateral'.split(
    ' ',
  ),
);
/** They name a table where something is written, and much else elsewhere. */
const BESIDE_WRITES = new Set(['from', 'using']);
const NAMES_QUERY = new Set(['with', 'withRecursive']);
const WRITES = new Set('insertInto replaceInto updateTable deleteFrom mergeInto'.split(' '));

/** Every chain of calls that names a table by one of Kysely's own words. */
export function builtIn(
  program: unknown,
  lists: ReadonlyMap<string, readonly string[]>,
  isTable: (name: string) => boolean,
): Built[] {
  const nodes = [...nodesOf(program)];
  const inner = new Set(nodes.map(({ callee }) => callee?.object).filter((node) => node !== undefined));
  const chains = nodes.filter((node) => node.type === 'CallExpression' && !inner.has(node));
  return chains.map((node) => builtBy(node, lists, isTable)).filter(({ tables, putIn }) => tables.length > 0 || putIn);
}

function builtBy(last: Node, lists: ReadonlyMap<string, readonly string[]>, isTable: (name: string) => boolean): Built {
  const calls: Node[] = [];
  for (let node: Node | undefined = last; node?.type === 'CallExpression'; node = node.callee?.object) calls.push(node);
  const writes = calls.some((call) => WRITES.has(nameOf(call)));
  const naming = calls.filter((call) => names(nameOf(call), writes));
  // A table's name is never a query's, so that none hides behind it.
  const queries = calls.filter((call) => NAMES_QUERY.has(nameOf(call))).flatMap((call) => tablesAt(call));
  const isQuery = (name: string) => !isTable(name) && queries.some((query) => query.split('(')[0] === name);
  const named = naming.map((call) => ({ call, texts: tablesAt(call) }));
  return {
    node: last,
    tables: named.flatMap(({ call, texts }) =>
      texts.flatMap((text) => {
        const [name = '', alias = name] = text.split(/\s+as\s+/i);
        return isQuery(name) ? [] : [{ name, alias, writes: WRITES.has(nameOf(call)) }];
      }),
    ),
    putIn: named.some(({ call, texts }) => texts.length === 0 && !/Function/.test(call.arguments?.[0]?.type ?? '')),
    words: calls.flatMap((call) => (call.arguments ?? []).flatMap((argument) => stringsIn(argument, lists))),
    all: calls.some((call) => nameOf(call) === 'selectAll' || nameOf(call) === 'returningAll'),
  };
}

function names(word: string, writes: boolean): boolean {
  return READS.has(word) || WRITES.has(word) || (writes && BESIDE_WRITES.has(word));
}

/** Of `queries.selectFrom(…)`, and of `selectFrom(…)` where it was taken out. */
function nameOf({ callee }: Node): string {
  return callee?.name ?? property(callee) ?? '';
}

function tablesAt({ arguments: [first] = [] }: Node): string[] {
  return first === undefined || /Function/.test(first.type) ? [] : stringsIn(first, new Map());
}
