import { createHmac, hkdfSync } from 'node:crypto';

/** Keys for separate purposes, all derived from one sealing key (RFC 5869), which is in no database and no backup. */
export interface DerivedKeys {
  /** From 1 on; stands before everything that is sealed under it. */
  readonly number: number;
  /** By which the key is known, without telling anything of it. */
  readonly print: string;
  /** AES-256: what is stored of supporters. */
  readonly sealing: Buffer;
  /** AES-256: links that we mail. */
  readonly links: Buffer;
  /** HMAC-SHA-256: return paths, form challenges, and whatever else only we may write. */
  readonly stamps: Buffer;
  /** HMAC-SHA-256: backups. */
  readonly backups: Buffer;
}

/** All sealing keys that this process holds. */
export interface Keys {
  /** HMAC-SHA-256: finding a supporter by address. Outlives every sealing key (decision 11). */
  readonly lookup: Buffer;
  /** What addresses are looked up with: `lookup`, or in a demonstration one of its own: whoever tried it is nobody else's supporter. */
  readonly finding: Buffer;
  /** What is new is sealed and signed under this one. */
  readonly current: DerivedKeys;
  /** The newest first. */
  readonly available: readonly DerivedKeys[];
  /** Whether what was sealed before version 2, bound to no row, may still lie in the database. */
  readonly opensUnbound: boolean;
  /** @returns undefined where this process does not hold it */
  numbered(number: number): DerivedKeys | undefined;
}

/** What an operator keeps: sealing keys of 32 random bytes by their numbers, and the secret by which supporters are found. */
export interface Ring {
  readonly roots: ReadonlyMap<number, Buffer>;
  /** Undefined: it is derived from key 1, as before the first rotation. */
  readonly lookup: Buffer | undefined;
}

/** By which a key is known, without telling anything of it: 16 hexadecimal digits. */
export function printOf(key: Buffer): string {
  return createHmac('sha256', key).update('which key a backup needs').digest('hex').slice(0, 16);
}

/** The secret by which supporters are found, as key 1 makes it. */
export function lookupOf(root: Buffer): Buffer {
  return derive(root, 'lookup');
}

/** @param root 32 random bytes */
export function derivedFrom(number: number, root: Buffer): DerivedKeys {
  return {
    number,
    print: printOf(root),
    sealing: derive(root, 'sealing'),
    links: derive(root, 'links'),
    stamps: derive(root, 'stamps'),
    backups: derive(root, 'backups'),
  };
}

function derive(root: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', root, '', `common-bonds/${purpose}/1`, 32));
}

/** The keys of an install that has one sealing key, number 1. @param root 32 random bytes */
export function deriveKeys(root: Buffer): KeyRing {
  return new KeyRing({ roots: new Map([[1, root]]), lookup: undefined });
}

/** The keys of a process, which goes on while keys are added and while another one becomes the current. */
export class KeyRing implements Keys {
  readonly lookup: Buffer;
  /** Whether supporters would still be found without key 1. */
  readonly lookupStandsAlone: boolean;
  readonly #readAgain: () => Ring | undefined;
  #readAt = Number.NEGATIVE_INFINITY;
  #byNumber: ReadonlyMap<number, DerivedKeys>;
  #current: DerivedKeys;
  finding: Buffer;
  opensUnbound = true;

  /**
   * @param readAgain asked where a number is met that is not held: somebody may have added it since
   * @throws where the ring holds no key, or neither key 1 nor the secret by which supporters are found
   */
  constructor(ring: Ring, readAgain: () => Ring | undefined = () => undefined) {
    this.#byNumber = derivedKeys(ring);
    this.#readAgain = readAgain;
    const [first] = this.available.toReversed();
    const one = ring.roots.get(1);
    const lookup = ring.lookup ?? (one && lookupOf(one));
    if (!first || !lookup) throw new Error('neither key 1 nor a line `lookup` is there');
    this.lookup = lookup;
    this.finding = lookup;
    this.lookupStandsAlone = ring.lookup !== undefined;
    this.#current = first;
  }

  /** Whoever tries a demonstration is found apart from everybody else, whatever they do once an operator is named. */
  findApart(): this {
    this.finding = derive(this.lookup, 'lookup of a demonstration');
    return this;
  }

  get current(): DerivedKeys {
    return this.#current;
  }

  get available(): readonly DerivedKeys[] {
    return [...this.#byNumber.values()].sort((a, b) => b.number - a.number);
  }

  numbered(number: number): DerivedKeys | undefined {
    // Strangers name numbers too: a file is not read for each.
    if (!this.#byNumber.has(number) && performance.now() > this.#readAt + 1_000) this.readAgain();
    return this.#byNumber.get(number);
  }

  /** Takes up keys that were added, and lets go of those that were dropped, unless it is the current one. */
  readAgain(): void {
    this.#readAt = performance.now();
    const ring = this.#readAgain();
    if (!ring) return;
    this.#byNumber = new Map([[this.#current.number, this.#current], ...derivedKeys(ring)]);
  }

  /** From now on this key seals what is new. @returns false where it is not held */
  use(number: number): boolean {
    const next = this.numbered(number);
    if (next) this.#current = next;
    return next !== undefined;
  }
}

function derivedKeys({ roots }: Ring): ReadonlyMap<number, DerivedKeys> {
  return new Map([...roots].map(([number, root]) => [number, derivedFrom(number, root)]));
}
