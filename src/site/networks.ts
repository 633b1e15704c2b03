const HOUR = 3_600_000;
const MOST_REMEMBERED = 50_000;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/**
 * What is counted together: one IPv4 address, or one IPv6 /64, which is what a single household or server holds (RFC 6177).
 * @param address as the connection or a trusted proxy says it
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').toLowerCase().split('::', 2);
  const [before, after] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const groups = [
    ...before,
    ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'),
    ...after,
  ];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/**
 * Acts of each network in the last hour, in this process's memory and nowhere else. An allowance that refills steadily: who waits
 * a little may act again. The networks seen longest ago are forgotten first, so that memory stays bounded.
 */
export class Networks {
  readonly #buckets = new Map<string, Bucket>();

  /** Takes one act from a network's allowance. @returns whether there was one left */
  take(address: string, perHour: number, now = Date.now()): boolean {
    const network = networkOf(address);
    const left = this.#left(network, perHour, now);
    this.#buckets.delete(network);
    this.#buckets.set(network, { left: left < 1 ? left : left - 1, at: now });
    if (this.#buckets.size > MOST_REMEMBERED) this.#forgetOldest();
    return left >= 1;
  }

  #left(network: string, perHour: number, now: number): number {
    const bucket = this.#buckets.get(network);
    return bucket ? Math.min(perHour, bucket.left + ((now - bucket.at) / HOUR) * perHour) : perHour;
  }

  #forgetOldest(): void {
    for (const oldest of this.#buckets.keys()) {
      this.#buckets.delete(oldest);
      return;
    }
  }
}
