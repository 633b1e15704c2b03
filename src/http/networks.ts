import ipaddr from 'ipaddr.js';

const HOUR = 3_600_000;
const MOST_REMEMBERED = 50_000;
/** So many times one household's allowance is that of a whole site, which may hold 65,536 of them (RFC 6177). */
const SITE_SHARE = 8;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** What is counted together. */
export interface Network {
  /** One IPv4 address, or one IPv6 /64, which is what a single household or server holds. */
  readonly network: string;
  /** The IPv6 /48 around it, which is what one organisation holds, or anybody who asks a tunnel broker. */
  readonly site: string | undefined;
}

/** @param address as the connection or a trusted proxy says it; what is no address is a network by itself */
export function networkOf(address: string): Network {
  // An IPv4 address may come as the IPv6 one that stands for it (RFC 4291 section 2.5.5.2).
  const ip = ipaddr.isValid(address) ? ipaddr.process(address) : undefined;
  if (!(ip instanceof ipaddr.IPv6)) return { network: ip?.toString() ?? address, site: undefined };
  const groups = ip.parts.map((part) => part.toString(16));
  return { network: `${groups.slice(0, 4).join(':')}::/64`, site: `${groups.slice(0, 3).join(':')}::/48` };
}

/** Milliseconds after which it is looked again who is to be forgotten. */
const LOOK = 60_000;

/**
 * Actions of each network in the last hour, in this process's memory and nowhere else. An allowance that refills steadily: who waits
 * a little may act again. Whoever did nothing for an hour is forgotten, and the networks seen longest ago first, so that memory stays
 * bounded.
 */
export class Networks {
  readonly #networks = new Map<string, Bucket>();
  readonly #sites = new Map<string, Bucket>();
  #looks: NodeJS.Timeout | undefined;

  /** How many are remembered. */
  get size(): number {
    return this.#networks.size + this.#sites.size;
  }

  /** Forgets those whose allowance is whole again. @param now as `take` has it */
  forget(now = performance.now()): void {
    for (const buckets of [this.#networks, this.#sites])
      for (const [name, { at }] of buckets) {
        if (now - at < HOUR) break;
        buckets.delete(name);
      }
    if (this.size > 0) return;
    clearInterval(this.#looks);
    this.#looks = undefined;
  }

  /**
   * Takes one action from a network's allowance, and from that of the site around it.
   * @param now milliseconds of a clock that nobody sets
   * @returns whether there was one left
   */
  take(address: string, perHour: number, now = performance.now()): boolean {
    const { network, site } = networkOf(address);
    const most = Math.max(1, perHour);
    const shares = [{ buckets: this.#networks, name: network, most }];
    if (site) shares.push({ buckets: this.#sites, name: site, most: most * SITE_SHARE });
    const left = shares.map((one) => leftIn(one.buckets.get(one.name), one.most, now));
    const goes = left.every((some) => some >= 1);
    for (const [index, { buckets, name }] of shares.entries())
      remember(buckets, name, { left: (left[index] ?? 0) - (goes ? 1 : 0), at: now });
    this.#looks ??= setInterval(() => this.forget(), LOOK).unref();
    return goes;
  }
}

function leftIn(bucket: Bucket | undefined, perHour: number, now: number): number {
  return bucket ? Math.min(perHour, bucket.left + (Math.max(0, now - bucket.at) / HOUR) * perHour) : perHour;
}

function remember(buckets: Map<string, Bucket>, name: string, bucket: Bucket): void {
  buckets.delete(name);
  buckets.set(name, bucket);
  const oldest = buckets.size > MOST_REMEMBERED ? buckets.keys().next().value : undefined;
  if (oldest !== undefined) buckets.delete(oldest);
}
