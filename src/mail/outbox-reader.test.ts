import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { langs } from '../config/langs.ts';
import { messageMaker } from './mail.ts';
import { keepInOutbox } from './outbox.ts';
import { outboxList } from './outbox-pages.tsx';
import { type OutboxReader, startOutboxReader } from './outbox-reader.ts';

let platform: Platform;
let reader: OutboxReader;
let link: URL;
beforeAll(async () => {
  platform = await startPlatform({ OUTBOX_PORT: '0' });
  await keepInOutbox(platform.app, Buffer.from('Subject: Kept\r\nTo: a@mail.example\r\n\r\nWords\r\n'));
  reader = await startOutboxReader(platform.app, () => 'p{margin:0}');
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

/** The page of the mail that stands first in the list. */
async function newest(lang = 'en'): Promise<{ list: string; mail: string }> {
  const list = await (await fetch(`${reader.url}&lang=${lang}`)).text();
  const path = /href="([^"]+mail=[^"]+)"/.exec(list)?.[1]?.replaceAll('&amp;', '&') ?? '';
  return { list, mail: await (await fetch(new URL(path, link))).text() };
}

it('the outbox shows its mails to whoever holds the link', async () => {
  const { list, mail } = await newest();
  expect(list).toContain('Kept');
  expect(mail).toContain('<p dir="auto">Words</p>');
});

it('a mail is shown decoded, as its language runs, and its headers are folded', async () => {
  const message = await messageMaker(platform.app.settings)(
    {
      from: { name: 'زينب', address: 'office@mail.example' },
      to: 'a-long-name@mail.example',
      subject: 'رسالة إليكم',
      text: 'السلام عليكم\n\nhttps://site.example/ar/x',
      lang: 'ar',
      automatic: false,
      at: new Date(),
    },
    'back@mail.example',
  );
  await keepInOutbox(platform.app, message.bytes);
  const { list, mail } = await newest('fr');
  expect(list).toContain('lang="ar" dir="rtl">رسالة إليكم</a>');
  expect(mail).toContain('<html lang="fr" dir="ltr">');
  expect(mail).toContain('<h1 lang="ar" dir="rtl">رسالة إليكم</h1>');
  expect(mail).toContain('<bdi>زينب</bdi>');
  expect(mail).toContain(
    '<article class="paper" lang="ar" dir="rtl"><p dir="auto">السلام عليكم</p><p><a href="https://site.example/ar/x"',
  );
  const folded = /<details>.*<\/details>/s.exec(mail)?.[0] ?? '';
  expect(folded).toMatch(/Content-Language: ar/i);
  expect(mail.replace(folded, '')).not.toContain('=?UTF-8?');
});

it('the styles of its pages are the only thing that they may load', async () => {
  const answer = await fetch(reader.url);
  const [, css = ''] = /<style>(.*)<\/style>/s.exec(await answer.text()) ?? [];
  const hash = createHash('sha256').update(css).digest('base64');
  expect(css).toBe('p{margin:0}');
  expect(answer.headers.get('content-security-policy')).toContain(`default-src 'none'; style-src 'sha256-${hash}';`);
});

it.each(langs)('an empty outbox says in %s what to do', async (lang) => {
  const view = { lang, timeZone: 'UTC', site: 'https://site.example', link: () => '/' } as const;
  const list = outboxList(view, []);
  expect(list).toContain('<p class="note">');
  expect(list).toContain('href="https://site.example"');
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
