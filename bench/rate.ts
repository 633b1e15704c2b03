import { answerTo, rawAnswer } from './answer.ts';
import { startBeside } from './beside.ts';
import type { Load } from './generator.ts';
import { load, type Sent } from './load.ts';

/** What was sent, and how many each second the generator itself can send when the answers cost nothing. */
export interface Rate extends Sent {
  readonly limit: number;
}

/** From these shares of its own limit and of its processor time on, a generator measures itself. */
const OF_LIMIT = 0.8;
const OF_TIME = 0.9;

/** Whether the generator was the limit: then nothing is known of the server. */
export function measuredItself({ perSecond, busy, limit }: Rate): boolean {
  return perSecond > OF_LIMIT * limit || busy > OF_TIME;
}

/** @param warmUp seconds before counting begins */
export async function rateOf(one: Load, warmUp: number): Promise<Rate> {
  await load({ ...one, seconds: warmUp });
  return { ...(await load(one)), limit: await generatorLimit(one) };
}

export interface Pair {
  readonly ours: Rate;
  readonly bare: Rate;
  /** Of each round. */
  readonly ratios: readonly number[];
}

const ROUNDS = 5;

/**
 * A load beside node:http with nothing around it, which sends the same headers and bytes: the two in turn, a few seconds each, so that
 * what else the machine does meets both. Medians of five rounds.
 */
export async function besideBare(one: Load): Promise<Pair> {
  const { status, headers, body } = await answerTo(one, 'bare');
  const bare = await startBeside('bare-server.ts', [`${status}`, JSON.stringify(headers), body.toString('base64')]);
  const pair = [one, { ...one, url: `http://127.0.0.1:${bare.port}/` }] as const;
  try {
    await inTurn(pair);
    const rounds: (readonly [Sent, Sent])[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await inTurn(pair));
    const limit = await generatorLimit(one);
    return {
      ours: { ...middle(rounds.map(([ours]) => ours)), limit },
      bare: { ...middle(rounds.map(([, theirs]) => theirs)), limit },
      ratios: rounds.map(([ours, theirs]) => ours.perSecond / theirs.perSecond),
    };
  } finally {
    await bare.stop();
  }
}

async function inTurn([ours, theirs]: readonly [Load, Load]): Promise<readonly [Sent, Sent]> {
  return [await load({ ...ours, seconds: 3 }), await load({ ...theirs, seconds: 3 })];
}

/** Rounds of one load, by the middle of each figure. */
export function middle(rounds: readonly Sent[]): Sent {
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    busy: median(rounds.map(({ busy }) => busy)),
  };
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The value that so many of a hundred do not exceed. */
export function ofHundred(values: readonly number[], percentile: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((percentile / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** The same requests and the same bytes as answers, from the cheapest server there is. */
export async function generatorLimit(one: Load): Promise<number> {
  const answer = await answerTo(one, 'limit');
  const cheapest = await startBeside('cheapest-server.ts', [rawAnswer(answer).toString('base64')]);
  try {
    return (await load({ ...one, url: `http://127.0.0.1:${cheapest.port}/`, seconds: 4 })).perSecond;
  } finally {
    await cheapest.stop();
  }
}
