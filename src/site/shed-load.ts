import pressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';

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
  /** Requests whose answer is being made. */
  readonly atOnce: number;
}

export const CAPACITY: Capacity = { late: 1_000, atOnce: 400 };

/** Thrown for a request that is not begun because others are in hand. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
  readonly statusCode = 503;
}

/**
 * Turns requests away that are too many, once their bodies are read: what was typed goes back with the answer (see failures.ts).
 * @param shed told of each that was turned away
 */
export async function shedLoad(server: FastifyInstance, { late, atOnce }: Capacity, shed: () => void): Promise<void> {
  // Its own hook would turn away before the body is read.
  await server.register(pressure, { maxEventLoopDelay: late, pressureHandler: () => {} });
  const inHand = new Set<FastifyRequest>();
  server.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.config?.ever) return;
    if (inHand.size >= atOnce || server.isUnderPressure()) {
      shed();
      throw new TooBusy();
    }
    inHand.add(request);
    // An answer that is written past Fastify, or to nobody any more, is over when its connection is done with it.
    reply.raw.once('close', () => inHand.delete(request));
  });
  server.addHook('onSend', async (request) => void inHand.delete(request));
}
