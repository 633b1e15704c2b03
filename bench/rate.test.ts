import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo, rawAnswer } from './answer.ts';
import { startBeside } from './beside.ts';
import { measuredItself, ofHundred } from './rate.ts';
import { rateRow } from './table.ts';

it('the 95th of a hundred is what 95 do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect([50, 95, 100].map((percentile) => ofHundred(hundred, percentile))).toEqual([50, 95, 100]);
  expect(ofHundred([7], 95)).toBe(7);
});

describe('a rate', () => {
  it.each([
    ['well below what the generator can send', { perSecond: 20_000, limit: 90_000, busy: 0.3 }, false],
    ['close to what the generator can send', { perSecond: 8_000, limit: 9_000, busy: 0.5 }, true],
    ['for which the generator took the server’s processor', { perSecond: 8_000, limit: 20_000, busy: 1.4 }, true],
  ])('%s', (_name, rate, refused) => {
    expect(measuredItself(rate)).toBe(refused);
  });

  const calm = { perSecond: 20_000, limit: 90_000, busy: 0.3 };
  const rushed = { perSecond: 80_000, limit: 90_000, busy: 0.9 };
  it.each([
    ['stands with its ratio', calm, calm, '0.25'],
    ['is refused where it is the generator’s own', rushed, calm, 'refused: the generator is the limit'],
    ['is refused where what it stands beside is', calm, rushed, 'refused: the generator is the limit'],
  ])('%s', (_name, ours, other, ratio) => {
    const beside = { name: 'bare', perSecond: other.perSecond, ratios: [0.25], generated: other };
    expect(rateRow('a page', ours, '', beside).ratio).toBe(ratio);
  });
});

describe('the servers that ours stands beside', () => {
  const body = Buffer.from([0x1b, 0x03, 0x00, 0xf8, 0x0d, 0x0a, 0xff]);
  let ours: Server;
  let url: string;
  beforeAll(async () => {
    ours = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br', ETag: '"a-br"', vary: 'x' });
      response.end(body);
    }).listen(0, '127.0.0.1');
    await once(ours, 'listening');
    url = `http://127.0.0.1:${(ours.address() as AddressInfo).port}/`;
  });
  afterAll(() => ours.close());

  it.each(['bare-server.ts', 'cheapest-server.ts'])('send the same headers and bytes: %s', async (program) => {
    const answer = await answerTo({ url }, '');
    const args =
      program === 'bare-server.ts'
        ? ['200', JSON.stringify(answer.headers), body.toString('base64')]
        : [rawAnswer(answer).toString('base64')];
    const beside = await startBeside(program, args);
    expect(await answerTo({ url: `http://127.0.0.1:${beside.port}/` }, '')).toEqual(answer);
    await beside.stop();
  });
});
