import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../test/support/free-port.ts';
import { type ProductProcess, startBuiltProduct } from '../test/support/product.ts';
import { until } from '../test/support/until.ts';
import { type Finding, none, type Part, type Setting, spread, told, within } from './part.ts';

/** Milliseconds in which every request is answered or turned away while the database says nothing. */
const MOST = 20_000;
const KEPT_MOST = 1_000;
const page = '/en/campaigns/united-by-common-bonds';
const typed = 'Amina who typed her name with care';

/** The embedded database stands still (SIGSTOP) under load: kept pages go on, forms come back with what was typed, and all is well once it goes on. */
export const frozen: Part = {
  what: (rounds) => `a database that stands still, ${rounds} forms sent meanwhile`,
  rounds: 30,
  run: (setting) => runFrozen(setting),
};

async function runFrozen({ rounds, say }: Setting): Promise<readonly Finding[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'common-bonds-frozen-'));
  const product = await startBuiltProduct(await freePort(), { DATA_DIR: dataDir, ACTS_PER_NETWORK_HOUR: '100000' });
  try {
    await (await fetch(product.url + page)).text();
    const servers = await serversOf(dataDir);
    for (const pid of servers) process.kill(pid, 'SIGSTOP');
    say(`${servers.length} processes of the database stopped`);
    const found = await whileFrozen(product, rounds).finally(() => {
      for (const pid of servers) process.kill(pid, 'SIGCONT');
    });
    const began = performance.now();
    await until('the product is ready again', () => answers(product, '/readyz', 200), 30);
    return [...found, within('ready again after it went on', performance.now() - began, 15_000)];
  } finally {
    await product.stopped();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function whileFrozen(product: ProductProcess, rounds: number): Promise<Finding[]> {
  const forms = Promise.all(Array.from({ length: rounds }, () => timed(() => sendForm(product))));
  const kept: { milliseconds: number; value: number }[] = [];
  while (kept.length < 50) kept.push(await timed(async () => (await fetch(product.url + page)).status));
  const healthy = await answers(product, '/healthz', 200);
  const ready = await timed(async () => (await fetch(`${product.url}/readyz`)).status);
  const sent = await forms;
  return [
    told('forms sent', sent.length, 1),
    none(
      'forms that lost what was typed',
      sent.filter(({ value }) => value !== 'kept').map(({ value }) => value),
    ),
    within('form answered, longest', spread(sent.map(({ milliseconds }) => milliseconds)).worst, MOST),
    none(
      'kept pages not served',
      kept.filter(({ value }) => value !== 200).map(({ value }) => String(value)),
    ),
    within('kept page, longest', spread(kept.map(({ milliseconds }) => milliseconds)).worst, KEPT_MOST),
    none('not called healthy', healthy ? [] : ['/healthz']),
    none('called ready', ready.value === 503 ? [] : [`/readyz ${ready.value}`]),
  ];
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ milliseconds: number; value: Value }> {
  const began = performance.now();
  const value = await work();
  return { milliseconds: performance.now() - began, value };
}

/** @returns `kept`, or what came back in its place */
async function sendForm({ url }: ProductProcess): Promise<string> {
  const body = new URLSearchParams({ state: 'KEN', name: typed, email: 'amina@mail.example', kind: 'public' });
  const response = await fetch(`${url}${page}/join`, { method: 'POST', body, redirect: 'manual' });
  const text = await response.text();
  return text.includes(typed) ? 'kept' : `${response.status}`;
}

const answers = ({ url }: ProductProcess, path: string, status: number) =>
  fetch(url + path).then(
    (response) => response.status === status,
    () => false,
  );

/** The embedded server and its children. */
async function serversOf(dataDir: string): Promise<number[]> {
  const main = Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  const children = (await readFile(`/proc/${main}/task/${main}/children`, 'utf8')).trim().split(' ').filter(Boolean);
  return [main, ...children.map(Number)];
}
