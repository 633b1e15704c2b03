import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from '../app.ts';

/** What Prometheus may know of a process: times and counts, nothing about anybody. Times are in seconds. */
export function metrics(app: App) {
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
  watch(registry, 'database_connections', 'Open connections to PostgreSQL', () => app.pool.totalCount);
  watch(registry, 'database_waiting', 'Requests waiting for a connection', () => app.pool.waitingCount);
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
