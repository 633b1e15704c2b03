import { type Day, lastDay, type PartialDay } from '../text/partial-day.ts';
import { adopted } from './adopted.ts';
import { isComplete, lastWhole } from './coverage.ts';
import { lacksLaw, lawsOn } from './laws.ts';
import { type Topic, type Treaty, treaties, weaponsAmendments } from './shapes.ts';
import { takesPart } from './shown-standing.ts';
import type { NationalLaw, StateRecord, TreatyAct, TreatyRecord } from './treaty-record.ts';
import { actsBy, isParty, standingBy, standingOn, type TreatyStanding } from './treaty-standing.ts';

/** What can be true of a state on the record, and so be asked to change. */
export const conditions = [
  'withdrawal-pending',
  'withdrawn',
  'signed-not-ratified',
  'not-a-party',
  'no-law-on-crimes',
  'no-law-on-cooperation',
  'no-apic',
  'no-amendment-article-8-2010',
  'no-amendment-aggression-2010',
  'no-amendment-article-124-2015',
  'no-amendment-biological-weapons-2017',
  'no-amendment-non-detectable-fragments-2017',
  'no-amendment-blinding-lasers-2017',
  // One of the three of 2017 is missing.
  'no-weapons-amendments-2017',
  'no-amendment-starvation-2019',
  'does-all',
  'always',
] as const;
export type Condition = (typeof conditions)[number];

/** Whether a condition holds for a state on a day; what the record does not know is unknown, and is never taken for a yes. */
export interface Verdict {
  readonly holds: boolean | 'unknown';
  /** The facts it rests on; empty where it rests on a complete list in which the state is missing. */
  readonly evidence: readonly (TreatyAct | NationalLaw)[];
  /** It rests on facts that were read in a source or worked out from one; others may stand beside them. */
  readonly sure: boolean;
  /**
   * It rests on a list that was last known whole on this day, or on a source of this year, before the day in question; undefined where
   * what is known speaks for the day itself.
   */
  readonly lastWhole?: PartialDay | undefined;
}

type Judge = (record: TreatyRecord, state: StateRecord, on: Day) => Verdict;

const verdict = (holds: Verdict['holds'], evidence: Verdict['evidence'] = []): Verdict => ({
  holds,
  evidence,
  sure: evidence.every(({ standing }) => standing !== 'unchecked'),
});

/** The day on which a list was last known whole, where that is before the day in question and there is one. */
function before(record: TreatyRecord, list: Treaty, on: Day): Day | undefined {
  return isComplete(record, list, on) ? undefined : lastWhole(record, list) || undefined;
}

const statute =
  (...wanted: TreatyStanding[]): Judge =>
  (record, state, on) => {
    const acts = actsBy(state, 'rome-statute', on);
    const holds = wanted.includes(standingBy(acts));
    if (acts.length === 0 && holds && lastWhole(record, 'rome-statute') === '') return verdict('unknown');
    const evidence = acts.filter(({ type }) => type !== 'article-12-3-declaration');
    // An act that nobody has checked blocks nothing that holds without it too.
    const checked = acts.filter(({ standing }) => standing !== 'unchecked');
    const sure = wanted.includes(standingBy(checked)) === holds;
    return { holds, evidence, sure, lastWhole: before(record, 'rome-statute', on) };
  };

const party = (state: StateRecord, on: Day) => isParty(standingOn(state, 'rome-statute', on));

const withoutTreaty =
  (treaty: Treaty): Judge =>
  (record, state, on) => {
    if (!party(state, on) || on < adopted[treaty]) return verdict(false);
    const standing = standingOn(state, treaty, on);
    if (standing === 'party' || standing === 'joining') return verdict(false, actsBy(state, treaty, on));
    const whole = lastWhole(record, treaty);
    if (whole < adopted[treaty]) return verdict('unknown');
    return { ...verdict(true), lastWhole: before(record, treaty, on) };
  };

