import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { freePort } from '../test/support/free-port.ts';
import { openFront } from './front.ts';

const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

it('a page whose site changed before it could listen is told so at once, another when it changes', async () => {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>a</p>'),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  toClose.push(() => server.close());
  const site = { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, outbox: '' };
  const port = await freePort();
  const front = await openFront({ PORT: port, HOST: '127.0.0.1' });
  toClose.push(() => front.close());
  front.leadTo(site);

  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const changesOf = async () => {
    const [, script = ''] = /src="([^"]+)"/.exec(await (await get('/en')).text()) ?? [];
    const [, address = ''] = /EventSource\('([^']+)'/.exec(await (await get(script)).text()) ?? [];
    return address;
  };
  const missed = await changesOf();
  front.leadTo(site);
  expect(await told(await get(missed))).toContain('data: changed');

  const listening = await get(await changesOf());
  const heard = told(listening);
  front.leadTo(site);
  expect(await heard).toContain('data: changed');
});

/** What an event stream says until it says that something changed. */
async function told(stream: Response): Promise<string> {
  let said = '';
  for await (const piece of stream.body ?? []) {
    said += new TextDecoder().decode(piece);
    if (said.includes('data:')) break;
  }
  return said;
}
