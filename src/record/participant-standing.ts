import type { Day } from '../facts/partial-day.ts';
import { type Event, knownBy, type Participant } from './docket.ts';
import type { EventType } from './event-types.ts';

/** Where the proceedings against a person can stand, in the order of a case's way through the Court; what has ended comes last. */
export const proceedings = [
  'before-appearance',
  'confirmed-in-absence',
  'before-confirmation',
  'confirmed',
  'on-trial',
  'deliberation',
  'stayed',
  'convicted',
  'acquitted',
  'acquitted-on-appeal',
  'not-confirmed',
  'withdrawn',
  'terminated',
  'inadmissible',
  'dead-not-ended',
  'ended-by-death',
] as const;
export type Proceedings = (typeof proceedings)[number];
export type Liberty =
  | 'not-arrested'
  | 'held-by-state'
  | 'in-custody'
  | 'free-on-summons'
  | 'released'
  | 'serving'
  | 'served'
  | 'dead';
export type Finality = 'none' | 'open' | 'appealed' | 'final' | 'reversed' | 'ended';
export type InstrumentState = 'not-executed' | 'executed' | 'withdrawn' | 'lapsed';

export interface Instrument {
  readonly event: Event;
  readonly kind: 'warrant' | 'summons';
  readonly state: InstrumentState;
}

/** Where a person stands in a case on a day: five things that are never one. */
export interface ParticipantStanding {
  readonly proceedings: Proceedings;
  readonly liberty: Liberty;
  readonly instruments: readonly Instrument[];
  readonly finality: Finality;
  readonly reparations: 'none' | 'ordered';
}

const FINISHED: readonly Proceedings[] = [
  'convicted',
  'acquitted',
  'acquitted-on-appeal',
  'not-confirmed',
  'withdrawn',
  'inadmissible',
  'terminated',
  'ended-by-death',
];

type Standings = Map<Day, ParticipantStanding | undefined>;
const recent = new WeakMap<readonly Event[], Standings>();
/** A page asks for the same person on its own day and on today's, several times. */
const DAYS = 4;

/** @returns undefined before anything was public of the person in the case */
export function participantOn({ events }: Pick<Participant, 'events'>, on: Day): ParticipantStanding | undefined {
  const kept: Standings = recent.get(events) ?? new Map();
  if (kept.has(on)) return kept.get(on);
  if (kept.size >= DAYS) kept.clear();
  recent.set(events, kept);
  const standing = standingOn(events, on);
  kept.set(on, standing);
  return standing;
}

function standingOn(events: readonly Event[], on: Day): ParticipantStanding | undefined {
  const known = knownBy(events, on);
  const stage = proceedingsOf(known);
  if (!stage) return undefined;
  return {
    proceedings: stage,
    liberty: libertyOf(known),
    instruments: instrumentsOf(known, stage),
    finality: finalityOf(known, stage),
    reparations: known.some(({ type }) => type === 'reparations-ordered') ? 'ordered' : 'none',
  };
}

/** @returns where the proceedings stand by what is known; undefined before anything was public of the person in the case */
export function proceedingsOf(known: readonly Event[]): Proceedings | undefined {
  if (!has(known, 'warrant-issued', 'summons-issued')) return undefined;
  return known.reduce<Proceedings>((stage, { type }) => stageAfter(stage, type, known), 'before-appearance');
}

/** The events that can bring proceedings to a stage. */
export const leadingTo: Readonly<Record<Proceedings, readonly EventType[]>> = {
  'before-appearance': ['warrant-issued', 'summons-issued'],
  'confirmed-in-absence': ['charges-confirmed'],
  'before-confirmation': ['initial-appearance'],
  confirmed: ['charges-confirmed'],
  'on-trial': ['trial-opened', 'stay-lifted', 'appeal-acquittal-reversed'],
  deliberation: ['closing-statements'],
  stayed: ['stayed'],
  convicted: ['convicted'],
  acquitted: ['acquitted'],
  'acquitted-on-appeal': ['appeal-conviction-reversed'],
  'not-confirmed': ['charges-declined'],
  withdrawn: ['charges-withdrawn'],
  terminated: ['proceedings-terminated'],
  inadmissible: ['case-inadmissible'],
  'dead-not-ended': ['died'],
  'ended-by-death': ['proceedings-terminated', 'died'],
};

const has = (known: readonly Event[], ...types: EventType[]) => known.some(({ type }) => types.includes(type));

type Step = Proceedings | ((stage: Proceedings, known: readonly Event[]) => Proceedings);

