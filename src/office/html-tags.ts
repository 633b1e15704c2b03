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

/** @returns undefined where it is not there */
export function attribute(tag: string, name: string): string | undefined {
  const start = ` ${name}="`;
  const from = tag.indexOf(start);
  if (from < 0) return undefined;
  const value = tag.slice(from + start.length, tag.indexOf('"', from + start.length));
  return value.replace(/&(lt|gt|quot|amp|#39);/g, (_, entity) => named[entity] ?? '');
}

/** The tag with a value in place of what stood there. */
export function withAttribute(tag: string, name: string, value: string): string {
  const written = ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
  const from = tag.indexOf(` ${name}="`);
  if (from >= 0) return tag.slice(0, from) + written + tag.slice(tag.indexOf('"', from + name.length + 3) + 1);
  const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  return tag.slice(0, end) + written + tag.slice(end);
}
