/** Thrown where a posted body is no form that a browser of ours would send. */
export class NoForm extends Error {
  override readonly name = 'NoForm';
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const MOST_FIELDS = 300;

/**
 * Reads an application/x-www-form-urlencoded body (WHATWG URL standard, section 5).
 * NUL is taken out: PostgreSQL stores no such character, and no person types it.
 * @throws NoForm when the decoded bytes are no UTF-8, or there are more fields than any form of ours has
 */
export function readForm(body: Buffer): URLSearchParams {
  const text = readText(body);
  const given = new URLSearchParams(text);
  if (given.size > MOST_FIELDS) throw new NoForm('too many fields');
  return withoutNul(given);
}

/** What was given, as PostgreSQL can take it. */
export function withoutNul(given: URLSearchParams): URLSearchParams {
  const all = [...given];
  if (!all.flat().some((text) => text.includes('\0'))) return given;
  return new URLSearchParams(all.map((pair) => pair.map((text) => text.replaceAll('\0', ''))));
}

/** Both what stands there plainly and what is percent-encoded must be UTF-8: URLSearchParams would put question marks in its place. */
function readText(body: Buffer): string {
  try {
    const text = utf8.decode(body);
    decodeURIComponent(text);
    return text;
  } catch {
    throw new NoForm('not UTF-8');
  }
}

/**
 * Whether a request that acts comes from our own pages. Browsers say so by Sec-Fetch-Site, older ones by Origin;
 * what says neither is no browser that somebody else's page could misuse.
 */
export function sameOrigin(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  publicUrl: string,
): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = headers.origin;
  if (origin === undefined) return true;
  return origin === new URL(publicUrl).origin || sameHost(String(origin), String(headers.host));
}

function sameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
