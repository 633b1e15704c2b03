/** Bytes under names, the least lately used going first once there are more than a limit. */
export class ByteCache {
  readonly #kept = new Map<string, Buffer>();
  readonly #limit: number;
  #size = 0;

  /** @param limit bytes */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(name: string): Buffer | undefined {
    const bytes = this.#kept.get(name);
    if (bytes) {
      this.#kept.delete(name);
      this.#kept.set(name, bytes);
    }
    return bytes;
  }

  /** @returns the same bytes */
  put(name: string, bytes: Buffer): Buffer {
    if (this.#kept.has(name) || bytes.length > this.#limit) return bytes;
    this.#kept.set(name, bytes);
    this.#size += bytes.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= this.#limit) break;
      this.#kept.delete(oldest);
      this.#size -= length;
    }
    return bytes;
  }
}
