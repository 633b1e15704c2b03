import pressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { EventLoopShare } from './event-loop-share.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered under any load. */
    ever?: boolean;
  }
}

/** How much one process takes on at once. */
export interface Capacity {
  /** Milliseconds by which the event loop may be late, on average over a second. */
  readonly late: number;
  /** Requests whose answer is being made, or waits for its turn. */
  readonly atOnce: number;
  /** Milliseconds that a request waits for its turn. */
  readonly patience: number;
}

export const CAPACITY: Capacity = { late: 1_000, atOnce: 400, patience: 2_000 };

/** Thrown for a request that is not begun because others are in hand. */
export class OverloadedError extends Error {
  override readonly name = 'OverloadedError';
  readonly statusCode = 503;
}

/**
 * Turns requests away that are too many, once their bodies are read: what was typed goes back with the answer (see failures.ts).
 * @param shed told of each that was turned away
 */
export async function shedLoad(server: FastifyInstance, capacity: Capacity, shed: () => void): Promise<void> {
  const { late, atOnce, patience } = capacity;
  // Its own hook would turn away before the body is read.
  await server.register(pressure, { maxEventLoopDelay: late, pressureHandler: () => {} });
  const turns = new EventLoopShare(patience);
  const inHand = new Set<FastifyRequest>();
  const mayBegin = async (request: FastifyRequest) => {
    const isForm = request.method === 'POST';
    // The last quarter is kept for what somebody typed.
    if (inHand.size >= atOnce * (isForm ? 1 : 0.75) || server.isUnderPressure()) return false;
    inHand.add(request);
    return turns.take(isForm);
  };
  server.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.config?.ever) return;
    // An answer that is written past Fastify, or to nobody any more, is over when its connection is done with it.
    reply.raw.once('close', () => inHand.delete(request));
    if (await mayBegin(request)) return;
    shed();
    throw new OverloadedError();
  });
  server.addHook('onSend', (request, _, payload, next) => {
    inHand.delete(request);
    next(null, payload);
  });
}
