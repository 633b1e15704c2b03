import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostRoute } from '../src/site/route.ts';
import { freePort } from '../test/support/free-port.ts';
import { startBuiltProduct } from '../test/support/product.ts';
import { addressOf, formRoutes, worstBodies } from '../test/support/worst-requests.ts';
import { type Finding, none, type Part, type Setting, spread, told, within } from './part.ts';

/** Milliseconds for which one request may keep all others waiting. */
const MOST = 50;
/** Milliseconds; finer than this the product does not measure. */
const RESOLUTION = 10;
/** Where the machine was busy with something else, a request gets another try. */
const TRIES = 3;
const REFUSED = [400, 413, 422, 429];
const TOKEN = 'a token of the trial';

interface Tried {
  readonly name: string;
  readonly body: string;
  readonly route: PostRoute;
}

/** The worst of texts in every field of every form, sent to the running product; how long its event loop stood still, by its own clock. */
export const requests: Part = {
  what: (rounds) => `${rounds} of the worst requests, one after the other`,
  rounds: 800,
  run: (setting) => runRequests(setting),
};

async function runRequests({ random, rounds, say }: Setting): Promise<readonly Finding[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'common-bonds-requests-'));
  const product = await startBuiltProduct(await freePort(), { DATA_DIR: dataDir, METRICS_TOKEN: TOKEN });
  try {
    const all = formRoutes.flatMap((route) => [...worstBodies(route)].map((one) => ({ ...one, route })));
    const some = all.length <= rounds ? all : Array.from({ length: rounds }, () => random.oneOf(all));
    const answered = new Set<string>();
    const blocked: { name: string; milliseconds: number }[] = [];
    for (const [at, one] of some.entries()) {
      const { milliseconds, status } = await send(product.url, one);
      const name = `${one.route.path} ${one.name}`;
      blocked.push({ name, milliseconds });
      if (!REFUSED.includes(status)) answered.add(`${name} (${status})`);
      if (at % 200 === 199) say(`${at + 1} sent`);
    }
    return findings(blocked, answered);
  } finally {
    await product.stopped();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function findings(blocked: readonly { name: string; milliseconds: number }[], answered: Set<string>): Finding[] {
  const { median, worst } = spread(blocked.map(({ milliseconds }) => milliseconds));
  const name = blocked.find(({ milliseconds }) => milliseconds === worst)?.name ?? '';
  return [
    told('requests sent', blocked.length, 1),
    none('neither refused nor given back', [...answered]),
    within('event loop blocked by one, median', median, MOST),
    within('event loop blocked by one, longest', worst, MOST, ` (${name})`),
  ];
}

/** @returns the shortest time of some tries, and the answer */
async function send(url: string, { route, body }: Tried): Promise<{ milliseconds: number; status: number }> {
  let best = { milliseconds: Number.POSITIVE_INFINITY, status: 0 };
  for (let tries = 0; tries < TRIES && best.milliseconds > MOST; tries += 1) {
    await lag(url);
    const response = await fetch(`${url}${addressOf(route.path)}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    });
    await response.arrayBuffer();
    const milliseconds = await lag(url);
    if (milliseconds < best.milliseconds) best = { milliseconds, status: response.status };
  }
  return best;
}

/** The longest that the event loop was late since it was last asked, in milliseconds. */
async function lag(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text();
  const seconds = Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1]);
  if (Number.isNaN(seconds)) throw new Error('the product does not say how late its event loop was');
  return Math.max(0, seconds * 1_000 - RESOLUTION);
}
