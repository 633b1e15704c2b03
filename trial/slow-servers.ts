import { startScratchDatabase } from '../bench/product.ts';
import { startMailSink } from '../test/support/mail.ts';
import { until } from '../test/support/until.ts';
import { openAddressees } from './addressees.ts';
import { Arrivals } from './arrivals.ts';
import { Install } from './install.ts';
import { judge, nothingMoves } from './judge.ts';
import type { Written } from './letters.ts';
import { type Finding, finding, none, type Part, type Setting, within } from './part.ts';

const SLOW = 'slow.trial.internal';
const OFFICES = 12;
const MOST_WORKERS = 4;
/** Milliseconds from a confirmation to the letter, with a look for mail every two seconds. */
const SOON = 10_000;

/** One receiving domain of two says nothing, at RCPT or after the body, while the other is well. */
export const slowServers: Part = {
  what: (rounds) => `${rounds} letters, half of them to a domain that hangs`,
  rounds: 60,
  run: (setting) => runSlowServers(setting),
};

async function runSlowServers({ random, rounds, say }: Setting): Promise<readonly Finding[]> {
  const [database, sink] = await Promise.all([startScratchDatabase(), startMailSink()]);
  const arrivals = new Arrivals(sink);
  const slow = new SlowDomain(sink, () => random.chance(0.5));
  const install = await Install.prepare(sink.url, { url: await database.create('trial') });
  try {
    const { writers } = await install.start();
    const pool = await install.pool();
    const offices = await openAddressees(pool, [SLOW, 'good.trial.internal'], OFFICES);
    await writers.prepares(offices);
    const confirmedAt = new Map<Written, number>();
    for (let letter = 0; letter < rounds; letter += 1) {
      const written = await writers.writes(random.oneOf(offices));
      await writers.confirms(written);
      confirmedAt.set(written, Date.now());
    }
    const good = writers.all.filter(({ office }) => !office.address.endsWith(SLOW));
    const waiting = () => good.filter(({ email }) => arrivals.of(email).length === 0);
    await until('the good ones came', () => waiting().length === 0, 30).catch(() => {});
    const late = waiting().map(({ email }) => email);
    const took = good.flatMap((one) => arrivals.of(one.email).map((at) => at - (confirmedAt.get(one) ?? 0)));
    const inHand = slow.most;
    say(`${good.length} letters to the good domain, the slow one holds ${inHand}`);
    slow.letGo();
    await nothingMoves(pool);
    return [
      ...(await judge(pool, writers.all, arrivals, rounds)),
      none('good letters that did not come while the others hung', late),
      within('the slowest of the good ones', Math.max(...took), SOON),
      finding('letters in hand at the domain that hangs', inHand, 1),
      { what: 'of sixteen hands', found: `${inHand}`, promised: `≤ ${MOST_WORKERS}`, holds: inHand <= MOST_WORKERS },
    ];
  } finally {
    slow.letGo();
    await install.end();
    await sink.stop();
    await database.stop();
  }
}

/** A domain that says nothing until it is let go on; at which of two places, is drawn for each mail. */
class SlowDomain {
  most = 0;
  #inHand = 0;
  #over = false;
  readonly #going: (() => void)[] = [];
  readonly #atBody = new Set<string>();

  constructor(sink: Awaited<ReturnType<typeof startMailSink>>, atBody: () => boolean) {
    const note = sink.behave.body;
    sink.behave.recipient = (address) => {
      if (!address.endsWith(SLOW)) return undefined;
      if (!atBody()) return this.#silence();
      this.#atBody.add(address);
      return undefined;
    };
    sink.behave.body = async (raw) => {
      const to = /^To:.*?([\w.]+@[\w.]+)/im.exec(raw.toString('latin1'))?.[1] ?? '';
      if (this.#atBody.delete(to)) await this.#silence();
      return note(raw);
    };
  }

  letGo(): void {
    this.#over = true;
    for (const go of this.#going) go();
  }

  async #silence(): Promise<undefined> {
    if (this.#over) return;
    this.#inHand += 1;
    this.most = Math.max(this.most, this.#inHand);
    await new Promise<void>((go) => this.#going.push(go));
    this.#inHand -= 1;
  }
}
