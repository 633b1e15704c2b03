/** For whom something is shown. Staff come with their rights, and members, as kinds of their own. */
export type Audience = Everybody | TakenPart | Ourselves;

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

export const everybody: Everybody = { kind: 'everybody' };
export const takenPart: TakenPart = { kind: 'taken-part' };
export const ourselves: Ourselves = { kind: 'ourselves' };
