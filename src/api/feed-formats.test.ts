import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { type Channel, feedAs } from './feed-formats.ts';

const channel: Channel = {
  title: 'A \u0008 & B',
  link: 'https://bonds.example/en/record',
  self: 'https://bonds.example/feeds/en/events/all.atom',
  author: 'Test Coalition',
  lang: 'en',
  about: 'Complete through 24 June 2026.',
  entries: [
    {
      id: 'https://bonds.example/en/record#one',
      title: '<script>alert(1)</script>\u0008 ]]>: Acquitted',
      link: 'https://bonds.example/en/record#one',
      text: '1 July 2002. \uD800<b>bold</b>',
      source: 'https://court.example/a?b=1&c=2',
      on: '2002-07-01',
    },
  ],
};

/** @throws where the XML is not well-formed */
const parsed = (xml: string) =>
  new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${xml.replace(/<\?xml[^>]*\?>/, '')}</svg>`);

describe('a feed', () => {
  it.each(['atom', 'rss'] as const)('%s takes words for words, whatever an import put into them', (kind) => {
    const xml = feedAs(kind, channel);
    expect(() => parsed(xml)).not.toThrow();
    expect(xml).toContain('&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt;: Acquitted');
    for (const never of ['<script', '<b>', '\u0008', '\uD800']) expect(xml).not.toContain(never);
    expect(xml).toContain('rel="self"');
    expect(xml).toContain('court.example/a');
  });

  it('says in Atom in which language it is', () => {
    expect(feedAs('atom', { ...channel, lang: 'ar' })).toMatch(/<feed [^>]*xml:lang="ar"/);
  });

  it.each([
    ['Computed: Rome Statute art. 126 applied to the deposit date', undefined],
    ['UN Treaty Collection https://treaties.example/18-10', undefined],
    ['javascript:alert(1)', undefined],
    ['mailto:desk@court.example', undefined],
    ['data:text/html,x', undefined],
    ['https:court.example', undefined],
    ['http://court.example/a b', undefined],
    ['HTTPS://Court.example/ü', 'https://court.example/%C3%BC'],
  ])('leads elsewhere only by an http(s) address: %s', (source, address) => {
    const entries = channel.entries.map((entry) => ({ ...entry, source }));
    const { items } = JSON.parse(feedAs('json', { ...channel, entries })) as { items: { external_url?: string }[] };
    expect(items.map(({ external_url }) => external_url)).toEqual([address]);
  });

  it('says in Atom who made it', () => {
    expect(feedAs('atom', channel)).toMatch(/<author>\s*<name>Test Coalition<\/name>/);
  });

  it('is a JSON Feed 1.1 of plain text', () => {
    expect(JSON.parse(feedAs('json', channel))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'A  & B',
      feed_url: channel.self,
      authors: [{ name: 'Test Coalition' }],
      items: [{ title: '<script>alert(1)</script> ]]>: Acquitted', external_url: 'https://court.example/a?b=1&c=2' }],
    });
  });
});
