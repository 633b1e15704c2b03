/** For whom something is shown. Staff come with their rights, and members, as kinds of their own. */
export type Audience = Everybody | Ourselves;

/** Any reader of the site, the API, the feeds and the files. */
interface Everybody {
  readonly kind: 'everybody';
}

/** The program's own work, and commands at the machine: nothing that is read so is shown to a reader. */
interface Ourselves {
  readonly kind: 'ourselves';
}

export const everybody: Everybody = { kind: 'everybody' };
export const ourselves: Ourselves = { kind: 'ourselves' };
