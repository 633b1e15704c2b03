import { attribute, type Tag, tagsIn, withAttribute, withoutAttribute } from './html-tags.ts';

/** A form of a finished page, filled. */
export interface Filled {
  readonly html: string;
  /** What the form of this page has no field for. */
  readonly left: readonly (readonly [string, string])[];
}

/**
 * Fills a form of a finished page with what was sent by it before.
 * @param html as we render it: attributes in double quotes
 * @param action where the form is sent; of several, the one that fits best is filled
 * @param more what is put at its end, made of what it has no field for
 * @returns undefined where the page has no such form
 */
export function fillForm(
  html: string,
  action: string,
  given: URLSearchParams,
  more: (left: Filled['left']) => string,
): string | undefined {
  const forms = formsOf(html, action);
  const best = forms.sort((one, other) => fits(other, given) - fits(one, given))[0];
  if (!best) return undefined;
  const { html: filled, left } = fill(best, given);
  return html.slice(0, best.from) + filled + more(left) + html.slice(best.to);
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly inner: string;
}

function formsOf(html: string, action: string): Found[] {
  const starts = tagsIn(html).filter(({ name, text }) => name === 'form' && attribute(text, 'action') === action);
  return starts
    .filter(({ text }) => attribute(text, 'method') === 'post')
    .map(({ end }) => {
      const to = html.indexOf('</form>', end);
      return { from: end, to, inner: html.slice(end, to) };
    });
}

/** How many of its fields were sent, and of what stands in it already. */
function fits({ inner }: Found, given: URLSearchParams): number {
  return tagsIn(inner).reduce((sum, { text }) => {
    const values = given.getAll(attribute(text, 'name') ?? '');
    return sum + (values.length > 0 ? 1 : 0) + (values.includes(attribute(text, 'value') ?? '') ? 1 : 0);
  }, 0);
}

function fill({ inner }: Found, given: URLSearchParams): Filled {
  const waiting = new Map([...new Set(given.keys())].map((name) => [name, given.getAll(name)]));
  const tags = tagsIn(inner);
  let select = '';
  let at = 0;
  let html = '';
  for (const tag of tags) {
    if (tag.start < at) continue;
    html += inner.slice(at, tag.start);
    if (/^select$/.test(tag.name)) select = attribute(tag.text, 'name') ?? '';
    const { text, end } = filledTag(inner, tag, select, waiting);
    html += text;
    at = end;
  }
  const left = [...waiting].flatMap(([name, values]) => values.map((value) => [name, value] as const));
  return { html: html + inner.slice(at), left };
}

type Waiting = Map<string, string[]>;

interface Piece {
  readonly text: string;
  readonly end: number;
}

function filledTag(inner: string, { name, text, end }: Tag, select: string, waiting: Waiting): Piece {
  const field = attribute(text, 'name') ?? '';
  if (name === 'option') return { text: ticked(text, 'selected', select, waiting), end };
  // What it is sent with is chosen again.
  if (name === 'button') waiting.delete(field);
  if (name === 'textarea') return area(inner, { text, end }, waiting.get(field)?.shift());
  if (name !== 'input') return { text, end };
  const type = attribute(text, 'type');
  if (type === 'checkbox' || type === 'radio') return { text: ticked(text, 'checked', field, waiting), end };
  const value = waiting.get(field)?.shift();
  return { text: value === undefined ? text : withAttribute(text, 'value', value), end };
}

function ticked(text: string, how: 'checked' | 'selected', field: string, waiting: Waiting): string {
  const bare = withoutAttribute(text, how);
  const values = waiting.get(field) ?? [];
  const at = values.indexOf(attribute(text, 'value') ?? 'on');
  if (at < 0) return bare;
  values.splice(at, 1);
  return withAttribute(bare, how, '');
}

function area(inner: string, { text, end }: Piece, value: string | undefined): Piece {
  const closes = inner.indexOf('</textarea>', end);
  if (value === undefined) return { text: text + inner.slice(end, closes), end: closes };
  // Browsers leave out a line break that is the first of a text area (HTML, 13.2.6.4.7).
  const whole = /^[\r\n]/.test(value) ? `\n${value}` : value;
  return { text: text + whole.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), end: closes };
}
