import type { Day } from '../text/partial-day.ts';
import { type ActType, deposits, type Treaty } from './shapes.ts';
import type { StateRecord, TreatyAct, TreatyRecord } from './treaty-record.ts';

/** Where a state stands with a treaty on a day. */
export const treatyStandings = [
  'party',
  // Still bound, until the notice takes effect (article 127(1)).
  'withdrawing',
  // Its instrument is deposited and not yet in force.
  'joining',
  'signed',
  // Has signed, and told the depositary that it does not mean to become a party.
  'unsigned',
  // Was a party. What it owed for its time as one it still owes (article 127(2)).
  'withdrawn',
  'none',
] as const;
export type TreatyStanding = (typeof treatyStandings)[number];

/** The acts of a state on a treaty up to and on a day, in order. */
export function actsBy(state: Pick<StateRecord, 'acts'>, treaty: Treaty, on: Day): TreatyAct[] {
  return state.acts.filter((act) => act.treaty === treaty && act.knownOn <= on);
}

/** Where a state stood with a treaty on a day, by the acts of that day and before. */
export function standingOn(state: Pick<StateRecord, 'acts'>, treaty: Treaty, on: Day): TreatyStanding {
  return standingBy(actsBy(state, treaty, on));
}

/** The same from acts that are known already, in order. */
export function standingBy(acts: readonly Pick<TreatyAct, 'type'>[]): TreatyStanding {
  let standing: TreatyStanding = 'none';
  for (const { type } of acts) standing = after(standing, type);
  return standing;
}

function after(standing: TreatyStanding, type: TreatyAct['type']): TreatyStanding {
  if ((deposits as readonly string[]).includes(type)) return standing === 'party' ? standing : 'joining';
  switch (type) {
    case 'signature':
      return 'signed';
    case 'signature-intent-withdrawn':
      return 'unsigned';
    case 'entry-into-force':
    case 'withdrawal-rescinded':
      return 'party';
    case 'withdrawal-notified':
      return 'withdrawing';
    // The forecast of a withdrawal falls away when its notice was taken back.
    case 'withdrawal-effective':
      return standing === 'withdrawing' ? 'withdrawn' : standing;
    case 'accession-withdrawn':
      return 'none';
    default:
      return standing;
  }
}

/** Whether a standing is a party's: bound by the treaty. */
export function isParty(standing: TreatyStanding): boolean {
  return standing === 'party' || standing === 'withdrawing';
}

const silent: readonly ActType[] = ['article-12-3-declaration', 'opt-out', 'opt-out-withdrawn'];
const makes: Readonly<Partial<Record<TreatyStanding, ActType>>> = {
  party: 'entry-into-force',
  withdrawing: 'withdrawal-notified',
};

/**
 * The act since which a state stands where it does: for a party its entry into force, whatever notices came and went; none where it
 * never was more than on its way.
 */
export function standingAct(state: Pick<StateRecord, 'acts'>, treaty: Treaty, on: Day): TreatyAct | undefined {
  const acts = actsBy(state, treaty, on).filter(({ type }) => !silent.includes(type));
  const standing = standingBy(acts);
  if (standing === 'none') return undefined;
  const made = makes[standing];
  return acts.findLast(({ type }) => type === made) ?? acts.at(-1);
}

const ends: Readonly<Partial<Record<TreatyStanding, ActType>>> = {
  withdrawing: 'withdrawal-effective',
  joining: 'entry-into-force',
};

/** The act by which a notice of withdrawal, or an instrument that is deposited, takes effect after a day. */
export function actDue({ acts }: Pick<StateRecord, 'acts'>, treaty: Treaty, on: Day): TreatyAct | undefined {
  const type = ends[standingOn({ acts }, treaty, on)];
  return acts.find((act) => act.treaty === treaty && act.type === type && act.knownOn > on);
}

/** What follows from an act by itself, and what says nothing of joining or leaving. */
const following: readonly ActType[] = ['entry-into-force', 'withdrawal-effective', ...silent];

/** The newest acts of states by a day, the newest first; none whose source was not read. */
export function newestActs(
  { states }: Pick<TreatyRecord, 'states'>,
  on: Day,
  most: number,
): { readonly state: StateRecord; readonly act: TreatyAct }[] {
  return [...states.values()]
    .flatMap((state) => state.acts.map((act) => ({ state, act })))
    .filter(({ act }) => act.knownOn <= on && act.standing !== 'unchecked' && !following.includes(act.type))
    .toSorted((one, other) => (one.act.date < other.act.date ? 1 : -1))
    .slice(0, most);
}
