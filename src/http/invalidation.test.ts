import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import type { Dropped } from './drop.ts';
import { inNotices, readNotice, writeTags } from './drop-notice.ts';
import { dropPages, forgetRemovals } from './invalidation.ts';
import { listenForChanges } from './listen-for-changes.ts';

const all = { how: 'refresh', tags: undefined } as const;
const gone = { how: 'remove', tags: undefined } as const;
/** Of a server that answers, however busy the machine is. */
const patient = { every: 50, patience: 10_000, again: 50 };
/** Of one that is frozen on purpose. */
const quick = { every: 50, patience: 300, again: 50 };

let fresh: FreshDatabase;
let stop: () => Promise<void>;
let heard: Dropped[];
let hearing: boolean[];

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

async function listens(url = fresh.url, rhythm: Parameters<typeof listenForChanges>[2] = patient): Promise<void> {
  heard = [];
  hearing = [];
  stop = listenForChanges(url, { dropped: (one) => heard.push(one), hearing: (hears) => hearing.push(hears) }, rhythm);
  await hears(all);
  expect(heard).toEqual([gone, all]);
  heard.length = 0;
}

/** Waits until the last that was heard is this. */
function hears(last: Dropped): Promise<void> {
  return vi.waitFor(() => expect(heard.at(-1)).toEqual(last), 15_000);
}

const news = (how: Dropped['how']): Dropped => ({ how, tags: ['news'] });
const end: Dropped = { how: 'refresh', tags: ['the end'] };

/** Everything that was announced before has been heard once this is. */
async function theEnd(): Promise<void> {
  await dropPages(fresh.database, ['the end'], 'refresh');
  await hears(end);
}

