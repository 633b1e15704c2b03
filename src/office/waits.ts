import type { AccountRow } from '../accounts/accounts.ts';
import { type Deed, mayEver } from '../accounts/roles.ts';
import type { Lang } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import type { Key, Values } from '../locales/words.ts';
import { within } from './within.ts';

/** What there is of it now. */
export interface Waiting {
  /** Left out: it is so, or it is not. */
  readonly count?: number | undefined;
  /** There are more than were counted. */
  readonly more?: boolean | undefined;
  /** Since when the first of it waits. */
  readonly oldest?: Date | undefined;
  /** When the first of it happens by itself. */
  readonly next?: Date | undefined;
  /** For what it says (`Waits.says`). */
  readonly values?: Values | undefined;
}

/**
 * Something that may wait for people: a room says so in its manifest, and the first page of the office shows it to whoever can deal with
 * it.
 */
export interface Waits {
  readonly name: string;
  readonly who: Deed;
  /** What it is, without its number: also where it could not be read. */
  readonly label: Key;
  /** The same with the values of what was read. */
  readonly says?: Key;
  /** Where it is dealt with: a page of the office, or until there is one what is said at the command line. */
  readonly way: { link(lang: Lang): string } | { readonly command: string };
  /** Something is broken as long as it waits. */
  readonly urgent?: boolean;
  /**
   * Counts no more than a thousand (`database/bounded-count.ts`).
   * @param languages into which whoever asks translates; left out: all
   * @returns undefined where nothing waits
   */
  read(app: App, languages?: readonly Lang[]): Promise<Waiting | undefined>;
}

declare module '../http/app.ts' {
  interface Handed {
    readonly waits: readonly Waits[];
  }
}

/** What waits, or why that is not known. */
export interface Found {
  readonly waits: Waits;
  /** Undefined: it could not be read. */
  readonly waiting: Waiting | undefined;
}

/** Milliseconds; one that can't be read by then keeps nobody from the others. */
const READ_WITHIN = 2_000;

/** What waits for somebody, by their role; for a translator, in their own languages. */
export function waitsFor(app: App, { role, languages }: Pick<AccountRow, 'role' | 'languages'>) {
  return whatWaits(app, (deed) => mayEver(role, deed), role === 'translator' ? languages : undefined);
}

/** What waits for whoever may do these things, the broken first. @param languages into which they translate; left out: all */
export async function whatWaits(
  app: App,
  may: (deed: Deed) => boolean,
  languages?: readonly Lang[],
): Promise<readonly Found[]> {
  const all = app.handed.waits.filter(({ who }) => may(who));
  const found = await Promise.all(all.map((waits) => readOne(app, waits, languages)));
  return found
    .filter((one) => one !== undefined)
    .sort((a, b) => Number(b.waits.urgent ?? false) - Number(a.waits.urgent ?? false));
}

async function readOne(app: App, waits: Waits, languages: readonly Lang[] | undefined): Promise<Found | undefined> {
  const read = await within(READ_WITHIN, waits.read(app, languages));
  if ('value' in read) return read.value && read.value.count !== 0 ? { waits, waiting: read.value } : undefined;
  if (read.error) app.log.error({ waits: waits.name, error: read.error }, 'what waits could not be read');
  return { waits, waiting: undefined };
}
