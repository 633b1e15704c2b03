import type { Day } from '../text/partial-day.ts';
import { type Event, happened, knownBy, type Participant } from './docket.ts';
import { type Finality, finalityOf } from './finality.ts';
import { type Instrument, instrumentsOf } from './instruments.ts';
import { type Liberty, libertyOf } from './liberty.ts';
import { type Proceedings, proceedingsOf } from './proceedings.ts';

/** Where a person stands in a case on a day: five things that are never one. */
export interface ParticipantStanding {
  readonly proceedings: Proceedings;
  readonly liberty: Liberty;
  readonly instruments: readonly Instrument[];
  readonly finality: Finality;
  readonly reparations: 'none' | 'ordered';
}

type Standings = Map<Day, ParticipantStanding | undefined>;
const recent = new WeakMap<readonly Event[], Standings>();
/** A page asks for the same person on its own day and on today's, several times. */
const DAYS = 4;

/** @returns undefined before anything was public of the person in the case */
export function participantOn({ events }: Pick<Participant, 'events'>, on: Day): ParticipantStanding | undefined {
  const byDay: Standings = recent.get(events) ?? new Map();
  if (byDay.has(on)) return byDay.get(on);
  if (byDay.size >= DAYS) byDay.clear();
  recent.set(events, byDay);
  const standing = standingOn(events, on);
  byDay.set(on, standing);
  return standing;
}

function standingOn(events: readonly Event[], on: Day): ParticipantStanding | undefined {
  const known = knownBy(events, on);
  const stage = proceedingsOf(known);
  if (!stage) return undefined;
  const finality = finalityOf(known, stage);
  return {
    proceedings: stage,
    liberty: libertyOf(known, stage, finality),
    instruments: instrumentsOf(known, stage),
    finality,
    reparations: happened(known, 'reparations-ordered') ? 'ordered' : 'none',
  };
}

/** The word for a person at a stage: nobody is worded as guilty before a conviction, or after its reversal (article 66). */
export function personWord({
  proceedings,
}: ParticipantStanding): 'suspect' | 'accused' | 'convicted' | 'acquitted' | 'unsought' | 'ended' {
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
    case 'warrant-withdrawn':
      return 'unsought';
    default:
      return 'ended';
  }
}

/** The person's word where the proceedings, told beside it, don't say the same. */
export function wordBeside(standing: ParticipantStanding): 'suspect' | 'accused' | undefined {
  const word = personWord(standing);
  return word === 'suspect' || word === 'accused' ? word : undefined;
}

export const laterWords = ['acquitted', 'discharged', 'unsought'] as const;
export type LaterCleared = (typeof laterWords)[number];
const clearing: Readonly<Partial<Record<ReturnType<typeof personWord>, LaterCleared>>> = {
  acquitted: 'acquitted',
  unsought: 'unsought',
  ended: 'discharged',
};

/** What became of somebody after a past day, where that clears the name: said wherever the past day names them. */
export function laterCleared(participant: Pick<Participant, 'events'>, on: Day, now: Day): LaterCleared | undefined {
  const then = participantOn(participant, on);
  const today = participantOn(participant, now);
  if (!then || !today || personWord(then) === personWord(today)) return undefined;
  return clearing[personWord(today)];
}
