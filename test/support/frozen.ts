import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** A way to a database that can stop answering without breaking off, as a frozen machine does. */
export interface FrozenDatabase {
  readonly url: string;
  /** From now on what is sent is taken and nothing comes back; new connections are taken too. */
  freeze(): void;
  /** What was sent meanwhile arrives, what was answered comes. */
  thaw(): void;
  stop(): Promise<void>;
}

/** @param url of the real database, on a Unix socket */
export async function freezable(url: string): Promise<FrozenDatabase> {
  const { pathname, searchParams } = new URL(url.replace('@/', '@localhost/'));
  const real = join(searchParams.get('host') ?? '', '.s.PGSQL.5432');
  const ends = new Set<Socket>();
  let frozen = false;
  const proxy = createServer((near) => {
    const far = connect(real);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => {});
      from.on('close', () => {
        ends.delete(from);
        to.destroy();
      });
      if (frozen) from.pause();
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `postgresql://common_bonds@127.0.0.1:${(proxy.address() as AddressInfo).port}${pathname}`,
    freeze: () => {
      frozen = true;
      for (const end of ends) end.pause();
    },
    thaw: () => {
      frozen = false;
      for (const end of ends) end.resume();
    },
    stop: async () => {
      for (const end of ends) end.destroy();
      if (!proxy.listening) return;
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
