/** For whom something is shown. Members come as a kind of their own. */
export type Audience = Everybody | TakenPart | Ourselves | Preview;

/** Any reader of the site, the API, the feeds and the files. */
interface Everybody {
  readonly kind: 'everybody';
}

/** The program's own work, and commands at the machine: nothing that is read so is shown to a reader. */
interface Ourselves {
  readonly kind: 'ourselves';
}

/** Whoever took part: what was published to them stays known to them, also once it is withdrawn or hidden. */
interface TakenPart {
  readonly kind: 'taken-part';
}

/**
 * Staff who look at what readers would see at a moment if some things were published then. What they are shown is for nobody else, and is
 * in no cache.
 */
export interface Preview {
  readonly kind: 'preview';
  readonly at: Date;
  /** What would be published, by ids of publications: drafts, what waits for a moment, what was withdrawn; nothing that is hidden. */
  readonly items: ReadonlySet<string>;
  /** As what a campaign among them is shown; undefined: as what it is at that moment. */
  readonly state: 'open' | 'closed' | undefined;
}

export const everybody: Everybody = { kind: 'everybody' };
export const takenPart: TakenPart = { kind: 'taken-part' };
export const ourselves: Ourselves = { kind: 'ourselves' };
