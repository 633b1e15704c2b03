import type { Changed } from '../facts/import-facts.ts';
import type { WantedRow } from '../facts/revise.ts';
import type { Fields } from '../facts/shapes.ts';
import { isDay, lastDay } from '../text/partial-day.ts';
import { entersIntoForce, withdrawalTakesEffect } from './entry-into-force.ts';
import { deposits, statesShapes, type Treaty } from './shapes.ts';

const FILE = 'treaty-acts';
const STATUTE = 'https://legal.un.org/icc/statute/99_corr/cstatute.htm';
const AGREEMENT = 'https://treaties.un.org/doc/Publication/MTDSG/Volume%20II/Chapter%20XVIII/XVIII-13.en.xml';

/** What a row says that nobody read anywhere. */
const computed = (rule: string, address: string) => ({ source: `Computed: ${rule} ${address}`, standing: 'computed' });

type Acts = readonly Fields[];

/**
 * What follows from a change of treaty acts by the treaties alone, to be recorded with it: an instrument's entry into force, a notice's
 * effect. What followed from an act that is gone, or from a notice that was taken back, goes with it.
 * @param standing every act that stands before the change
 */
export function followingActs(standing: Acts, changes: readonly Changed[]): WantedRow[] {
  const named = new Set(changes.map(({ key }) => key));
  const gone = changes.flatMap(({ before }) => (before ? followedBy(before, standing) : []));
  const left = standing.filter((act) => !gone.includes(act) && !named.has(keyOf(act)));
  const made = changes.flatMap(({ after }) => (after ? followsFrom(after, [...left, ...afters(changes)]) : []));
  const takenBack = changes.flatMap(({ after }) => (after ? endedBy(after, left) : []));
  return [
    ...[...gone, ...takenBack]
      .filter((act) => !named.has(keyOf(act)) && !made.some((one) => keyOf(one) === keyOf(act)))
      .map((act) => ({ file: FILE, key: keyOf(act), after: null })),
    ...made
      // What stands already keeps its own source.
      .filter((act) => !named.has(keyOf(act)) && !standing.some((one) => keyOf(one) === keyOf(act)))
      .map((act) => ({ file: FILE, key: keyOf(act), after: act })),
  ];
}

const empty = Object.fromEntries(Object.keys(statesShapes[FILE].row.shape).map((name) => [name, '']));
const keyOf = (act: Fields) => statesShapes[FILE].key(act);
const afters = (changes: readonly Changed[]): Fields[] => changes.flatMap(({ after }) => (after ? [after] : []));
const hasDay = ({ date = '', date_is }: Fields) => isDay(date) && date_is !== 'by';
const isDeposit = ({ act = '' }: Fields) => (deposits as readonly string[]).includes(act);
const ofSame =
  ({ iso3, treaty }: Fields) =>
  (other: Fields) =>
    other.iso3 === iso3 && other.treaty === treaty;

/** The act that followed from one, as it stands; of an instrument without an exact day, the only one that there is. */
function followedBy(act: Fields, standing: Acts): Fields[] {
  const [due] = followsFrom(act, []);
  if (!due) return [];
  const theirs = standing.filter(ofSame(act)).filter((one) => one.act === due.act);
  const exact = theirs.filter(({ date }) => date === due.date);
  return exact.length > 0 || hasDay(act) || theirs.length > 1 ? exact : theirs;
}

/** What follows from an act and is not there: nothing where its treaty, or its kind, has no rule of that sort. */
function followsFrom(act: Fields, others: Acts): Fields[] {
  const date = lastDay(act.date ?? '');
  const about = { ...empty, iso3: act.iso3 ?? '', treaty: act.treaty ?? '' };
  const date_is = hasDay(act) ? '' : 'by';
  const there = (name: string, since: string) =>
    others.filter(ofSame(act)).some((one) => one.act === name && (one.date ?? '') >= since);
  if (act.act === 'withdrawal-notified') {
    if (there('withdrawal-effective', date) || there('withdrawal-rescinded', date)) return [];
    const source = computed('one year after the notice, Rome Statute art. 127(1)', STATUTE);
    return [{ ...about, act: 'withdrawal-effective', date: withdrawalTakesEffect(date), date_is, ...source }];
  }
  // All parties are bound by this one at once, article 121(4); a successor is bound by what bound before it.
  if (!isDeposit(act) || act.act === 'succession' || about.treaty === 'amendment-article-124-2015') return [];
  if (there('entry-into-force', act.date ?? '')) return [];
  const source = sourceOf(about.treaty, date_is);
  return [
    { ...about, act: 'entry-into-force', date: entersIntoForce(about.treaty as Treaty, date), date_is, ...source },
  ];
}

function sourceOf(treaty: string, date_is: string) {
  if (treaty === 'rome-statute') return computed('Rome Statute art. 126 applied to the deposit date', STATUTE);
  if (treaty === 'apic') return computed('APIC art. 35 applied to the deposit date', AGREEMENT);
  if (date_is === '') return computed('one year after deposit, Rome Statute art. 121(5)', STATUTE);
  const latest = 'at the latest one year after the day by which it was deposited, Rome Statute art. 121(5)';
  return computed(latest, STATUTE);
}

/** What does not come to be any more: the effect of a notice that is taken back, the force of an accession that is. */
function endedBy(act: Fields, standing: Acts): Acts {
  const ended = { 'withdrawal-rescinded': 'withdrawal-effective', 'accession-withdrawn': 'entry-into-force' }[
    act.act ?? ''
  ];
  return standing
    .filter(ofSame(act))
    .filter((one) => one.act === ended && one.standing === 'computed' && (one.date ?? '') > (act.date ?? ''));
}
