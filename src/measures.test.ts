import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FrozenDatabase, freezable } from '../test/support/frozen.ts';
import { type Platform, startPlatform } from '../test/support/platform.ts';
import { closePool, openDatabase, openPool } from './database/database.ts';
import { alertOperator } from './mail/alerts.ts';
import { rooms } from './rooms.ts';
import { makeServer } from './site/server.ts';

const measures = rooms.flatMap((room) => room.measures ?? []);

let platform: Platform;
let way: FrozenDatabase;
let read: () => Promise<string>;
const endings: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  platform = await startPlatform();
  way = await freezable(platform.fresh.url);
  const pool = openPool(way.url, 3);
  const server = await makeServer({ ...platform.app, pool, database: openDatabase(pool) }, [], undefined, { measures });
  read = async () => (await server.inject({ url: '/metrics' })).body;
  endings.push(
    () => closePool(pool),
    () => server.close(),
  );
});
afterAll(async () => {
  await way.stop();
  for (const end of endings.reverse()) await end();
  await platform.stop();
});

it('/metrics tells what mail can’t leave, and what needs the operator', async () => {
  await platform.offers('amina@mail.example');
  await platform.fresh.pool.query(`UPDATE actions SET created_at = created_at - interval '1 hour'`);
  const alert = { kind: 'relay-refuses-us', subject: 'SMTP_URL', detail: '535 no' } as const;
  await alertOperator(platform.app, platform.app.database, alert);
  const told = await read();
  expect(told).toContain('alerts_open{kind="relay-refuses-us"} 1\n');
  expect(told).toContain('mail_waiting{what="confirmations"} 1\n');
  expect(told).toContain('mail_waiting{what="letters"} 0\n');
  expect(told).toMatch(/mail_waiting_seconds\{what="confirmations"\} 36\d\d/);
  expect(told).not.toContain('amina');
});

it('/metrics tells the rest while the database is frozen', async () => {
  way.freeze();
  const told = await read();
  expect(told).toContain('page_cache_hits 0');
  expect(told).not.toContain('mail_waiting{');
});
