/** What is shared: a text and the address of a page. */
export interface Shared {
  readonly text: string;
  readonly url: string;
}

/** The networks people use, each by its own address for sharing; nothing of theirs is loaded before the click. */
export const networks = ['whatsapp', 'facebook', 'x', 'telegram', 'bluesky', 'linkedin', 'mail'] as const;
export type Network = (typeof networks)[number];

const addresses: Readonly<Record<Network, (shared: Shared) => string>> = {
  whatsapp: ({ text, url }) => `https://wa.me/?${query({ text: `${text} ${url}` })}`,
  facebook: ({ url }) => `https://www.facebook.com/sharer/sharer.php?${query({ u: url })}`,
  x: ({ text, url }) => `https://twitter.com/intent/tweet?${query({ text, url })}`,
  telegram: ({ text, url }) => `https://t.me/share/url?${query({ url, text })}`,
  bluesky: ({ text, url }) => `https://bsky.app/intent/compose?${query({ text: `${text} ${url}` })}`,
  linkedin: ({ url }) => `https://www.linkedin.com/sharing/share-offsite/?${query({ url })}`,
  mail: ({ text, url }) =>
    `mailto:?subject=${encodeURIComponent(text)}&body=${encodeURIComponent(`${text}\n\n${url}`)}`,
};

export function shareAddress(network: Network, shared: Shared): string {
  return addresses[network](shared);
}

/** Mastodon has no one address: people share through their own server. @returns undefined for what is no host name */
export function mastodonAddress(server: string, shared: Shared): string | undefined {
  const host = hostIn(server.trim().toLowerCase());
  const address = `https://${host}/share?${query({ text: `${shared.text} ${shared.url}` })}`;
  // Numbers in other notations are read as one more way of writing an address (`1.0x7f`).
  return isServerName(host) && URL.parse(address)?.hostname === host ? address : undefined;
}

/** The host of what people know their server by: its name, a page of it, or themselves on it. */
function hostIn(typed: string): string {
  const behindScheme = typed.slice(/^https?:\/\//.exec(typed)?.[0].length ?? 0);
  const [authority = ''] = behindScheme.split('/', 1);
  return authority.slice(authority.lastIndexOf('@') + 1);
}

/** A name in the DNS (RFC 1123 section 2.1): what ends in a number would be read as an address of another kind (WHATWG URL standard). */
function isServerName(host: string): boolean {
  const labels = host.split('.');
  const isLabel = (label: string) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label) && label.length <= 63;
  return labels.length > 1 && host.length <= 253 && labels.every(isLabel) && !/^\d+$/.test(labels.at(-1) ?? '');
}

function query(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
