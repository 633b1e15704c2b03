import { setTimeout as pause } from 'node:timers/promises';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from './app.ts';

/** A count that a room reads from the database, by one label. */
export interface Measure {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  read(app: App): Promise<ReadonlyMap<string, number>>;
}

/** Milliseconds; what is not read by then is left out, so that the rest is told also while the database is away. */
const READ_WITHIN = 3_000;

/** What Prometheus may know of a process: times and counts, nothing about anybody. Times are in seconds. */
export function metrics(app: App, measures: readonly Measure[]) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Requests answered by routes; those from the page cache are in page_cache_hits',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  });
  const shed = new Counter({
    name: 'requests_shed',
    help: 'Requests turned away for load, with what was typed',
    registers: [registry],
  });
  watch(registry, 'page_cache_hits', 'Answers from the page cache since start', () => app.pages.hits);
  watch(registry, 'page_cache_bytes', 'Bytes kept in the page cache', () => app.pages.bytes);
  watch(registry, 'page_renders', 'Pages rendered since start', () => app.pages.renders);
  watch(registry, 'page_renders_shared', 'Requests answered with a render begun for another', () => app.pages.shared);
  watch(registry, 'page_renders_waiting', 'Renders that wait for their turn', () => app.pages.waiting);
  watch(registry, 'page_stale_served', 'Old pages sent while nothing newer was there', () => app.pages.stale);
  watch(registry, 'page_requests_shed', 'Renders refused because too many waited', () => app.pages.shed);
  watch(registry, 'database_connections', 'Open connections to PostgreSQL', () => app.pool.totalCount);
  watch(registry, 'database_waiting', 'Requests waiting for a connection', () => app.pool.waitingCount);
  for (const alike of Map.groupBy(measures, ({ name }) => name).values()) register(registry, app, alike);
  return { registry, requests, shed };
}

export type Metrics = ReturnType<typeof metrics>;

function watch(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}

/** Rooms that tell the same thing of themselves share a gauge. */
function register(registry: Registry, app: App, measures: readonly Measure[]): void {
  const [first] = measures;
  if (!first) return;
  const { name, help, label } = first;
  new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    async collect() {
      this.reset();
      for (const found of await Promise.all(measures.map((measure) => readInTime(app, measure))))
        for (const [value, count] of found ?? []) this.set({ [label]: value }, count);
    },
  });
}

function readInTime(app: App, { read }: Measure): Promise<ReadonlyMap<string, number> | undefined> {
  return Promise.race([read(app), pause(READ_WITHIN, undefined, { ref: false })]).catch(() => undefined);
}
