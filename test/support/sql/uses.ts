import { type Built, builtIn } from './builder.ts';
import { type Columns, type Touched, touchedBy } from './statement.ts';
import { listsOf, type Node, nodesOf, parse, textOf, topLevelName } from './syntax.ts';

/** What one piece of SQL in a file, or one chain of Kysely's calls, does with tables. */
export interface Use extends Touched {
  readonly file: string;
  readonly line: number;
  /** The function or constant in which it stands. */
  readonly within: string;
}

/** A text that is SQL, though nothing says so. */
const STATEMENT = new RegExp(
  `^\\s*(?:${[
    'select\\b[\\s\\S]*\\bfrom\\b',
    'SELECT\\b',
    'with\\b[\\s\\S]*\\bas\\s*(?:(?:not\\s+)?materialized\\s*)?\\(',
    'insert\\s+into\\b',
    'merge\\s+into\\b',
    'update\\s+\\S+(?:\\s+(?:as\\s+)?\\w+)?\\s+set\\b',
    'delete\\s+from\\b',
    'TRUNCATE\\b',
    'truncate\\s+table\\b',
    'lock\\s+table\\b',
    'copy\\s+\\S+[\\s\\S]*\\b(?:from\\s+stdin|to\\s+stdout)\\b',
    '(?:alter|drop|create)\\s+table\\b',
  ].join('|')})`,
  'i',
);

/** Everything that a file of the product asks of the database. */
export function usesIn(file: string, text: string, columns: Columns): Use[] {
  const program = parse(file, text);
  const at = (node: Node) => ({
    file,
    line: text.slice(0, node.start).split('\n').length,
    within: topLevelName(program, node),
  });
  const nodes = [...nodesOf(program)];
  const tags = tagsOf(nodes);
  const rules = rulesIn(nodes);
  const given = new Map(rules.flatMap(({ node, table }) => [...nodesOf(node)].map((inner) => [inner, { r: table }])));
  const written = nodes.flatMap((node) => {
    const sql = sqlOf(node, nodes, tags);
    return sql === undefined ? [] : [{ ...at(node), ...pieces(touchedBy(sql, columns, given.get(node))) }];
  });
  const built = builtIn(program, listsOf(program), (name) => columns.has(name)).map((one) => ({
    ...at(one.node),
    ...askedBy(one, columns),
  }));
  const ruled = rules.map(({ node, table }) => ({
    ...at(node),
    ...NOTHING,
    tables: [{ name: table, writes: false }],
  }));
  return [...written, ...built, ...ruled];
}

const NOTHING: Touched = { tables: [], columns: [], putIn: false, calls: [] };
const pieces = ({ tables, columns, putIn, calls }: Touched): Touched => ({ tables, columns, putIn, calls });

/** The SQL that a node is: a template with the tag `sql`, or a text that reads like a statement. */
function sqlOf(node: Node, nodes: readonly Node[], tags: ReadonlySet<string>): string | undefined {
  if (node.type === 'TaggedTemplateExpression') return isSql(node, tags) && node.quasi ? textOf(node.quasi) : undefined;
  const text = textOf(node);
  if (text === undefined || nodes.some((other) => isSql(other, tags) && other.quasi === node)) return undefined;
  return STATEMENT.test(text) ? text : undefined;
}

function isSql({ type, tag }: Node, tags: ReadonlySet<string>): boolean {
  return type === 'TaggedTemplateExpression' && tags.has(tag?.name ?? tag?.expression?.name ?? '');
}

/** `sql`, and what it is called where it was given another name. */
function tagsOf(nodes: readonly Node[]): ReadonlySet<string> {
  const imported = nodes.filter((node) => node.type === 'ImportSpecifier' && node.imported?.name === 'sql');
  return new Set(['sql', ...imported.flatMap(({ local }) => local?.name ?? [])]);
}

/** Rules of rows (`RowRule`) speak of a row `r` of the table that stands beside them. */
function rulesIn(nodes: readonly Node[]): { readonly node: Node; readonly table: string }[] {
  const objects = nodes.filter(({ type }) => type === 'ObjectExpression');
  return objects.flatMap((node) => {
    const value = node.properties?.find(({ key }) => key?.name === 'table')?.value as Node | undefined;
    const table = value && textOf(value);
    return table && node.properties?.some(({ key }) => key?.name === 'where') ? [{ node, table }] : [];
  });
}

/** What a chain of calls does: a word that is a column of one of its tables, and of no other, stands for it. */
function askedBy({ words, tables, putIn, all }: Built, columns: Columns): Touched {
  const asked = words.map((word) => word.split(/\s+as\s+/i)[0] ?? '').map((word) => word.split('.'));
  const own = (table: string) => columns.get(table) ?? new Set<string>();
  const qualified = tables.flatMap(({ name, alias }) =>
    asked.flatMap(([table, column]) =>
      column && own(name).has(column) && [name, alias].includes(table ?? '') ? { table: name, column } : [],
    ),
  );
  const alone = asked.flatMap(([column = '', more]) => {
    const having = tables.filter(({ name }) => more === undefined && own(name).has(column));
    return having.length === 1 ? having.map(({ name }) => ({ table: name, column })) : [];
  });
  const whole = all ? tables.map(({ name }) => ({ table: name, column: '*' })) : [];
  return { tables, putIn, calls: [], columns: [...qualified, ...alone, ...whole] };
}
