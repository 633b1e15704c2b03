import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Dropped } from './drop.ts';
import { readNotice } from './drop-notice.ts';
import { CHANNEL, isThere, selectRemovals } from './invalidation-queries.ts';

/** Milliseconds. */
interface Rhythm {
  /** Between two questions whether the database is still there. */
  readonly every: number;
  /** For an answer to any question. */
  readonly patience: number;
  /** Between two tries to reach it. */
  readonly again: number;
  /** For which what is kept may be served though no changes are heard. */
  readonly deaf: number;
}

const RHYTHM: Rhythm = { every: 5_000, patience: 5_000, again: 1_000, deaf: 600_000 };
const EVERYTHING = { how: 'remove', tags: undefined } as const;
const MOST_KNOWN = 10_000;

export interface Listening {
  /** Told of each change, and of what was missed. */
  readonly dropped: (dropped: Dropped) => void;
  /** Told when changes are heard no longer, and when they are again. */
  readonly hearing?: (hears: boolean) => void;
}

/**
 * Hears what other processes changed, for as long as this one runs. A connection that broke, or whose server does not answer, is
 * replaced; then removals that were missed are made up for, and everything else is refreshed. While nothing is heard, all is removed
 * every ten minutes.
 * @returns ends the listening
 */
export function listenForChanges(url: string, to: Listening, rhythm: Partial<Rhythm> = {}): () => Promise<void> {
  const listener = new Listener(url, to, { ...RHYTHM, ...rhythm });
  const running = listener.run();
  return async () => {
    listener.end();
    await running;
  };
}

class Listener {
  readonly #url: string;
  readonly #to: Listening;
  readonly #rhythm: Rhythm;
  readonly #ended = new AbortController();
  /** Removals heard of or read already, the newest last. */
  readonly #known = new Set<string>();
  /** The last moment at which everything before it had surely been heard, by both clocks: a sleeping machine stops one of them. */
  #heard: { steady: number; wall: number } | undefined;
  #deaf: NodeJS.Timeout | undefined;
  #hears = true;

  constructor(url: string, to: Listening, rhythm: Rhythm) {
    this.#url = url;
    this.#to = to;
    this.#rhythm = rhythm;
  }

  end(): void {
    this.#ended.abort();
  }

  async run(): Promise<void> {
    const { signal } = this.#ended;
    this.#removeWhileDeaf(this.#rhythm.deaf);
    while (!signal.aborted) {
      await this.#connection().catch(() => {});
      if (signal.aborted) break;
      this.#say(false);
      await pause(this.#rhythm.again, undefined, { signal }).catch(() => {});
    }
    clearTimeout(this.#deaf);
  }

  /** Listens over one connection until it breaks. */
  async #connection(): Promise<void> {
    const { patience } = this.#rhythm;
    const socket = new Socket();
    const limits = { connectionTimeoutMillis: patience, query_timeout: patience, keepAlive: true };
    const client = new pg.Client({ connectionString: this.#url, stream: () => socket, ...limits });
    const broken = new AbortController();
    client.on('error', () => broken.abort()).on('end', () => broken.abort());
    client.on('notification', ({ payload }) => this.#notice(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      await this.#catchUp(client);
      await this.#askAgainAndAgain(client, AbortSignal.any([broken.signal, this.#ended.signal]));
    } finally {
      if (this.#heard && !this.#deaf)
        this.#removeWhileDeaf(this.#rhythm.deaf - (performance.now() - this.#heard.steady));
      if (this.#ended.signal.aborted) await Promise.race([client.end(), pause(patience)]).catch(() => {});
      // A server that does not answer would never let go of the connection.
      socket.destroy();
    }
  }

  #notice(payload: string | undefined): void {
    const { id, how, tags } = readNotice(payload);
    if (id) this.#remember(id);
    this.#to.dropped({ how, tags });
  }

  async #catchUp(client: pg.Client): Promise<void> {
    const heardAt = bothClocks();
    const removals = await selectRemovals(client);
    const missed = removals.filter(({ id }) => !this.#known.has(id));
    for (const { id } of removals) this.#remember(id);
    if (this.#wasDeafTooLong(heardAt)) this.#to.dropped(EVERYTHING);
    else for (const { tags } of missed) this.#to.dropped({ how: 'remove', tags: tags ?? undefined });
    this.#to.dropped({ how: 'refresh', tags: undefined });
    clearTimeout(this.#deaf);
    this.#deaf = undefined;
    this.#heard = heardAt;
    this.#say(true);
  }

  #wasDeafTooLong(now: { steady: number; wall: number }): boolean {
    if (!this.#heard) return true;
    return Math.max(now.steady - this.#heard.steady, now.wall - this.#heard.wall) > this.#rhythm.deaf;
  }

  async #askAgainAndAgain(client: pg.Client, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await pause(this.#rhythm.every, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      const heardAt = bothClocks();
      await isThere(client);
      this.#heard = heardAt;
    }
  }

  /** @param after milliseconds */
  #removeWhileDeaf(after: number): void {
    clearTimeout(this.#deaf);
    this.#deaf = setTimeout(
      () => {
        this.#to.dropped(EVERYTHING);
        this.#removeWhileDeaf(this.#rhythm.deaf);
      },
      Math.max(0, after),
    );
  }

  #remember(id: string): void {
    this.#known.add(id);
    if (this.#known.size > MOST_KNOWN) for (const oldest of this.#known) return void this.#known.delete(oldest);
  }

  #say(hears: boolean): void {
    if (hears !== this.#hears) this.#to.hearing?.(hears);
    this.#hears = hears;
  }
}

function bothClocks() {
  return { steady: performance.now(), wall: Date.now() };
}
