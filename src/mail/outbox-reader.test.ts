import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { keepInOutbox } from './outbox.ts';
import { type OutboxReader, startOutboxReader } from './outbox-reader.ts';

let platform: Platform;
let reader: OutboxReader;
let link: URL;
beforeAll(async () => {
  platform = await startPlatform({ OUTBOX_PORT: '0' });
  await keepInOutbox(platform.app, Buffer.from('Subject: Kept\r\nTo: a@mail.example\r\n\r\nWords\r\n'));
  reader = await startOutboxReader(platform.app);
  link = new URL(reader.url);
});
afterAll(async () => {
  await reader.stop();
  await platform.stop();
});

/** Asks with a path as it stands, which `fetch` would mend. */
function ask(path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: link.port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

it('the outbox shows its mails to whoever holds the link', async () => {
  const list = await (await fetch(reader.url)).text();
  expect(list).toContain('Kept');
  const mail = /href="([^"]+mail=[^"]+)"/.exec(list)?.[1]?.replace('&amp;', '&') ?? '';
  expect(await (await fetch(new URL(mail, link))).text()).toMatch(/<p dir="auto">Words(?:<br>)?<\/p>/);
});

const key = () => link.searchParams.get('key') ?? '';

it.each([
  ['no key', () => '/'],
  ['an empty key', () => '/?key='],
  ['another key', () => `/?key=${'x'.repeat(key().length)}`],
  ['a key of as many letters, but more bytes', () => `/?key=${encodeURIComponent('é'.repeat(key().length))}`],
  ['a key of lone surrogates', () => `/?key=${'%ED%A0%80'.repeat(8)}`],
  ['a broken escape', () => '/?key=%'],
  ['an address that is none', () => '//?key=x'],
  ['the key of another, then ours', () => `/?key=x&key=${key()}`],
  ['an empty id', () => `/?key=${key()}&mail=`],
  ['an id of hyphens', () => `/?key=${key()}&mail=${'-'.repeat(36)}`],
  ['an id without hyphens in their places', () => `/?key=${key()}&mail=${'a'.repeat(36)}`],
  ['an id with a NUL', () => `/?key=${key()}&mail=%00`],
  ['an id of nothing', () => `/?key=${key()}&mail=00000000-0000-7000-8000-000000000000`],
])('the outbox answers 404 to %s', async (_name, path) => {
  expect(await ask(path())).toBe(404);
});

it('the outbox answers 404 where some web page made the browser ask', async () => {
  expect(await ask(`/?key=${key()}`, { host: `evil.example:${link.port}` })).toBe(404);
});
