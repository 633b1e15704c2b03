import { type Span, spansOf, type Thing } from '../facts/counting.ts';
import type { Day } from '../text/partial-day.ts';
import type { ActType, Treaty } from './shapes.ts';
import { deposits } from './shapes.ts';
import type { StateRecord, TreatyAct, TreatyRecord } from './treaty-record.ts';
import { actsBy, isParty, standingBy, type TreatyStanding } from './treaty-standing.ts';

type Figure = (record: TreatyRecord) => Span<TreatyAct>[];

function states(record: TreatyRecord, treaty: Treaty): Thing<TreatyAct>[] {
  return [...record.states.values()].map(({ iso3, acts }) => ({
    key: iso3,
    of: { state: iso3 },
    facts: acts.filter((act) => act.treaty === treaty),
  }));
}

const statute =
  (holds: (standing: TreatyStanding) => boolean): Figure =>
  (record) =>
    spansOf(states(record, 'rome-statute'), (known) => holds(standingBy(known)));

const hasJoined = (acts: readonly TreatyAct[]) => ['party', 'withdrawing', 'joining'].includes(standingBy(acts));

/** "At least so many" is said of acts that were read in a source, or worked out from one. */
const read = (acts: readonly TreatyAct[]) => acts.filter(({ standing }) => standing !== 'unchecked');

const deposited =
  (treaty: Treaty): Figure =>
  (record) =>
    spansOf(states(record, treaty), (known) => hasJoined(read(known)));

/** Who would count for a figure by acts that nobody has checked yet. */
export function notCounted(record: TreatyRecord, id: TreatyFigureId, on: Day): StateRecord[] {
  if (actsBehind[id] !== deposits) return [];
  return [...record.states.values()].filter((state) => {
    const acts = actsBy(state, treatyOf(id), on);
    return hasJoined(acts) && !hasJoined(read(acts));
  });
}

/** Every figure about the treaty, by its id: what counts, and when. Titles and rules in plain words stand in the catalogues. */
export const treatyFigures = {
  'states-parties': statute(isParty),
  'signatories-not-party': (record) =>
    spansOf(
      states(record, 'rome-statute'),
      (known) =>
        known.some(({ type }) => type === 'signature') && ['signed', 'unsigned', 'joining'].includes(standingBy(known)),
    ),
  'withdrawals-pending': statute((standing) => standing === 'withdrawing'),
  deposits: deposited('rome-statute'),
  'apic-parties': deposited('apic'),
  'amendment-article-8-2010-parties': deposited('amendment-article-8-2010'),
  'amendment-aggression-2010-parties': deposited('amendment-aggression-2010'),
  'amendment-article-124-2015-parties': deposited('amendment-article-124-2015'),
  'amendment-biological-weapons-2017-parties': deposited('amendment-biological-weapons-2017'),
  'amendment-non-detectable-fragments-2017-parties': deposited('amendment-non-detectable-fragments-2017'),
  'amendment-blinding-lasers-2017-parties': deposited('amendment-blinding-lasers-2017'),
  'amendment-starvation-2019-parties': deposited('amendment-starvation-2019'),
} as const satisfies Readonly<Record<string, Figure>>;

export type TreatyFigureId = keyof typeof treatyFigures;

/** The treaty whose list a figure is read from. */
export function treatyOf(id: TreatyFigureId): Treaty {
  return id.endsWith('-parties') && id !== 'states-parties'
    ? (id.slice(0, -'-parties'.length) as Treaty)
    : 'rome-statute';
}

/** The kinds of act that make a state count, shown as the evidence. */
export const actsBehind: Readonly<Record<TreatyFigureId, readonly ActType[]>> = {
  'states-parties': ['entry-into-force'],
  'signatories-not-party': ['signature'],
  'withdrawals-pending': ['withdrawal-notified'],
  deposits,
  'apic-parties': deposits,
  'amendment-article-8-2010-parties': deposits,
  'amendment-aggression-2010-parties': deposits,
  'amendment-article-124-2015-parties': deposits,
  'amendment-biological-weapons-2017-parties': deposits,
  'amendment-non-detectable-fragments-2017-parties': deposits,
  'amendment-blinding-lasers-2017-parties': deposits,
  'amendment-starvation-2019-parties': deposits,
};
