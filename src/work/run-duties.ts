import { setTimeout as pause } from 'node:timers/promises';
import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import type { App } from '../http/app.ts';
import { type Clocks, clockWatch, readClocks } from './clock-watch.ts';
import { dueIn } from './local-time.ts';
import { pullBackJobs } from './pull-back-queries.ts';
import { runnerPool } from './runner-pool.ts';

/** Work that goes on all the time, a short pause after each turn. */
export interface Pulse {
  readonly name: string;
  readonly seconds: number;
  run(signal: AbortSignal): Promise<unknown>;
}

/** Work at set times (crontab syntax, by the clocks of the organisation's zone), by one process at a time however many run. */
export interface Duty {
  readonly name: string;
  readonly when: string;
  run(): Promise<unknown>;
}

/** What background work consists of. */
export interface BackgroundWork {
  readonly pulses: readonly Pulse[];
  readonly duties: readonly Duty[];
  readonly tasks: TaskList;
  /** Sets right what was written while a clock was wrong. */
  afterClockWasSet(): Promise<unknown>;
}

/** Starts all background work of a process. @returns ends it, after what is in hand */
export async function runDuties(
  app: App,
  work: BackgroundWork,
  read: () => Promise<Clocks> = () => readClocks(app.database),
  lookAtClocksEvery = 30_000,
): Promise<() => Promise<void>> {
  const ending = new AbortController();
  await pullBackJobs(app.database);
  const connections = runnerPool(app.pool);
  const start = () => startRunner({ ...app, pool: connections.pool }, work.duties, work.tasks);
  let runner = await start();
  const stopping: Promise<void>[] = [];
  const look = clockWatch(read, async (first) => {
    await work.afterClockWasSet();
    if (first) return;
    await pullBackJobs(app.database);
    // The runner knows by the clock as it was when the next duty is due: another one takes over, and it ends what it has in hand.
    stopping.push(runner.stop());
    runner = await start();
  });
  const pulses = [{ name: 'clock', seconds: lookAtClocksEvery / 1_000, run: look }, ...work.pulses];
  const beating = pulses.map((pulse) => beat(app, pulse, ending.signal));
  return async () => {
    ending.abort();
    await Promise.all(beating);
    await Promise.all([...stopping, runner.stop()]);
    await connections.end();
  };
}

async function beat(app: App, pulse: Pulse, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pulse
      .run(signal)
      .catch((error: Error) => app.log.error(withoutMessage(pulse.name, error), 'background work failed'));
    await pause(pulse.seconds * 1_000, undefined, { signal }).catch(() => {});
  }
}

/** What a log may say of an error: messages may quote an address; names and codes don't. */
export function withoutMessage(work: string, error: Error & { code?: string }) {
  return {
    work,
    error: error.name,
    code: error.code,
    place: error.stack
      ?.split('\n')
      .find((line) => /^\s+at /.test(line))
      ?.trim(),
  };
}

function startRunner(app: App, duties: readonly Duty[], tasks: TaskList): Promise<Runner> {
  return run({
    pgPool: app.pool,
    // As many as there are workers for mail: a task that waits for a slow server leaves room for the others.
    concurrency: 16,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: new Logger(() => (level, message) => {
      if (level === 'error')
        app.log.error({ runner: message.slice(0, 60).replace(/(?<!\S)\S*@\S*/g, '…') }, 'job runner');
    }),
    parsedCronItems: parseCronItems(
      duties.map((duty) => ({
        task: duty.name,
        match: dueIn(app.settings.TIME_ZONE, duty.when),
        identifier: duty.name,
        options: { backfillPeriod: 0 },
      })),
    ),
    taskList: {
      ...tasks,
      ...Object.fromEntries(duties.map((duty) => [duty.name, async () => void (await duty.run())])),
    },
  });
}
