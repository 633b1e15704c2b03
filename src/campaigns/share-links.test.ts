import { describe, expect, it } from 'vitest';
import { mastodonAddress, networks, shareAddress } from './share-links.ts';

const shared = { text: 'Through justice, peace & more', url: 'https://justice.example/en/campaigns/x?a=1&b=2' };

describe('a link for sharing', () => {
  it.each(networks)('carries the page’s address whole to %s', (network) => {
    const address = shareAddress(network, shared);
    expect(URL.canParse(address)).toBe(true);
    expect(decodeURIComponent(address)).toContain(shared.url);
    expect(address).not.toContain('&b=2');
  });
});

describe('sharing on Mastodon', () => {
  it.each([
    'mastodon.example',
    'https://mastodon.example/home',
    'https://mastodon.example/@amina@other.example',
    'http://mastodon.example',
    'amina@mastodon.example',
    '@amina@mastodon.example',
    ' Mastodon.Example ',
  ])('goes to one’s own server: %s', (server) => {
    expect(mastodonAddress(server, shared)).toMatch(/^https:\/\/mastodon\.example\/share\?text=/);
  });

  it.each([
    '',
    'javascript:alert(1)',
    'localhost',
    'a b.example',
    '//',
    '-1.00',
    '-0.0',
    '1.00',
    '0.0.0',
    '127.0.0.1',
    '0x7f.1',
    '1.0x7f',
    '0x1.0xF',
    '1.2.3.4.5',
    '256.256.256.256',
    '4294967296.0',
    '[::1]',
    'mastodon.example:3000',
    'mastodon..example',
    '.mastodon.example',
    'mastodon.example.',
    '-mastodon.example',
    'mastodon-.example',
    'mastodon.example?x',
    'mastodon.example#x',
    'mastodon.example\\x',
    '%6d.example',
    'xn--.example',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(130)}example`,
  ])('goes nowhere for %j', (server) => {
    expect(mastodonAddress(server, shared)).toBeUndefined();
  });
});
