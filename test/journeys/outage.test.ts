import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from '../../src/config/root.ts';
import { readSettings } from '../../src/config/settings.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded.ts';
import { smtpTransport } from '../../src/mail/smtp.ts';
import { type Running, startProcess } from '../../src/main.ts';
import { landShapes } from '../../src/maps/lands.ts';
import { freePort } from '../support/free-port.ts';
import { answersReady } from '../support/product.ts';
import { fieldValue } from '../support/supporter.ts';
import { until } from '../support/until.ts';

describe('a database that goes away and comes back', () => {
  let dataDir: string;
  let server: EmbeddedPostgres;
  let running: Running;
  let url: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'common-bonds-outage-'));
    server = await startEmbeddedPostgres({ dataDir, say: () => {}, durable: false });
    const port = await freePort();
    const settings = readSettings(
      { PORT: String(port), DATABASE_URL: server.url, DATA_DIR: dataDir, OUTBOX_PORT: '0', LOG_LEVEL: 'silent' },
      root,
    );
    running = await startProcess(settings, { web: true, work: true, mailEvery: 0.2 }, () => {});
    url = settings.PUBLIC_URL;
  });
  afterAll(async () => {
    await running.stop();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const pledge = {
    state: 'KEN',
    name: 'Amina & "K."',
    email: 'amina@mail.example',
    kind: 'public',
    organisation: '',
  };
  const joins = (fields: Record<string, string>) =>
    fetch(`${url}/fr/campaigns/united-by-common-bonds/join`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });

  it('finds the map drawn before anybody has asked', () => {
    const before = process.threadCpuUsage();
    landShapes();
    expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(20);
  });

  it('costs nobody what they typed, and the site mends itself', async () => {
    for (const path of ['/fr', '/fr/record', '/api/v1/states']) await (await fetch(url + path)).text();
    await server.stop();
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const pages = ['/fr', '/fr/record', '/api/v1/states'];
    const later = performance.now() + 3_600_000;
    // Fresh pages, and those whose time was over long ago.
    for (const path of pages) expect((await fetch(url + path)).status, path).toBe(200);
    vi.spyOn(performance, 'now').mockReturnValue(later);
    for (const path of pages) expect((await fetch(url + path)).status, path).toBe(200);
    vi.restoreAllMocks();
    const failed = await joins(pledge);
    expect(failed.status).toBe(503);
    const page = await failed.text();
    expect(page).toContain('rien n’est perdu');
    for (const [name, value] of Object.entries(pledge)) expect(fieldValue(page, name)).toBe(value);

    server = await startEmbeddedPostgres({ dataDir, say: () => {}, durable: false });
    await until('the site is ready again', () => answersReady(url));
    const again = await joins(Object.fromEntries(Object.keys(pledge).map((name) => [name, fieldValue(page, name)])));
    expect(again.status).toBe(303);
    expect(await until('the mail is kept', kept)).toBe(1);
  });

  async function kept(): Promise<number> {
    const { rows } = await running.app.pool.query('SELECT count(*)::int AS n FROM outbox');
    return rows[0].n;
  }
});

/** What a server says at each stage of a mail; undefined: nothing more, `close` hangs up. */
type Script = Readonly<
  Partial<Record<'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'body', string | 'close' | 'hang'>>
>;

