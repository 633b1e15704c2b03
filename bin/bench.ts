import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import pg from 'pg';
import { acceptedLetters } from '../bench/actions.ts';
import { deliveredLetters } from '../bench/delivering.ts';
import { costOfGrowth } from '../bench/growth.ts';
import { lists } from '../bench/lists.ts';
import { generatorName } from '../bench/load.ts';
import { cachedPage, freshPage, pageBytes } from '../bench/pages.ts';
import { type Product, startProduct, startScratchDatabase } from '../bench/product.ts';
import { median } from '../bench/rate.ts';
import { cachedAnswers, daysAtRandom, enlargeRecord, tenThousandDays } from '../bench/record.ts';
import { reload } from '../bench/reload.ts';
import { signingIn } from '../bench/signing-in.ts';
import { statistics } from '../bench/statistics.ts';
import { printTable, type Row } from '../bench/table.ts';
import { runOnce, sayLine } from './lifecycle.ts';

type Part = (url: string, env: Readonly<Record<string, string>>, office: string) => Promise<Row[]>;

/** What can be measured, in this order; `npm run bench -- pages letters` measures these alone. */
const parts: Readonly<Record<string, Part>> = {
  start: async (url, env) => [await startOn(url, { ...env, WORK: '1' })],
  pages: async (url, env) => [
    ...(await withProduct(url, env, async (product) => [...(await pageBytes(product)), await cachedPage(product)])),
    ...(await withProduct(url, { ...env, PAGE_CACHE_MB: '0' }, async (product) => [await freshPage(product)])),
  ],
  letters: (url, env, office) =>
    withProduct(url, env, async (product) => [await acceptedLetters(product, url, office)]),
  delivery: async (url, env, office) => {
    if (!wanted.includes('letters'))
      await withProduct(url, env, async (product) => [await acceptedLetters(product, url, office)]);
    return [await deliveredLetters(url, { ...env, WORK: '1' }, 6_000)];
  },
  growth: (url, env, office) =>
    withProduct(url, env, async (product) => [await costOfGrowth(product, url, office), await memoryOf(product)]),
  lists: (url) => lists(url),
  reload: () => reload(),
  statistics: (url) => statistics(url),
  'signing-in': (url, env) => withProduct(url, env, (product) => signingIn(product, url, env)),
  record: async (url, env) => {
    await enlargeRecord(url);
    return [
      ...(await withProduct(url, { ...env, PAGE_CACHE_MB: '0' }, (product) => daysAtRandom(product))),
      ...(await withProduct(url, env, async (product) => [
        await cachedAnswers(product),
        await tenThousandDays(product),
      ])),
    ];
  },
};
const named = process.argv.slice(2);
const wanted = named.length > 0 ? named : Object.keys(parts);

/** Everything in one run on one machine: compare the ratios, the rest depends on the machine. */
await runOnce(async () => {
  const database = await startScratchDatabase();
  const rows: Row[] = [];
  try {
    const url = await database.create('bench');
    const env = { SEALING_KEY: randomBytes(32).toString('base64'), WORK: '0' };
    await withProduct(url, env, async () => []);
    const office = await anOffice(url);
    for (const name of wanted) rows.push(...((await parts[name]?.(url, env, office)) ?? []));
  } finally {
    await database.stop();
  }
  console.log(
    `\nNode ${process.versions.node}, ${availableParallelism()} cores, load ` +
      `generator (${generatorName}) and database on the same machine\n`,
  );
  printTable(rows);
  const refused = rows.filter((row) => row.refused).length;
  if (refused > 0)
    throw new Error(`rows refused: ${refused}; there the load generator was the limit, not what it asked`);
});

async function withProduct(
  url: string,
  env: Readonly<Record<string, string>>,
  work: (product: Product) => Promise<Row[]>,
): Promise<Row[]> {
  const product = await startProduct(url, env);
  try {
    const rows = await work(product);
    for (const row of rows) sayLine(`${row.what}: ${row.measured} ${row.ratio ?? ''}`);
    return rows;
  } finally {
    await product.stop();
  }
}

/** From the start of the process until it is ready, on a database that is migrated and filled. */
async function startOn(url: string, env: Readonly<Record<string, string>>): Promise<Row> {
  const times: number[] = [];
  let atStart = 0;
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    const product = await startProduct(url, env);
    times.push(performance.now() - began);
    atStart = await product.memory();
    await product.stop();
  }
  const seconds = (time: number) => (time / 1_000).toFixed(2);
  return {
    what: 'start, from the process to ready',
    measured: `${seconds(median(times))} s (${seconds(Math.min(...times))} to ${seconds(Math.max(...times))})`,
    beside: `memory then ${Math.round(atStart / 1_048_576)} MB`,
    target: '≤ 2 s',
  };
}

async function memoryOf(product: Product): Promise<Row> {
  const bytes = await product.memory();
  return {
    what: 'memory of the web process after the load',
    measured: `${Math.round(bytes / 1_048_576)} MB`,
    target: '≤ 200 MB',
  };
}

/** An office with an address, so that letters to it are taken. */
async function anOffice(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM representatives WHERE state = 'KEN' AND office = 'justice-minister'`,
  );
  const id = rows[0]?.id ?? '';
  await client.query(
    `INSERT INTO channels (representative_id, kind, value) VALUES ($1, 'email', 'minister@justice.gov.example')`,
    [id],
  );
  await client.end();
  return id;
}
