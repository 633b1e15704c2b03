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
  try {
    utf8.decode(percentDecoded(body));
  } catch {
    throw new NoForm('not UTF-8');
  }
  const given = new URLSearchParams(body.toString('utf8'));
  if (given.size > MOST_FIELDS) throw new NoForm('too many fields');
  const form = new URLSearchParams();
  for (const [name, value] of given) form.append(name.replaceAll('\0', ''), value.replaceAll('\0', ''));
  return form;
}

function percentDecoded(body: Buffer): Buffer {
  const bytes = body
    .toString('latin1')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
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