function breakConnection() {
  return fresh.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND (query LIKE 'LISTEN%' OR query LIKE 'SELECT id, tags FROM page_removals%' OR query = 'SELECT 1')`,
  );
}

describe('a change', () => {
  beforeEach(() => listens());
  afterEach(() => stop());

  it.each(['refresh', 'remove'] as const)('(%s) is heard once it is committed, and not before', async (how) => {
    await fresh.database.transaction().execute(async (trx) => {
      await dropPages(trx, ['campaigns', 'states'], how);
      await theEnd();
      expect(heard).toEqual([end]);
    });
    await hears({ how, tags: ['campaigns', 'states'] });
    expect(heard).toHaveLength(2);
  });

  it.each(['refresh', 'remove'] as const)('(%s) that is taken back is never heard', async (how) => {
    const undone = fresh.database.transaction().execute(async (trx) => {
      await dropPages(trx, ['campaigns'], how);
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await theEnd();
    expect(heard).toEqual([end]);
  });

  it.each(['refresh', 'remove'] as const)('(%s) of nothing is none', async (how) => {
    await dropPages(fresh.database, [], how);
    await theEnd();
    expect(heard).toEqual([end]);
  });

  it.each(['refresh', 'remove'] as const)('(%s) of more tags than a notice holds is heard whole', async (how) => {
    const tags = Array.from({ length: 3_000 }, (_, index) => `عنوان-${index} x`);
    await dropPages(fresh.database, tags, how);
    await theEnd();
    expect(heard.slice(0, -1).flatMap((one) => one.tags)).toEqual(tags);
    expect(new Set(heard.slice(0, -1).map((one) => one.how))).toEqual(new Set([how]));
  });

  it('of a tag that no notice holds is one of everything', async () => {
    await dropPages(fresh.database, ['x'.repeat(9_000), 'states'], 'remove');
    await theEnd();
    expect(heard).toEqual([gone, end]);
  });

  it.each(['campaigns states', '', 'refresh', 'remove', 'remove 1', 'refresh %E0%A4%A'])(
    'that is not understood (%j) refreshes everything',
    async (payload) => {
      await fresh.pool.query('SELECT pg_notify($1, $2)', ['pages', payload]);
      await hears(all);
    },
  );
});

describe('after a broken connection', () => {
  beforeEach(() => listens());
  afterEach(() => stop());

  it('what was removed meanwhile is removed, and everything else refreshed', async () => {
    await dropPages(fresh.database, ['campaigns'], 'remove');
    await theEnd();
    heard.length = 0;
    const removing = await fresh.pool.connect();
    await breakConnection();
    await removing.query(`INSERT INTO page_removals (tags) VALUES ('{news}'), (NULL)`);
    removing.release();
    await vi.waitFor(() => expect(hearing).toEqual([false, true]), 15_000);
    await hears(all);
    expect(heard).toEqual([news('remove'), gone, all]);
    await dropPages(fresh.database, ['states'], 'refresh');
    await hears({ how: 'refresh', tags: ['states'] });
  });

  it('what was heard before is not removed again', async () => {
    await dropPages(fresh.database, ['news'], 'remove');
    await hears(news('remove'));
    heard.length = 0;
    await breakConnection();
    await hears(all);
    expect(heard).toEqual([all]);
  });
});

/** Stands between a process and its database, and can stop passing anything on without hanging up, as a frozen server does. */
class Freezer {
  readonly server: Server;
  frozen = false;
  readonly #sockets = new Set<Socket>();

  constructor(to: { path: string } | { host: string; port: number }) {
    this.server = createServer((near) => {
      const far = connect(to);
      for (const [from, into] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(from);
        from.on('data', (part) => this.frozen || into.write(part));
        from.on('error', () => {}).on('close', () => into.destroy());
      }
    });
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** Where a url of PostgreSQL leads: a socket's folder, or a host. */
function placeOf(url: string): { path: string } | { host: string; port: number } {
  const { searchParams, hostname, port } = new URL(url.replace(/^(\w+:\/\/[^@/]*@?)\//, '$1localhost/'));
  const folder = searchParams.get('host');
  return folder
    ? { path: `${folder}/.s.PGSQL.${searchParams.get('port') ?? '5432'}` }
    : { host: hostname, port: Number(port || 5432) };
}

describe('a server that no longer answers, and does not hang up', () => {
  let freezer: Freezer;
  let url: string;

  beforeEach(async () => {
    freezer = new Freezer(placeOf(fresh.url));
    freezer.server.listen(0, '127.0.0.1');
    await once(freezer.server, 'listening');
    const { port } = freezer.server.address() as AddressInfo;
    const { user, database } = (await fresh.pool.query('SELECT current_user AS user, current_database() AS database'))
      .rows[0];
    url = `postgresql://${user}@127.0.0.1:${port}/${database}`;
  });
  afterEach(async () => {
    await stop();
    await freezer.close();
  });

  it('is lost; when it answers again, what was missed is made up for', async () => {
    await listens(url, quick);
    freezer.frozen = true;
    await vi.waitFor(() => expect(hearing).toEqual([false]), 15_000);
    await dropPages(fresh.database, ['news'], 'remove');
    await dropPages(fresh.database, ['states'], 'refresh');
    expect(heard).toEqual([]);
    freezer.frozen = false;
    await hears(all);
    expect(heard).toEqual([news('remove'), all]);
    expect(hearing).toEqual([false, true]);
  });

  it('leaves everything removed once changes have not been heard for too long, and again after as long', async () => {
    await listens(url, { ...quick, deaf: 400 });
    await vi.waitFor(() => expect(hearing).toEqual([]));
    freezer.frozen = true;
    await vi.waitFor(() => expect(heard).toEqual([gone, gone]), 15_000);
    freezer.frozen = false;
    await hears(all);
    const before = heard.length;
    await dropPages(fresh.database, ['states'], 'refresh');
    await hears({ how: 'refresh', tags: ['states'] });
    expect(heard.slice(before)).toEqual([{ how: 'refresh', tags: ['states'] }]);
  });

  it('does not keep a process from ending', async () => {
    await listens(url, quick);
    freezer.frozen = true;
    const began = performance.now();
    await stop();
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('notices', () => {
  it('say what was said', () => {
    const tags = ['news', 'article:a b', '%', '日本', '"\n'];
    expect(readNotice(`refresh ${writeTags(tags)}`)).toEqual({ how: 'refresh', tags });
    expect(readNotice(`remove 7 ${writeTags(tags)}`)).toEqual({ how: 'remove', id: '7', tags });
    expect(readNotice(`remove 7 ${writeTags(undefined)}`)).toEqual({ how: 'remove', id: '7', tags: undefined });
  });

  it('are as few as may be', () => {
    expect(inNotices(['a', 'b', 'a'])).toEqual([['a', 'b']]);
    expect(inNotices([])).toEqual([]);
  });
});

it('removals are forgotten after some days', async () => {
  await dropPages(fresh.database, ['news'], 'remove');
  const count = async () => (await fresh.pool.query('SELECT count(*)::int AS n FROM page_removals')).rows[0].n;
  expect(await count()).toBeGreaterThan(0);
  await forgetRemovals(fresh.database, new Date(Date.now() + 2 * 86_400_000));
  expect(await count()).toBeGreaterThan(0);
  await forgetRemovals(fresh.database, new Date(Date.now() + 4 * 86_400_000));
  expect(await count()).toBe(0);
});
