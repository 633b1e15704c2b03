import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

/** Milliseconds for which a step is waited for; one that takes longer waits for a lock that another holds. */
const BLOCKED_AFTER = 25;

/** One of several that do something at once, step by step. */
class Actor {
  readonly waiting: (() => void)[] = [];
  done = false;
}

/** Says whose turn is next. @param ready places of those that can go on @param step how many steps were taken so far */
export type Schedule = (ready: readonly number[], step: number) => number;

/** Runs one step of one of them at a time, in an order that is given. */
export class Interleaving {
  #changed = () => {};

  /**
   * @param actors each is given what it awaits before every step
   * @returns what came of each
   */
  async run(
    actors: readonly ((step: () => Promise<void>) => Promise<unknown>)[],
    schedule: Schedule,
  ): Promise<PromiseSettledResult<unknown>[]> {
    const all = actors.map(() => new Actor());
    const results = Promise.allSettled(
      actors.map((go, at) =>
        go(() => this.#wait(all[at] as Actor)).finally(() => {
          (all[at] as Actor).done = true;
          this.#changed();
        }),
      ),
    );
    for (let step = 0; !all.every(({ done }) => done); ) {
      const ready = all.flatMap(({ waiting }, at) => (waiting.length > 0 ? [at] : []));
      const next = ready.length > 0 ? all[schedule(ready, step)] : undefined;
      if (!next) await this.#change();
      else {
        step += 1;
        await this.#take(next);
      }
    }
    return results;
  }

  #wait(actor: Actor): Promise<void> {
    return new Promise((go) => {
      actor.waiting.push(go);
      this.#changed();
    });
  }

  async #take(actor: Actor): Promise<void> {
    const blocked = Date.now() + BLOCKED_AFTER;
    actor.waiting.shift()?.();
    while (actor.waiting.length === 0 && !actor.done && Date.now() < blocked) await this.#change();
  }

  /** Until one of them waits or is done, or a little while. */
  async #change(): Promise<void> {
    const waited = new AbortController();
    await Promise.race([
      new Promise<void>((resolve) => {
        this.#changed = resolve;
      }),
      pause(BLOCKED_AFTER, undefined, { signal: waited.signal }).catch(() => {}),
    ]);
    waited.abort();
  }
}

/**
 * One goes on until the step at which another's turn comes; who can't go on lets the next one go.
 * @param turns how many steps each turn lasts, by whose it is
 */
export function inTurns(turns: readonly { readonly whose: number; readonly steps: number }[]): Schedule {
  return (ready, step) => {
    let end = 0;
    for (const { whose, steps } of turns) {
      end += steps;
      if (step < end && ready.includes(whose)) return whose;
    }
    return ready[0] as number;
  };
}

/** Connections on which each statement is a step. */
export function stepByStep(pool: pg.Pool, step: () => Promise<void>): pg.Pool {
  const stepping = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get: (_, name) => {
        const value = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name === 'connect') return async () => stepping(await value.call(target));
        if (name !== 'query') return value.bind(target);
        return async (...given: unknown[]) => {
          await step();
          return value.apply(target, given);
        };
      },
    });
  return stepping(pool);
}
