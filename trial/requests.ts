import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readBounce } from '../src/mail/read-bounce.ts';
import { startMailSink } from '../test/support/mail.ts';
import { bouncesWith } from '../test/support/worst-bounces.ts';
import { worstTexts } from '../test/support/worst-texts.ts';
import { openAddressees } from './addressees.ts';
import { Install } from './install.ts';
import { type Finding, finding, none, type Part, type Setting, spread, within } from './part.ts';
import type { Random } from './random.ts';
import { beyondEachField, eachHeader, sendWorst, type WorstRequest, withinEachField } from './worst.ts';

/** Milliseconds for which one request may keep all others waiting. */
const MOST = 50;
/** Milliseconds; finer than this the product does not measure. */
const RESOLUTION = 10;
/** Where the machine was busy with something else, a request gets another try. */
const TRIES = 4;
const TOKEN = 'a token of the trial';

interface Blocked {
  readonly name: string;
  readonly milliseconds: number;
}

/**
 * The worst of texts in every field of every form, in every header and in every part of a returned mail: for how long nothing else
 * could happen.
 */
export const requests: Part = {
  what: (rounds) => `${rounds} of the worst requests of each kind, one after the other`,
  rounds: 300,
  run: (setting) => runRequests(setting),
};

async function runRequests(setting: Setting): Promise<readonly Finding[]> {
  const sink = await startMailSink();
  const install = await Install.prepare(sink.url);
  try {
    const { product } = await install.start({ METRICS_TOKEN: TOKEN, TRUSTED_PROXIES: '127.0.0.1' });
    const [office] = await openAddressees(await install.pool(), ['one.trial.internal'], 1);
    const kinds = {
      'a form with 131 kB in a field': beyondEachField(),
      'a form with all that a field takes': withinEachField(office?.id ?? ''),
      'a header': eachHeader(),
    };
    const found: Finding[] = [];
    for (const [kind, all] of Object.entries(kinds)) found.push(...(await tryKind(kind, all, product.url, setting)));
    return [...found, ...(await tryBounces(setting))];
  } finally {
    await install.end();
    await sink.stop();
  }
}

async function tryKind(
  kind: string,
  all: readonly WorstRequest[],
  url: string,
  { random, rounds, say }: Setting,
): Promise<Finding[]> {
  const blocked: Blocked[] = [];
  const wrong: string[] = [];
  for (const one of some(all, rounds, random)) {
    const { milliseconds, status } = await shortest(url, one);
    blocked.push({ name: one.name, milliseconds });
    const right = one.refused ? one.refused.includes(status) : status > 0 && status < 500;
    if (!right) wrong.push(`${one.name} (${status})`);
  }
  say(`${blocked.length} of ${all.length}: ${kind}`);
  return [finding(kind, blocked.length, 1), none('answered wrongly', wrong), ...timesOf(blocked)];
}

/** Returned mails are read in this process: the product has nothing else to do with them before it knows whose they are. */
async function tryBounces({ random, rounds, say }: Setting): Promise<Finding[]> {
  const all = Object.entries(bouncesWith).flatMap(([part, make]) =>
    worstTexts().map(([name, text]) => ({ name: `${part}: ${name}`, make: () => make(text) })),
  );
  const late = monitorEventLoopDelay({ resolution: 1 });
  const blocked: Blocked[] = [];
  for (const { name, make } of some(all, rounds, random)) {
    const raw = make();
    let milliseconds = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < TRIES && milliseconds > MOST; tries += 1) {
      late.reset();
      late.enable();
      await readBounce(raw, { recipient: 'bounce@letters.trial.internal', nullSender: true });
      await new Promise((resolve) => setImmediate(resolve));
      late.disable();
      milliseconds = Math.min(milliseconds, late.max / 1e6);
    }
    blocked.push({ name, milliseconds });
  }
  say(`${blocked.length} of ${all.length}: a returned mail`);
  return [finding('a returned mail of 131 kB', blocked.length, 1), ...timesOf(blocked)];
}

function some<Item>(all: readonly Item[], most: number, random: Random): Item[] {
  const left = [...all];
  while (left.length > most) left.splice(random.below(left.length), 1);
  return left;
}

function timesOf(blocked: readonly Blocked[]): Finding[] {
  const { median, worst } = spread(blocked.map(({ milliseconds }) => milliseconds));
  const name = blocked.find(({ milliseconds }) => milliseconds === worst)?.name ?? '';
  return [
    within('· nothing else could happen for, median', median, MOST),
    within('· the longest', worst, MOST, ` (${name})`),
  ];
}

/** @returns the shortest time of some tries, and the answer */
async function shortest(url: string, one: WorstRequest): Promise<{ milliseconds: number; status: number }> {
  let best = { milliseconds: Number.POSITIVE_INFINITY, status: 0 };
  for (let tries = 0; tries < TRIES && best.milliseconds > MOST; tries += 1) {
    await lag(url);
    const status = await sendWorst(url, one);
    const milliseconds = await lag(url);
    if (milliseconds < best.milliseconds) best = { milliseconds, status };
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
