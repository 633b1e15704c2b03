import { Feed } from 'feed';
import type { FeedEntry } from '../http/room-feed.ts';
import { webAddressOf } from './web-address.ts';

export const feedTypes = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
} as const;
export type FeedKind = keyof typeof feedTypes;

export interface Channel {
  readonly title: string;
  /** The page that the feed follows. */
  readonly link: string;
  /** The feed's own address. */
  readonly self: string;
  readonly author: string;
  readonly lang: string;
  /** How far what is told reaches. */
  readonly about?: string;
  /** The newest first. */
  readonly entries: readonly FeedEntry[];
}

/** A feed in one of three formats: Atom (RFC 4287), RSS 2.0, JSON Feed 1.1. */
export function feedAs(kind: FeedKind, channel: Channel): string {
  return kind === 'json' ? jsonFeed(channel) : xmlFeed(kind, channel);
}

/** The library hands words on as HTML within CDATA. */
function xmlFeed(kind: 'atom' | 'rss', { title, link, self, author, lang, about, entries }: Channel): string {
  const feed = new Feed({
    title: printable(title),
    ...(about !== undefined && { description: printable(about) }),
    id: link,
    link,
    feed: self,
    language: lang,
    author: { name: printable(author) },
    copyright: 'CC BY 4.0',
    generator: false,
    updated: midnight(entries[0]?.on ?? '1998-07-17'),
  });
  for (const one of entries)
    feed.addItem({
      title: asHtml(one.title),
      id: one.id,
      link: one.link,
      description: [one.text, one.source].map(asHtml).join('<br>'),
      date: midnight(one.on),
    });
  return kind === 'atom' ? inLanguage(feed.atom1(), lang) : feed.rss2();
}

/** The library leaves out in which language an Atom feed is (RFC 4287 section 2). */
function inLanguage(atom: string, lang: string): string {
  return atom.replace('<feed ', () => `<feed xml:lang="${lang}" `);
}

function jsonFeed({ title, link, self, author, lang, about, entries }: Channel): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: printable(title),
    ...(about !== undefined && { description: printable(about) }),
    home_page_url: link,
    feed_url: self,
    language: lang,
    authors: [{ name: printable(author) }],
    items: entries.map((one) => ({
      id: one.id,
      url: one.link,
      title: printable(one.title),
      content_text: printable(`${one.text}\n${one.source}`),
      date_published: midnight(one.on).toISOString(),
      ...elsewhere(one.source),
    })),
  };
  return JSON.stringify(feed, null, 2);
}

/** A source in words is no address (JSON Feed 1.1: `external_url` is the URL of a page elsewhere). */
function elsewhere(source: string): { external_url?: string } {
  const address = webAddressOf(source);
  return address ? { external_url: address } : {};
}

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

/** XML 1.0 knows no other control characters than these three, and no half of a pair (section 2.2). */
function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) => (/[\t\n\r]/.test(character) ? character : ''));
}

function asHtml(text: string): string {
  return printable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
