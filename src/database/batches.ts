const DAY = 86_400_000;

/** Rows at once: few enough that nobody waits long for one. */
export const BATCH = 1_000;

/** Goes on while batches come back full. @returns how many rows in all */
export async function untilDone(batch: () => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const some = await batch();
    all += some;
    if (some < BATCH) return all;
  }
}

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}