/** What an event makes of the proceedings; other events change nothing. */
const steps: Readonly<Partial<Record<EventType, Step>>> = {
  'initial-appearance': (stage) => (stage === 'before-appearance' ? 'before-confirmation' : stage),
  // Article 61(2): charges may be confirmed without the person, who has then not appeared.
  'charges-confirmed': (_, known) => (has(known, 'initial-appearance') ? 'confirmed' : 'confirmed-in-absence'),
  'charges-declined': 'not-confirmed',
  'charges-withdrawn': 'withdrawn',
  'case-inadmissible': 'inadmissible',
  stayed: 'stayed',
  'stay-lifted': 'on-trial',
  'trial-opened': 'on-trial',
  'closing-statements': (stage) => (stage === 'on-trial' ? 'deliberation' : stage),
  convicted: 'convicted',
  acquitted: 'acquitted',
  'appeal-conviction-reversed': 'acquitted-on-appeal',
  'appeal-acquittal-reversed': 'on-trial',
  'proceedings-terminated': (stage, known) => {
    if (FINISHED.includes(stage) && stage !== 'ended-by-death') return stage;
    return has(known, 'died') ? 'ended-by-death' : 'terminated';
  },
  died: (stage) => (FINISHED.includes(stage) ? stage : 'dead-not-ended'),
};

function stageAfter(stage: Proceedings, type: EventType, known: readonly Event[]): Proceedings {
  const step = steps[type];
  return typeof step === 'function' ? step(stage, known) : (step ?? stage);
}

const liberties: Readonly<Partial<Record<EventType, Liberty>>> = {
  arrested: 'held-by-state',
  surrendered: 'in-custody',
  'voluntary-appearance': 'free-on-summons',
  released: 'released',
  'sentence-served': 'served',
  died: 'dead',
};

function libertyOf(known: readonly Event[]): Liberty {
  let liberty: Liberty = 'not-arrested';
  for (const { type } of known) {
    if (liberty === 'served' && type === 'released') continue;
    if (type === 'initial-appearance' && (liberty === 'not-arrested' || liberty === 'held-by-state'))
      liberty = 'in-custody';
    else if (type === 'sentenced' && liberty === 'in-custody') liberty = 'serving';
    else liberty = liberties[type] ?? liberty;
  }
  return liberty;
}

function instrumentsOf(known: readonly Event[], proceedings: Proceedings): Instrument[] {
  const came = known.find(({ type }) => ['surrendered', 'voluntary-appearance', 'initial-appearance'].includes(type));
  const ended = FINISHED.includes(proceedings) && !came;
  return known
    .filter(({ type }) => type === 'warrant-issued' || type === 'summons-issued')
    .map((event) => {
      const withdrawn = known.some(
        ({ type, instrument }) =>
          type === 'warrant-withdrawn' && event.type === 'warrant-issued' && instrument === event.instrument,
      );
      // Somebody who first came on a summons has not come on a later warrant.
      const executed = known.some(
        ({ type, date }) =>
          (type === 'surrendered' || type === 'voluntary-appearance' || type === 'initial-appearance') &&
          date >= event.date,
      );
      return {
        event,
        kind: event.type === 'warrant-issued' ? 'warrant' : 'summons',
        state: withdrawn ? 'withdrawn' : executed ? 'executed' : ended ? 'lapsed' : 'not-executed',
      };
    });
}

function finalityOf(known: readonly Event[], proceedings: Proceedings): Finality {
  if (has(known, 'appeal-conviction-reversed', 'appeal-acquittal-reversed')) return 'reversed';
  if (!has(known, 'convicted', 'acquitted'))
    return FINISHED.includes(proceedings) || proceedings === 'dead-not-ended' ? 'ended' : 'none';
  if (
    has(
      known,
      'appeal-conviction-upheld',
      'appeal-acquittal-upheld',
      'judgment-final',
      'appeal-withdrawn',
      'sentence-served',
    )
  )
    return 'final';
  return has(known, 'appeal-lodged') ? 'appealed' : 'open';
}

/** The word for a person at a stage: nobody is worded as guilty before a conviction, or after its reversal (article 66). */
export function personWord({
  proceedings,
}: ParticipantStanding): 'suspect' | 'accused' | 'convicted' | 'acquitted' | 'ended' {
  switch (proceedings) {
    case 'before-appearance':
    case 'before-confirmation':
    case 'confirmed-in-absence':
    case 'dead-not-ended':
      return 'suspect';
    case 'confirmed':
    case 'on-trial':
    case 'deliberation':
    case 'stayed':
      return 'accused';
    case 'convicted':
      return 'convicted';
    case 'acquitted':
    case 'acquitted-on-appeal':
      return 'acquitted';
    default:
      return 'ended';
  }
}

/** What became of somebody after a past day, where that clears the name: said wherever the past day names them. */
export function laterCleared(
  participant: Pick<Participant, 'events'>,
  on: Day,
  now: Day,
): 'acquitted' | 'discharged' | undefined {
  const then = participantOn(participant, on);
  const today = participantOn(participant, now);
  if (!then || !today || then.proceedings === today.proceedings) return undefined;
  if (personWord(today) === 'acquitted' && personWord(then) !== 'acquitted') return 'acquitted';
  return personWord(today) === 'ended' && personWord(then) !== 'ended' ? 'discharged' : undefined;
}
