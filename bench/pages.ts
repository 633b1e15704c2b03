import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { root } from '../src/config/root.ts';
import { langs } from '../src/locales/langs.ts';
import { load } from './load.ts';
import { freePort, type Product } from './product.ts';
import { perSecond, type Row, ratio } from './table.ts';

const path = '/campaigns/united-by-common-bonds';

/** A finished page from the cache, beside a bare node:http server that sends the same bytes. */
export async function cachedPage(product: Product): Promise<Row> {
  const url = `${product.url}/en${path}`;
  const headers = { 'accept-encoding': 'br' };
  const bytes = await fetchedBytes(url);
  const bare = await startBareServer(bytes);
  await load({ url, headers, duration: 3 });
  const ours = await load({ url, headers });
  const theirs = await load({ url: bare.url, headers });
  bare.stop();
  return {
    what: 'finished page from the cache',
    measured: perSecond(ours),
    beside: `bare node:http ${perSecond(theirs)}`,
    ratio: ratio(ours / theirs),
    target: 'ratio ≥ 0.6',
  };
}

/** A page rendered for every request, nothing kept, not compressed. */
export async function freshPage(product: Product): Promise<Row> {
  const url = `${product.url}/en${path}`;
  await load({ url, duration: 3 });
  const fresh = await load({ url });
  return {
    what: 'page rendered afresh (cache off)',
    measured: perSecond(fresh),
    beside: '',
    ratio: '',
    target: '≥ 1,000/s',
  };
}

/** What a first visit costs: HTML with its CSS in the four languages, and all the JavaScript there is. */
export async function pageBytes(product: Product): Promise<Row[]> {
  const sizes = await Promise.all(
    langs.map(async (lang) => ({ lang, size: (await fetchedBytes(`${product.url}/${lang}${path}`)).length })),
  );
  const scripts = (await readdir(join(root, 'dist/assets'))).filter((name) => name.endsWith('.js'));
  const bundles = await Promise.all(scripts.map((name) => readFile(join(root, 'dist/assets', name))));
  const script = bundles.reduce((sum, bundle) => sum + gzipSync(bundle).length, 0);
  return [
    {
      what: 'campaign page, HTML + CSS, brotli',
      measured: sizes.map(({ lang, size }) => `${lang} ${size}`).join(', '),
      beside: '',
      ratio: '',
      target: '≤ 14,600 bytes',
    },
    { what: 'all JavaScript, gzip', measured: `${script} bytes`, beside: '', ratio: '', target: '≤ 15,360 bytes' },
  ];
}

/** The bytes as they cross the network: fetch() would unpack them, so the encoding is undone by asking node:http. */
async function fetchedBytes(url: string): Promise<Buffer> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, async (response) =>
      resolve(Buffer.concat(await response.toArray())),
    ).on('error', reject);
  });
}

async function startBareServer(body: Buffer): Promise<{ url: string; stop(): void }> {
  const port = await freePort();
  const program = `const body = Buffer.from(process.env.BODY, 'base64');
    require('node:http').createServer((q, s) => { s.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br', 'content-length': body.length }); s.end(body); }).listen(${port}, '127.0.0.1');`;
  const child = spawn(process.execPath, ['-e', program], { env: { BODY: body.toString('base64') }, stdio: 'ignore' });
  await pause(500);
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => {
      child.kill();
      void once(child, 'exit');
    },
  };
}
