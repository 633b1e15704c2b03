import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { address } from '../../src/http/address.ts';
import type { Answer } from '../../src/http/answer.ts';
import { TIMEOUTS } from '../../src/http/http-server.ts';
import { PageCache } from '../../src/http/page-cache.ts';
import { get } from '../../src/http/route.ts';
import { CAPACITY } from '../../src/http/shed-load.ts';
import { needsNoGate } from '../../src/publications/needs-no-gate.ts';
import { makeServer } from '../../src/site/server.ts';
import type { Platform } from './platform.ts';
import { type Reply, rawGet } from './raw-get.ts';

type Render = (nth: number) => Promise<Answer> | Answer;

/** The product's server with pages of a test's own, at `/{lang}/page` and below it. */
export class PageServer {
  readonly pages: PageCache;
  /** What the pages say from now on; told how often they were rendered, this time included. */
  render: Render = () => page('first', ['news']);
  renders = 0;
  /** Of renders beside, as the operator is told of them. */
  readonly failures: string[] = [];
  port = 0;
  #server: FastifyInstance | undefined;

  /** @param kept by another, as if it were the same process */
  constructor(bytes = 10_000_000, pages?: PageCache) {
    this.pages = pages ?? new PageCache(bytes, (error, address) => this.failures.push(`${address} ${error.message}`));
  }

  /** @param atOnce requests in hand, beyond which the server turns others away */
  async start(platform: Platform, atOnce = CAPACITY.atOnce): Promise<this> {
    const handle = needsNoGate('a test', async () => {
      this.renders += 1;
      return this.render(this.renders);
    });
    const routes = [get(address('/:lang/page'), handle), get(address('/:lang/page/:slug'), handle)];
    const limits = { timeouts: TIMEOUTS, capacity: { ...CAPACITY, atOnce } };
    this.#server = await makeServer({ ...platform.app, pages: this.pages }, routes, undefined, limits);
    await this.#server.listen({ port: 0, host: '127.0.0.1' });
    this.port = (this.#server.server.address() as AddressInfo).port;
    return this;
  }

  ask(path = '/en/page', headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Reply> {
    return rawGet(this.port, path, headers, method);
  }

  /** From now on pages say this, once the returned function is called. */
  holds(text: string, tags: readonly string[] | undefined = ['news']): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.render = () => promise.then(() => page(text, tags));
    return resolve;
  }

  async stop(): Promise<void> {
    // Nothing is compressed for a test that is over.
    this.pages.drop();
    await this.#server?.close();
  }
}

const words = Array.from({ length: 300 }, (_, nth) => `Paragraph ${(nth * 7_919) % 1_009} on common bonds.`).join(' ');

/** A page of some length with a title by which it is known. */
export function page(title: string, tags?: readonly string[]): Answer {
  return { kind: 'page', status: 200, html: `<!doctype html><title>${title}</title>${words}`, tags };
}

export function titleOf({ body, headers }: Reply): string | undefined {
  const encoding = headers['content-encoding'];
  const plain = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
  return /<title>(.*?)<\/title>/.exec(plain.toString())?.[1];
}
