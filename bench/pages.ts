import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { langs } from '../src/config/langs.ts';
import { root } from '../src/config/root.ts';
import { answerTo } from './answer.ts';
import type { Load } from './generator.ts';
import type { Product } from './product.ts';
import { besideBare, rateOf } from './rate.ts';
import { type Row, rateRow } from './table.ts';

const path = '/campaigns/united-by-common-bonds';

const requests = (product: Product, lang = 'en'): Load => ({
  url: `${product.url}/${lang}${path}`,
  headers: { 'accept-encoding': 'br' },
});

/** A finished page from the cache, beside a bare node:http server that sends the same headers and bytes. */
export async function cachedPage(product: Product): Promise<Row> {
  const { ours, bare, ratios } = await besideBare(requests(product));
  return rateRow('finished page from the cache', ours, 'ratio ≥ 0.8', {
    name: 'bare node:http',
    perSecond: bare.perSecond,
    generated: bare,
    ratios,
  });
}

/** A page rendered for every request, nothing kept, not compressed. */
export async function freshPage(product: Product): Promise<Row> {
  const rate = await rateOf({ url: `${product.url}/en${path}` }, 3);
  return rateRow('page rendered afresh (cache off)', rate, '≥ 1,000/s');
}

/** What a first visit costs: HTML with its CSS in the four languages, and all the JavaScript there is. */
export async function pageBytes(product: Product): Promise<Row[]> {
  const sizes = await Promise.all(
    langs.map(async (lang) => ({ lang, size: (await answerTo(requests(product, lang), '')).body.length })),
  );
  const scripts = (await readdir(join(root, 'dist/assets'))).filter((name) => name.endsWith('.js'));
  const bundles = await Promise.all(
    scripts.map(async (name) => ({ name, bytes: gzipSync(await readFile(join(root, 'dist/assets', name))).length })),
  );
  const sum = (all: typeof bundles) => all.reduce((total, { bytes }) => total + bytes, 0);
  const script = sum(bundles.filter(({ name }) => !name.startsWith('office-')));
  return [
    {
      what: 'campaign page, HTML + CSS, brotli',
      measured: sizes.map(({ lang, size }) => `${lang} ${size}`).join(', '),
      target: '≤ 14,600 bytes',
    },
    { what: 'all JavaScript, gzip', measured: `${script} bytes`, target: '≤ 15,360 bytes' },
    { what: 'all JavaScript of the office, gzip', measured: `${sum(bundles)} bytes`, target: '≤ 40,960 bytes' },
  ];
}
