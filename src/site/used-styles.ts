/** A style sheet taken apart, so that each page carries the rules that it uses and no others. */
export type Sheet = readonly Part[];

type Part = Rule | Group | Always;
/** The selectors of a rule, each with the elements (`p`) and classes (`.note`) without which it matches nothing. */
interface Rule {
  readonly selectors: readonly { readonly text: string; readonly needs: readonly string[] }[];
  readonly body: string;
}
/** Rules under a condition, as `@media`. */
interface Group {
  readonly condition: string;
  readonly parts: Sheet;
}
/** What no element is needed for, as `@font-face`. */
interface Always {
  readonly text: string;
}

/** @param css minified: without comments, and without braces in strings */
export function takeApart(css: string): Sheet {
  return [...blocks(css)].map(({ head, body }): Part => {
    if (head.startsWith('@media')) return { condition: head, parts: takeApart(body) };
    if (head.startsWith('@')) return { text: `${head}{${body}}` };
    return { selectors: splitSelectors(head).map((text) => ({ text, needs: needsOf(text) })), body };
  });
}

/** A sheet without what is drawn from files, as typefaces are. */
export function withoutFiles(sheet: Sheet): Sheet {
  return sheet.flatMap((part): Part[] => {
    if ('condition' in part) return [{ ...part, parts: withoutFiles(part.parts) }];
    return 'text' in part && part.text.includes('url(') ? [] : [part];
  });
}

/** The rules of a sheet that can match in a page with these elements (`p`) and classes (`.note`). */
export function usedBy(sheet: Sheet, names: ReadonlySet<string>): string {
  return write(sheet, names);
}

function write(sheet: Sheet, names: ReadonlySet<string>): string {
  return sheet.map((part) => writePart(part, names)).join('');
}

function writePart(part: Part, names: ReadonlySet<string>): string {
  if ('text' in part) return part.text;
  if ('condition' in part) {
    const inside = write(part.parts, names);
    return inside && `${part.condition}{${inside}}`;
  }
  const used = part.selectors.filter(({ needs }) => needs.every((name) => names.has(name)));
  return used.length > 0 ? `${used.map(({ text }) => text).join(',')}{${part.body}}` : '';
}

function* blocks(css: string): Generator<{ head: string; body: string }> {
  for (let from = 0, open = css.indexOf('{'); open >= 0; open = css.indexOf('{', from)) {
    const close = closing(css, open);
    yield { head: css.slice(from, open), body: css.slice(open + 1, close) };
    from = close + 1;
  }
}

function closing(css: string, open: number): number {
  const braces = /[{}]/g;
  braces.lastIndex = open;
  let depth = 0;
  for (let brace = braces.exec(css); brace; brace = braces.exec(css)) {
    depth += brace[0] === '{' ? 1 : -1;
    if (depth === 0) return brace.index;
  }
  throw new Error(`a block of the style sheet has no end: ${css.slice(open, open + 80)}`);
}

/** At the commas that stand in no brackets. */
function splitSelectors(head: string): string[] {
  const selectors: string[] = [];
  for (const piece of head.split(',')) {
    const last = selectors.at(-1);
    if (last !== undefined && isOpen(last)) selectors[selectors.length - 1] = `${last},${piece}`;
    else selectors.push(piece);
  }
  return selectors;
}

function isOpen(selector: string): boolean {
  return selector.split('(').length > selector.split(')').length;
}

/** What a selector asks for in brackets, of attributes and of states is not looked at: such a rule is rather carried than missed. */
function needsOf(selector: string): string[] {
  return (
    outsideBrackets(selector)
      .replace(/::?[a-z-]+/g, '')
      .match(/\.?[a-z][\w-]*/gi) ?? []
  );
}

function outsideBrackets(selector: string): string {
  let depth = 0;
  let outside = '';
  for (const character of selector) {
    if ('(['.includes(character)) depth += 1;
    if (depth === 0) outside += character;
    if (')]'.includes(character)) depth -= 1;
  }
  return outside;
}

const CLASS = ' class="';

/**
 * The elements (`p`) and classes (`.note`) of a page.
 * @param html as it is rendered: neither `<` nor `"` stands in a text or a value
 * @param also classes that scripts add to it
 */
export function namesIn(html: string, also: readonly string[]): Set<string> {
  const names = new Set<string>();
  // By hand: every page that is rendered goes through it.
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', open + 1)) {
    const name = nameAt(html, open + 1);
    if (name) names.add(name);
  }
  for (const list of classLists(html)) for (const name of list.split(' ')) names.add(`.${name}`);
  for (const name of also) names.add(`.${name}`);
  return names;
}

function classLists(html: string): Set<string> {
  const lists = new Set<string>();
  for (let at = html.indexOf(CLASS); at >= 0; ) {
    const start = at + CLASS.length;
    const end = html.indexOf('"', start);
    lists.add(html.slice(start, end));
    at = html.indexOf(CLASS, end);
  }
  return lists;
}

/** @returns nothing where none begins: at the end of an element */
function nameAt(html: string, start: number): string {
  let end = start;
  while (end < html.length && !ends(html.charCodeAt(end))) end += 1;
  return html.slice(start, end);
}

function ends(code: number): boolean {
  return code === 32 || code === 47 || code === 62;
}
