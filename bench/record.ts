import { setTimeout as pause } from 'node:timers/promises';
import { SYSTEM } from '../src/actors/actors.ts';
import { openDatabase, openPool } from '../src/database/database.ts';
import { currentFields } from '../src/facts/facts.ts';
import { writeFacts } from '../src/facts/import-facts.ts';
import type { Fields, Files } from '../src/facts/shapes.ts';
import { recordShapes } from '../src/record/shapes.ts';
import type { Product } from './product.ts';
import { rateOf } from './rate.ts';
import { type Row, rateRow } from './table.ts';

const TIMES = 10;
/** Columns that name something by slug, and so differ in each copy. */
const SLUGS = ['slug', 'id', 'situation', 'case', 'person', 'trial', 'event', 'happened'];

/** Makes the record ten times as large: nine more Courts with other names and the same days. */
export async function enlargeRecord(databaseUrl: string): Promise<void> {
  const pool = openPool(databaseUrl, 2);
  const database = openDatabase(pool);
  const current = await currentFields(database, 'record');
  const files: Files = Object.fromEntries(
    Object.entries(recordShapes).map(([name, shape]) => {
      const rows = current[name] ?? [];
      const copied = ['published', 'coverage', 'notes', 'people-notes'].includes(name) ? 1 : TIMES;
      const all = Array.from({ length: copied }, (_, copy) => rows.map((row) => renamed(row, copy))).flat();
      return [name, all.map((fields, line) => ({ line, key: shape.key(fields), fields }))];
    }),
  );
  await database
    .transaction()
    .execute((trx) => writeFacts(trx, 'record', files, { by: SYSTEM, why: 'ten times as large' }));
  await pool.end();
}

function renamed(row: Fields, copy: number): Fields {
  if (copy === 0) return row;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, SLUGS.includes(name) && value ? `${value}-copy${copy}` : value]),
  );
}

const someDay = () => new Date(Date.UTC(2003, 0, 1 + Math.floor(Math.random() * 8_600))).toISOString().slice(0, 10);

const pages: Readonly<Record<string, string>> = {
  'the Court': '/en/record',
  'a figure': '/ar/record/figures/warrants-not-executed',
  'a situation': '/fr/record/situations/darfur',
  'a case': '/es/record/cases/bemba',
  'the states': '/en/states',
  'a state': '/en/states/KEN',
  'a figure, API': '/api/v1/figures/convictions-core-standing',
};

/** Pages for days at random, one after another, nothing kept and not compressed: the time from request to answer. */
export async function daysAtRandom(product: Product, count = 120): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, path] of Object.entries(pages)) {
    const times: number[] = [];
    for (let index = 0; index < count + 20; index += 1) {
      const began = performance.now();
      const headers = { 'accept-encoding': 'identity' };
      const response = await fetch(`${product.url}${path}?on=${someDay()}`, { headers });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      if (index >= 20) times.push(performance.now() - began);
    }
    times.sort((one, other) => one - other);
    const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`;
    rows.push({
      what: `${what}, any day, ten times today’s record`,
      measured: `${at(0.5)} (nine of ten ${at(0.9)})`,
      target: '≤ 20 ms',
    });
  }
  return rows;
}

/** Answers of the API that are kept, each second. */
export async function cachedAnswers(product: Product): Promise<Row> {
  const url = `${product.url}/api/v1/figures/states-parties`;
  return rateRow('API, kept answers', await rateOf({ url, headers: { 'accept-encoding': 'br' } }, 2), '≥ 3,000/s');
}

/** A robot that asks for ten thousand different days. */
export async function tenThousandDays(product: Product): Promise<Row> {
  const before = await product.memory();
  const turnedAway = await asksForDays(product, 0, 5_000);
  const midway = await product.memory();
  const later = await asksForDays(product, 5_000, 10_000);
  const after = await product.memory();
  const megabytes = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`;
  return {
    what: 'memory after ten thousand different days',
    measured: megabytes(after),
    beside: `before ${megabytes(before)}, half way ${megabytes(midway)}, told to come back ${turnedAway + later}`,
    target: 'no growth',
  };
}

/** @returns how often the robot was told to come back later, as it did */
async function asksForDays(product: Product, first: number, end: number, atOnce = 8): Promise<number> {
  let next = first;
  let turnedAway = 0;
  const robot = async () => {
    while (next < end) {
      const on = new Date(Date.UTC(1999, 0, 1 + next++)).toISOString().slice(0, 10);
      const url = `${product.url}/en/record/figures/warrants-persons?on=${on}`;
      let response = await fetch(url);
      for (; response.status === 503; response = await fetch(url)) {
        await response.arrayBuffer();
        turnedAway += 1;
        await pause(1_000 * Number(response.headers.get('retry-after')));
      }
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`the day ${on} answered ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, robot));
  return turnedAway;
}
