/** A word, sign or value of SQL, or everything between two brackets. */
export type Token = string | readonly Token[];

/** What stands for a value or a name that is put in while the product runs. */
export const PUT_IN = '¤';

const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]*"|[A-Za-z_]\w*|\d[\d.]*|::|\S/g;

/** SQL as words, without comments; what stands in brackets is a list of its own. */
export function tokensOf(text: string): readonly Token[] {
  const whole: Token[] = [];
  const open: Token[][] = [whole];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith('--') || token.startsWith('/*')) continue;
    if (token === '(') {
      const group: Token[] = [];
      open.at(-1)?.push(group);
      open.push(group);
    } else if (token === ')') {
      if (open.length > 1) open.pop();
    } else open.at(-1)?.push(token);
  }
  return whole;
}

/** A token as a keyword; brackets are none. */
export function keyword(token: Token | undefined): string {
  return typeof token === 'string' ? token.toUpperCase() : '';
}

/** Whether a token is a name: of a table, a column, a function; also one in quotation marks. */
export function isName(token: Token | undefined): token is string {
  return typeof token === 'string' && /^(?:[A-Za-z_]\w*|"[^"]*")$/.test(token);
}

/** A name as the database knows it. */
export function bare(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1) : name.toLowerCase();
}
