import autocannon from 'autocannon';

/** Requests answered with 2xx or 3xx, each second, by one load generator on the same machine. */
export async function load(options: autocannon.Options): Promise<number> {
  const result = await autocannon({ connections: 32, duration: 8, timeout: 20, ...options });
  const bad = result.errors + result.timeouts + result.non2xx - (result['3xx'] ?? 0);
  if (bad > 0) throw new Error(`${bad} of ${result.requests.total} requests to ${options.url} failed`);
  return result.requests.total / result.duration;
}

/** A visitor's network, ever another: what a proxy would tell us of thousands of people. */
export function someNetwork(): string {
  const byte = () => 1 + Math.floor(Math.random() * 250);
  return `10.${byte()}.${byte()}.${byte()}`;
}
