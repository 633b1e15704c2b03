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

/** @param address as the connection or a trusted proxy says it */
export function networkOf(address: string): Network {
  if (!address.includes(':')) return { network: address, site: undefined };
  const groups = groupsOf(address);
  const mapped = mappedIn(groups);
  if (mapped) return { network: mapped, site: undefined };
  return { network: `${groups.slice(0, 4).join(':')}::/64`, site: `${groups.slice(0, 3).join(':')}::/48` };
}

/** The eight groups of an IPv6 address without leading zeros (RFC 4291 section 2.2). */
function groupsOf(address: string): string[] {
  const [head = '', tail = ''] = withoutDots(address.split('%')[0]?.toLowerCase() ?? '').split('::', 2);
  const [before, after] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const between = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...between, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}

function withoutDots(address: string): string {
  return address.replace(/(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, (_, ...four: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = four.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
}

/** The IPv4 address that an IPv6 one stands for (RFC 4291 section 2.5.5.2). */
function mappedIn(groups: readonly string[]): string | undefined {
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return undefined;
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/**
 * Acts of each network in the last hour, in this process's memory and nowhere else. An allowance that refills steadily: who waits
 * a little may act again. The networks seen longest ago are forgotten first, so that memory stays bounded.
 */
export class Networks {
  readonly #networks = new Map<string, Bucket>();
  readonly #sites = new Map<string, Bucket>();

  /**
   * Takes one act from a network's allowance, and from that of the site around it.
   * @param now milliseconds of a clock that nobody sets
   * @returns whether there was one left
   */
  take(address: string, perHour: number, now = performance.now()): boolean {
    const { network, site } = networkOf(address);
    const most = Math.max(1, perHour);
    const asked = [{ buckets: this.#networks, name: network, most }];
    if (site) asked.push({ buckets: this.#sites, name: site, most: most * SITE_SHARE });
    const left = asked.map((one) => leftIn(one.buckets.get(one.name), one.most, now));
    const goes = left.every((some) => some >= 1);
    for (const [index, { buckets, name }] of asked.entries())
      remember(buckets, name, { left: (left[index] ?? 0) - (goes ? 1 : 0), at: now });
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