async function badServer(script: Script): Promise<{ url: string; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    talk(socket, script);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const kindly: Readonly<Record<string, string>> = {
  greeting: '220 hello',
  EHLO: '250 hello',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  body: '250 taken',
};

function talk(socket: Socket, script: Script): void {
  let body = false;
  const say = (stage: keyof Script) => {
    const words = script[stage] ?? kindly[stage] ?? '250 ok';
    if (words === 'close') socket.destroy();
    else if (words !== 'hang') socket.write(`${words}\r\n`);
  };
  say('greeting');
  socket.on('data', (data) => {
    for (const line of data.toString().split('\r\n')) {
      const stage = stageOf(line, body);
      if (!stage) continue;
      body = stage === 'DATA' && /^354/.test(script.DATA ?? kindly.DATA ?? '');
      say(stage);
    }
  });
}

/** What a line of the client begins; undefined for words that ask for no answer. */
function stageOf(line: string, inBody: boolean): keyof Script | undefined {
  if (inBody) return line === '.' ? 'body' : undefined;
  const word = /^(EHLO|HELO|MAIL|RCPT|DATA)/.exec(line)?.[1];
  return word === 'HELO' ? 'EHLO' : (word as keyof Script | undefined);
}

describe('a mail server', () => {
  const timeouts = { connect: 400, greeting: 400, answer: 400 };
  const message = {
    to: 'minister@gov.example',
    returnPath: 'bounce@letters.example',
    bytes: Buffer.from('Subject: x\r\n\r\nx\r\n'),
  };

  it.each([
    ['hangs at its greeting', { greeting: 'hang' }, 'deferred', 'relay', false],
    ['hangs up at once', { greeting: 'close' }, 'deferred', 'relay', false],
    ['talks nonsense', { greeting: 'HTTP/1.1 400 Bad Request' }, 'deferred', 'relay', false],
    ['hangs at EHLO', { EHLO: 'hang' }, 'deferred', 'relay', false],
    ['hangs at MAIL', { MAIL: 'hang' }, 'deferred', 'relay', false],
    ['hangs up at MAIL', { MAIL: 'close' }, 'deferred', 'relay', false],
    ['refuses us at MAIL', { MAIL: '550 5.7.1 sender not allowed' }, 'deferred', 'relay', false],
    ['wants a login', { MAIL: '530 5.7.0 Authentication required' }, 'deferred', 'relay', false],
    ['goes away at MAIL', { MAIL: '421 4.3.2 shutting down' }, 'deferred', 'relay', false],
    ['relays nothing of ours', { RCPT: '554 5.7.1 Relay access denied' }, 'deferred', 'relay', false],
    ['hangs at RCPT', { RCPT: 'hang' }, 'deferred', 'receiver', false],
    ['hangs up at RCPT', { RCPT: 'close' }, 'deferred', 'receiver', false],
    ['talks nonsense at RCPT', { RCPT: 'banana' }, 'deferred', 'receiver', false],
    ['goes away at RCPT', { RCPT: '421 4.3.2 shutting down' }, 'deferred', 'receiver', false],
    ['refuses the recipient', { RCPT: '550 5.1.1 no such user' }, 'refused', undefined, false],
    ['says for good that a mailbox is full', { RCPT: '552 5.2.2 mailbox full' }, 'deferred', 'receiver', false],
    ['asks to wait', { RCPT: '450 4.2.1 busy' }, 'deferred', 'receiver', false],
    ['hangs at DATA', { DATA: 'hang' }, 'deferred', 'receiver', false],
    ['refuses DATA', { DATA: '554 5.7.1 no' }, 'refused', undefined, false],
    ['refuses the body', { body: '554 5.7.1 spam' }, 'refused', undefined, true],
    ['asks to wait after the body', { body: '451 4.3.0 later' }, 'deferred', 'receiver', true],
    ['hangs after the body', { body: 'hang' }, 'unknown', undefined, true],
    ['hangs up after the body', { body: 'close' }, 'unknown', undefined, true],
    ['talks nonsense after the body', { body: 'banana' }, 'unknown', undefined, true],
    ['goes away after the body', { body: '421 4.3.2 shutting down' }, 'unknown', undefined, true],
    ['takes it', {}, 'accepted', undefined, true],
  ] as const)('that %s leaves no doubt about what to do', async (_name, script, outcome, because, begun) => {
    const server = await badServer(script);
    const transport = smtpTransport(server.url, timeouts);
    let asked = false;
    const result = await transport.send(message, async () => {
      asked = true;
      return true;
    });
    await transport.close();
    await server.stop();
    expect(result.outcome).toBe(outcome);
    expect('because' in result ? result.because : undefined).toBe(because);
    expect(asked).toBe(begun);
  });

  it('gets nothing of a letter that is no longer ours to send', async () => {
    const server = await badServer({});
    const transport = smtpTransport(server.url, timeouts);
    expect(await transport.send(message, async () => false)).toEqual({ outcome: 'abandoned' });
    await transport.close();
    await server.stop();
  });
});