/** One of the three is missing. A list that was never read whole stands back where the others say that the state has joined. */
const withoutWeapons: Judge = (record, state, on) => {
  const each = weaponsAmendments.map((treaty) => ({ treaty, of: withoutTreaty(treaty)(record, state, on) }));
  const missing = each.find(({ of }) => of.holds === true);
  if (missing) return missing.of;
  const read = each.filter(({ of }) => of.holds === false && of.sure);
  const evidence = read.flatMap(({ of }) => of.evidence);
  if (evidence.length === 0 || read.length === each.length) return verdict(each[0]?.of.holds ?? false, evidence);
  const [day] = read
    .map(({ treaty }) => lastWhole(record, treaty))
    .filter(Boolean)
    .sort();
  return day === undefined ? verdict('unknown') : { ...verdict(false, evidence), lastWhole: day };
};

const withoutLaw =
  (topic: Topic): Judge =>
  (record, state, on) => {
    if (!party(state, on)) return verdict(false);
    const law = lawsOn(record, state, on).find((one) => one.topic === topic);
    if (!law || law.status === 'unknown') return verdict('unknown');
    if (!lacksLaw(law)) return verdict(false, [law]);
    // A source without a day may be of any: whether it still holds, nobody knows.
    if (law.year === '') return verdict('unknown', [law]);
    return { ...verdict(true, [law]), lastWhole: lastDay(law.year) < on ? law.year : undefined };
  };

/** What a state that does all has done. */
const due: Readonly<Partial<Record<Condition, Judge>>> = {
  'withdrawal-pending': statute('withdrawing'),
  'no-law-on-crimes': withoutLaw('complementarity'),
  'no-law-on-cooperation': withoutLaw('cooperation'),
  'no-apic': withoutTreaty('apic'),
  'no-amendment-article-8-2010': withoutTreaty('amendment-article-8-2010'),
  'no-amendment-aggression-2010': withoutTreaty('amendment-aggression-2010'),
  'no-weapons-amendments-2017': withoutWeapons,
  'no-amendment-starvation-2019': withoutTreaty('amendment-starvation-2019'),
};

const doesAll: Judge = (record, state, on) => {
  const verdicts = Object.values(due).map((judge) => judge(record, state, on));
  if (!party(state, on) || verdicts.some(({ holds }) => holds === true)) return verdict(false);
  if (verdicts.some(({ holds }) => holds === 'unknown')) return verdict('unknown');
  const evidence = verdicts.flatMap(({ evidence: facts }) => facts);
  return { ...verdict(true, evidence), lastWhole: verdicts.flatMap(({ lastWhole: day }) => day ?? []).sort()[0] };
};

const judges: Readonly<Partial<Record<Condition, Judge>>> = {
  ...due,
  withdrawn: statute('withdrawn'),
  'signed-not-ratified': statute('signed', 'unsigned'),
  'not-a-party': (record, state, on) => (takesPart(state, on) ? statute('none')(record, state, on) : verdict(false)),
  'does-all': doesAll,
  always: () => verdict(true),
};

/** Whether a condition holds for a state on a day, with what that rests on. */
export function conditionOn(record: TreatyRecord, state: StateRecord, condition: Condition, on: Day): Verdict {
  const judge = judges[condition] ?? withoutTreaty(treatyOf(condition) ?? 'rome-statute');
  return judge(record, state, on);
}

const treatyOf = (condition: Condition) => treaties.find((one) => condition === `no-${one}`);

/** The kind of act on a treaty that ends a condition. */
export function answers(condition: Condition, act: Pick<TreatyAct, 'treaty' | 'type'>): boolean {
  if (condition === 'withdrawal-pending') return act.type === 'withdrawal-rescinded';
  const joined = ['ratification', 'accession', 'acceptance', 'succession', 'instrument-deposited'].includes(act.type);
  if (condition === 'signed-not-ratified' || condition === 'not-a-party' || condition === 'withdrawn')
    return joined && act.treaty === 'rome-statute';
  if (condition === 'no-weapons-amendments-2017')
    return joined && weaponsAmendments.some((treaty) => treaty === act.treaty);
  return joined && act.treaty === treatyOf(condition);
}
