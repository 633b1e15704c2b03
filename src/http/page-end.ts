import { AsyncLocalStorage } from 'node:async_hooks';

/** A moment to come, by both clocks of this process: one that nobody sets, and one that goes on while the machine sleeps. */
export interface End {
  /** In milliseconds of `performance.now()`. */
  readonly steady: number;
  /** In milliseconds since the epoch. */
  readonly wall: number;
}

interface Rendering {
  end?: End;
}

const renderings = new AsyncLocalStorage<Rendering>();

/** The earlier of two ends, of which either may never come. */
export function earlier(one: End | undefined, other: End | undefined): End | undefined {
  if (!one || !other) return one ?? other;
  return one.steady <= other.steady ? one : other;
}

/** Whether an end has come. */
export function hasCome(end: End | undefined): boolean {
  return end !== undefined && (end.steady <= performance.now() || end.wall <= Date.now());
}

/** Says that what a render shows changes by itself then; whoever keeps the page renders it anew. Outside a render it says nothing. */
export function changesAt(end: End | undefined): void {
  const rendering = renderings.getStore();
  if (rendering && end) rendering.end = earlier(rendering.end, end) ?? end;
}

/** Renders, and gathers when the first of what is shown changes by itself; no page has to pass it on. */
export async function withEnd<Result>(
  render: () => Promise<Result>,
): Promise<{ result: Result; end: End | undefined }> {
  const rendering: Rendering = {};
  const result = await renderings.run(rendering, render);
  return { result, end: rendering.end };
}

/** Whether an end comes within so many milliseconds. */
export function endsWithin(end: End | undefined, milliseconds: number): boolean {
  return end !== undefined && hasCome({ steady: end.steady - milliseconds, wall: end.wall - milliseconds });
}
