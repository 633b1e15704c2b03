import type { Day } from '../facts/partial-day.ts';
import { isComplete } from './coverage.ts';
import { lacksLaw, lawsOn } from './laws.ts';
import { type Topic, type Treaty, treaties } from './shapes.ts';
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
  'no-amendments-2017',
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
}

/**
 * When each was adopted; before, nobody can be asked for it. The agreement: Assembly, 9 September 2002. RC/Res.5 and RC/Res.6, Kampala, 10 and
 * 11 June 2010. ICC-ASP/16/Res.4, 14 December 2017. ICC-ASP/18/Res.5, 6 December 2019.
 */
const adopted: Readonly<Record<Treaty, Day>> = {
  'rome-statute': '1998-07-17',
  apic: '2002-09-09',
  'amendment-article-8-2010': '2010-06-10',
  'amendment-aggression-2010': '2010-06-11',
  'amendments-2017': '2017-12-14',
  'amendment-starvation-2019': '2019-12-06',
};

type Judge = (record: TreatyRecord, state: StateRecord, on: Day) => Verdict;

const verdict = (holds: Verdict['holds'], evidence: Verdict['evidence'] = []): Verdict => ({
  holds,
  evidence,
  sure: evidence.every(({ standing }) => standing !== 'unchecked'),
});

const statute =
  (...wanted: TreatyStanding[]): Judge =>
  (record, state, on) => {
    const acts = actsBy(state, 'rome-statute', on);
    const holds = wanted.includes(standingBy(acts));
    if (acts.length === 0 && holds && !isComplete(record, 'rome-statute', on)) return verdict('unknown');
    const evidence = acts.filter(({ type }) => type !== 'article-12-3-declaration');
    // An act that nobody has checked blocks nothing that holds without it too.
    const checked = acts.filter(({ standing }) => standing !== 'unchecked');
    return { holds, evidence, sure: wanted.includes(standingBy(checked)) === holds };
  };

const party = (state: StateRecord, on: Day) => isParty(standingOn(state, 'rome-statute', on));

const withoutTreaty =
  (treaty: Treaty): Judge =>
  (record, state, on) => {
    if (!party(state, on) || on < adopted[treaty]) return verdict(false);
    const standing = standingOn(state, treaty, on);
    if (standing === 'party' || standing === 'joining') return verdict(false, actsBy(state, treaty, on));
    return verdict(isComplete(record, treaty, on) ? true : 'unknown');
  };

const withoutLaw =
  (topic: Topic): Judge =>
  (record, state, on) => {
    if (!party(state, on)) return verdict(false);
    const law = lawsOn(record, state, on).find((one) => one.topic === topic);
    if (!law || law.status === 'unknown') return verdict('unknown');
    return verdict(lacksLaw(law), [law]);
  };

const judges: Readonly<Record<Exclude<Condition, 'does-all'>, Judge>> = {
  'withdrawal-pending': statute('withdrawing'),
  withdrawn: statute('withdrawn'),
  'signed-not-ratified': statute('signed', 'unsigned'),
  'not-a-party': (record, state, on) => (takesPart(state, on) ? statute('none')(record, state, on) : verdict(false)),
  'no-law-on-crimes': withoutLaw('complementarity'),
  'no-law-on-cooperation': withoutLaw('cooperation'),
  'no-apic': withoutTreaty('apic'),
  'no-amendment-article-8-2010': withoutTreaty('amendment-article-8-2010'),
  'no-amendment-aggression-2010': withoutTreaty('amendment-aggression-2010'),
  'no-amendments-2017': withoutTreaty('amendments-2017'),
  'no-amendment-starvation-2019': withoutTreaty('amendment-starvation-2019'),
  always: () => verdict(true),
};

/** Whether a condition holds for a state on a day, with what that rests on. */
export function conditionOn(record: TreatyRecord, state: StateRecord, condition: Condition, on: Day): Verdict {
  if (condition !== 'does-all') return judges[condition](record, state, on);
  const all = Object.entries(judges).filter(([name]) => name !== 'always');
  const verdicts = all.map(([, judge]) => judge(record, state, on));
  if (!party(state, on) || verdicts.some(({ holds }) => holds === true)) return verdict(false);
  if (verdicts.some(({ holds }) => holds === 'unknown')) return verdict('unknown');
  return verdict(
    true,
    verdicts.flatMap(({ evidence }) => evidence),
  );
}

/** The kind of act on a treaty that ends a condition. */
export function answers(condition: Condition, act: Pick<TreatyAct, 'treaty' | 'type'>): boolean {
  if (condition === 'withdrawal-pending') return act.type === 'withdrawal-rescinded';
  const joined = ['ratification', 'accession', 'acceptance', 'succession'].includes(act.type);
  if (condition === 'signed-not-ratified' || condition === 'not-a-party' || condition === 'withdrawn')
    return joined && act.treaty === 'rome-statute';
  const treaty = treaties.find((one) => condition === `no-${one}`);
  return joined && treaty !== undefined && act.treaty === treaty;
}
