import { availableParallelism } from 'node:os';
import type { Generator, Load } from './generator.ts';
import { ownGenerators } from './own-generators.ts';
import { hasWrk, wrk } from './wrk.ts';

const generator: Generator = hasWrk() ? wrk : ownGenerators;

/** The generator in use, to be named beside what it measured. */
export const generatorName = hasWrk() ? 'wrk' : 'own processes with autocannon, as wrk is not installed';

/** What serves needs one core to itself; the generator may have the others. */
const CORES = Math.max(1, availableParallelism() - 1);

export interface Sent {
  /** Requests answered with 2xx or 3xx. */
  readonly perSecond: number;
  /** The share of the processor time it may take that the generator took: from 1 on, it slows down what it asks. */
  readonly busy: number;
}

/** Sends requests from this machine. @throws when any failed */
export async function load(one: Load): Promise<Sent> {
  const { answered, failed, seconds, cpu } = await generator({ headers: {}, seconds: 8, ...one });
  if (failed > 0) throw new Error(`${failed} of ${answered + failed} requests to ${one.url} failed`);
  return { perSecond: answered / seconds, busy: cpu / seconds / CORES };
}
