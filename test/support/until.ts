import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two looks. */
const LOOK_EVERY = 20;

/**
 * Waits until something holds; the one way to wait for what sends no event.
 * @param what said when it did not come
 * @param holds gives back what it waited for, or something that is not true
 * @throws after so many seconds
 */
export async function until<Value>(
  what: string,
  holds: () => Value | Promise<Value>,
  seconds = 20,
): Promise<Exclude<Value, undefined | null | false | 0 | ''>> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const value = await holds();
    if (value) return value as Exclude<Value, undefined | null | false | 0 | ''>;
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await pause(LOOK_EVERY);
  }
}
