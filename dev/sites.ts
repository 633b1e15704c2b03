import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Build } from './build.ts';

/** What a site is told by messages; the first three `spare.js` hears. */
export type ToSite =
  | { readonly kind: 'start'; readonly entry: string }
  | { readonly kind: 'debug'; readonly port: number }
  | { readonly kind: 'leave' }
  | { readonly kind: 'content' };

export type FromSite =
  | { readonly kind: 'ready'; readonly address: string; readonly outbox: string }
  | { readonly kind: 'said'; readonly line: string }
  | { readonly kind: 'content'; readonly wrong?: string }
  | { readonly kind: 'left' };

/** A site that answers. */
export interface Site {
  readonly address: string;
  readonly outbox: string;
}

interface Options {
  readonly env: NodeJS.ProcessEnv;
  readonly debugPort: number;
  readonly say: (line: string) => void;
}

/** Milliseconds after a start until the next site is got ready. */
const LATER = 400;

/** The site that answers now, and the next one, which waits with its libraries loaded. */
export class Sites {
  readonly #options: Options;
  #stopped = false;
  #spare: ChildProcess | undefined;
  #now: (Site & { readonly process: ChildProcess }) | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Has the next site wait with its libraries loaded, where none does yet. */
  getReady(libraries: readonly string[]): void {
    if (!this.#stopped) this.#spare ??= this.#wait(libraries);
  }

  /** Starts the site anew; the one before answers until then. @returns undefined where it does not start */
  async next({ entry, libraries }: Pick<Build, 'entry' | 'libraries'>): Promise<Site | undefined> {
    const process = this.#spare ?? this.#wait(libraries);
    this.#spare = undefined;
    tell(process, { kind: 'start', entry: pathToFileURL(entry).href });
    // The first one has the database to wait for, and the first change may come at once after it.
    if (!this.#now) this.getReady(libraries);
    const ready = await this.#heard(process, 'ready');
    // Whoever looks at the change has the machine first.
    setTimeout(() => this.getReady(libraries), LATER);
    if (!ready) return undefined;
    const before = this.#now?.process;
    this.#now = { address: ready.address, outbox: ready.outbox, process };
    process.once('exit', () => {
      if (this.#now?.process === process) this.#options.say('the site has ended; the next change starts it again');
    });
    if (before) void this.#leave(before).then(() => this.#debug(process));
    else this.#debug(process);
    return this.#now;
  }

  /** Brings changed content to the running site. @returns undefined where it says what is wrong with it */
  async takeContent(): Promise<Site | undefined> {
    if (!this.#now) return undefined;
    tell(this.#now.process, { kind: 'content' });
    const taken = await this.#heard(this.#now.process, 'content');
    for (const line of taken?.wrong?.split('\n') ?? []) this.#options.say(line);
    return taken && taken.wrong === undefined ? this.#now : undefined;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const site = this.#now?.process;
    this.#now = undefined;
    await Promise.all([this.#spare, site].map((process) => process && ended(process)));
  }

  #wait(libraries: readonly string[]): ChildProcess {
    const args = [
      '--enable-source-maps',
      '--inspect-publish-uid=http',
      join(import.meta.dirname, 'spare.js'),
      JSON.stringify(libraries),
    ];
    const child = spawn(process.execPath, args, {
      env: this.#options.env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('message', (message: FromSite) => {
      if (message.kind === 'said' && !/^mail:/.test(message.line)) this.#options.say(message.line);
    });
    return child;
  }

  /** The next message of a kind; undefined where the process ends before. */
  #heard<Kind extends FromSite['kind']>(from: ChildProcess, kind: Kind) {
    return new Promise<Extract<FromSite, { kind: Kind }> | undefined>((resolve) => {
      const listen = (message: FromSite) => {
        if (message.kind !== kind) return;
        from.off('message', listen);
        resolve(message as Extract<FromSite, { kind: Kind }>);
      };
      from.on('message', listen);
      from.once('exit', () => resolve(undefined));
    });
  }

  /** It lets go of the debugger's port, and then finishes what it has in hand. */
  async #leave(from: ChildProcess): Promise<void> {
    const left = this.#heard(from, 'left');
    tell(from, { kind: 'leave' });
    await left;
    from.kill('SIGTERM');
  }

  #debug(to: ChildProcess): void {
    tell(to, { kind: 'debug', port: this.#options.debugPort });
  }
}

function tell(to: ChildProcess, message: ToSite): void {
  if (to.connected) to.send(message);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
