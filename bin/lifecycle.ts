import { InvalidSettingsError } from '../src/config/settings.ts';
import { onParentGone } from './parent-channel.ts';

/** Says one line. What stands in it was written elsewhere: nothing of it steers the operator's terminal or passes for a line of its own. */
export function sayLine(line: string): void {
  console.log(`  ${harmless(line).replaceAll('\n', ' ')}`);
}

function harmless(text: string): string {
  return text.replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

/** Milliseconds that an end may take, within the 90 seconds after which systemd and Compose kill (docs/operating/install.md). */
const END_WITHIN = 75_000;

/**
 * Runs a long-lived verb: starts it, and ends it once on SIGINT, SIGTERM, SIGHUP or when the process that started it is gone; with
 * exit code 1 where that takes too long, as what is in hand may wait for a database that is gone.
 * @param start gives back what ends it
 */
export async function runUntilStopped(
  start: (say: (line: string) => void) => Promise<() => Promise<void>>,
  endWithin = END_WITHIN,
): Promise<void> {
  let end: (() => Promise<void>) | undefined;
  let ending = false;
  let stopping = false;
  const stop = () => {
    stopping = true;
    if (!end || ending) return;
    ending = true;
    setTimeout(
      () => fail(new Error(`it did not end within ${endWithin / 1_000} s: what was in hand is taken up again`)),
      endWithin,
    );
    end().then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  onParentGone(stop);
  try {
    end = await start(sayLine);
  } catch (error) {
    fail(error);
  }
  if (stopping) stop();
}

/** Runs a verb that does one thing and ends; what goes wrong is one line, and exit code 1. */
export async function runOnce(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    fail(error);
  }
}

/** The operator gets lines that name the setting or the thing, never a stack of ours. */
function fail(error: unknown): never {
  const lines =
    error instanceof InvalidSettingsError ? error.lines : [error instanceof Error ? error.message : String(error)];
  for (const line of lines) console.error(`common-bonds: ${harmless(line)}`);
  process.exit(1);
}
