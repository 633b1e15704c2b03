import type { View } from '../http/view.ts';
import type { Piece } from '../site/charts/strip.tsx';
import type { PartialDay } from '../text/partial-day.ts';
import { type Docket, type Event, knownBy, type Participant } from './docket.ts';
import type { EventType } from './event-types.ts';
import { participantOn } from './participant-standing.ts';
import { type Ending, endOf, isEnding, leadingTo, type Proceedings } from './proceedings.ts';
import type { RecordView } from './record-view.ts';
import { situationStanding } from './situation-standing.ts';

const reached = {
  examination: ['preliminary-examination-opened'],
  investigation: ['investigation-opened'],
  instrument: ['warrant-issued', 'summons-issued'],
  appearance: ['initial-appearance'],
  confirmation: ['charges-confirmed'],
  trial: ['trial-opened'],
  verdict: ['convicted', 'acquitted'],
  appeal: [
    'appeal-conviction-upheld',
    'appeal-conviction-reversed',
    'appeal-acquittal-upheld',
    'appeal-acquittal-reversed',
    'appeal-withdrawn',
    'judgment-final',
  ],
  reparations: ['reparations-ordered'],
} as const satisfies Readonly<Record<string, readonly EventType[]>>;
type Step = keyof typeof reached;

const ofCase: readonly Step[] = ['instrument', 'appearance', 'confirmation', 'trial', 'verdict', 'appeal'];
const ofSituation: readonly Step[] = ['examination', 'investigation', 'instrument', 'trial', 'verdict'];

/** The way of somebody's case by the day. Where it ended without a verdict, that is its last piece; nothing is to come behind it. */
export function caseTrack({ view, on }: RecordView, participant: Participant): Piece[] {
  const known = knownBy(participant.events, on);
  const stage = participantOn(participant, on)?.proceedings;
  const end = stage && endPiece(view, known, stage);
  const steps = mayBringReparations(participant, on) ? [...ofCase, 'reparations' as const] : ofCase;
  const pieces = steps.map((step) => stepPiece(view, known, step));
  return end ? [...pieces.filter(({ kind }) => kind === 'done'), end] : pieces;
}

/** The way of a situation by the day, by the first of its cases to come so far. */
export function situationTrack({ view, world: { docket }, on }: RecordView, slug: string): Piece[] {
  const known = knownBy(docket.events, on).filter((event) => event.situation === slug);
  const standing = situationStanding(docket, slug, on);
  if (standing === 'examined') {
    const closed = known.findLast(({ type }) => type.startsWith('preliminary-examination-closed'));
    return [stepPiece(view, known, 'examination'), ended(view, 'examined', closed?.date)];
  }
  const open = standing !== 'ended' || casesIn(docket, slug).some((one) => mayBringReparations(one, on));
  const steps = open ? [...ofSituation, 'reparations' as const] : ofSituation;
  return steps.map((step) => stepPiece(view, known, step));
}

const casesIn = ({ participants }: Docket, slug: string) => participants.filter((one) => one.case.situation === slug);

/**
 * Reparations follow a conviction for the crimes of article 5 (article 75): not for offences under article 70, nor where a case is
 * over.
 */
function mayBringReparations(participant: Participant, on: string): boolean {
  const stage = participantOn(participant, on)?.proceedings;
  return (
    !participant.case.article_70 &&
    stage !== undefined &&
    !isEnding(stage) &&
    !(['acquitted', 'acquitted-on-appeal', 'warrant-withdrawn', 'dead-not-ended'] as Proceedings[]).includes(stage)
  );
}

function stepPiece(view: View, known: readonly Event[], step: Step): Piece {
  const first = known.find(({ type }) => (reached[step] as readonly EventType[]).includes(type));
  if (first) return { label: doneLabel(view, step, first), said: view.partialDay(first.date), kind: 'done' };
  const undecided = step === 'appeal' && known.some(({ type }) => type === 'convicted' || type === 'acquitted');
  const said = view.t(undecided ? 'record.step.undecided' : 'record.step.open');
  return { label: view.t(`record.step.${step}`), said, kind: 'open' };
}

function doneLabel({ t }: View, step: Step, { type }: Event): string {
  if (step === 'confirmation') return t('record.step.confirmed');
  if (type === 'appeal-withdrawn') return t('record.step.appeal.withdrawn');
  if (type === 'judgment-final') return t('record.step.appeal.final');
  return t(`record.step.${step}`);
}

function endPiece(view: View, known: readonly Event[], stage: Proceedings): Piece | undefined {
  if (isEnding(stage)) return ended(view, stage, endOf(known, stage)?.date);
  if (stage !== 'warrant-withdrawn' && stage !== 'dead-not-ended') return undefined;
  return ended(view, stage, known.findLast(({ type }) => leadingTo[stage].includes(type))?.date);
}

function ended(
  view: View,
  how: Ending | 'warrant-withdrawn' | 'dead-not-ended' | 'examined',
  day: PartialDay | undefined,
): Piece {
  return { label: view.t(`record.end.${how}`), said: day ? view.partialDay(day) : '', kind: 'end' };
}
