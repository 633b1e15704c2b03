/** The beginning of an element in a page that we rendered. */
export interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** All of it, from `<` to `>`. */
  readonly text: string;
}

const NAME = /[a-z][a-z0-9-]*/y;

/** @param html as Preact writes it: values in double quotes, with no other `"` or `<` in them */
export function tagsIn(html: string): Tag[] {
  const tags: Tag[] = [];
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', start + 1)) {
    NAME.lastIndex = start + 1;
    const name = NAME.exec(html)?.[0];
    if (name === undefined) continue;
    const end = endOf(html, start);
    tags.push({ name, start, end, text: html.slice(start, end) });
  }
  return tags;
}

function endOf(html: string, start: number): number {
  let quoted = false;
  for (let at = start; at < html.length; at++) {
    if (html[at] === '"') quoted = !quoted;
    else if (html[at] === '>' && !quoted) return at + 1;
  }
  return html.length;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };

/** One that is empty stands as its bare name. */
const ATTRIBUTE = /\s([^\s=>"/]+)(?:="([^"]*)")?/g;

function found(tag: string, name: string): RegExpMatchArray | undefined {
  return tag.matchAll(ATTRIBUTE).find(([, one]) => one === name);
}

/** @returns undefined where it is not there */
export function attribute(tag: string, name: string): string | undefined {
  const there = found(tag, name);
  return there && (there[2] ?? '').replace(/&(lt|gt|quot|amp|#39);/g, (_, entity) => named[entity] ?? '');
}

/** The tag with a value in place of what stood there. */
export function withAttribute(tag: string, name: string, value: string): string {
  const bare = withoutAttribute(tag, name);
  const end = bare.endsWith('/>') ? bare.length - 2 : bare.length - 1;
  const escaped = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `${bare.slice(0, end)} ${name}="${escaped}"${bare.slice(end)}`;
}

export function withoutAttribute(tag: string, name: string): string {
  const there = found(tag, name);
  return there ? tag.slice(0, there.index) + tag.slice((there.index ?? 0) + there[0].length) : tag;
}
