import { sayLine } from '../bin/lifecycle.ts';
import { ofHundred } from './rate.ts';
import type { Row } from './table.ts';

const TIMES = 100;
/** Of these the first warm it up. */
const WARM_UP = 5;
/** For each question; one that takes long is asked less often. */
const SECONDS = 5;

/** How long a question takes, one after the other. @param of of how much it is asked @param target as the table has it */
export async function timed(what: string, of: string, target: string, ask: () => Promise<unknown>): Promise<Row> {
  const times: number[] = [];
  const until = performance.now() + SECONDS * 1_000;
  for (let at = 0; at < TIMES + WARM_UP && (at < 2 * WARM_UP || performance.now() < until); at += 1) {
    const began = performance.now();
    await ask();
    if (at >= WARM_UP) times.push(performance.now() - began);
  }
  const [half, most] = [ofHundred(times, 50), ofHundred(times, 95)].map((time) => time.toFixed(1));
  sayLine(`${what}: ${most} ms`);
  const measured = `${most} ms at the 95th percentile`;
  return { what: `${what} (of ${of})`, measured, beside: `half within ${half} ms`, target };
}
