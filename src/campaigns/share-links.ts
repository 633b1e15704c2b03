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
  const host = server
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^@?[^@/]*@/, '')
    .replace(/\/.*$/, '');
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) return undefined;
  return `https://${host}/share?${query({ text: `${shared.text} ${shared.url}` })}`;
}

function query(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
