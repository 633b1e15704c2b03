import type { Letter, LetterState } from './letter-queries.ts';

/** When an addressee has had time to answer. */
export const ASK_AFTER_DAYS = 21;

/** One step of a letter's way: `done`, where it is `now`, still `ahead`, or where it `ended` without getting through. */
export interface LetterStep {
  readonly is: 'done' | 'now' | 'ahead' | 'ended';
  readonly what: StepName;
  /** When it was, or is expected; left out where nobody knows. */
  readonly at?: Date | string | undefined;
}

export type StepName =
  | 'written'
  | 'confirm'
  | 'confirmed'
  | 'read'
  | 'reading'
  | 'not-sent'
  | 'hand-over'
  | 'handing-over'
  | 'handed-over'
  | 'kept'
  | 'refused'
  | 'bounced'
  | 'unknown'
  | 'withdrawn'
  | 'left-office'
  | 'ask'
  | 'asked'
  | 'yes'
  | 'no';

/** How a letter's way may end before it is with its addressee. */
const endings: readonly LetterState[] = ['refused', 'bounced', 'unknown', 'withdrawn', 'left-office'];

/**
 * The way of a letter so far, and what is still to come.
 * @param refusedHere a person read it and decided not to send it
 */
export function letterSteps(letter: Letter, refusedHere: boolean): LetterStep[] {
  const written: LetterStep = { is: 'done', what: 'written', at: letter.created_at };
  if (letter.state === 'unconfirmed')
    return [written, { is: 'now', what: 'confirm' }, { is: 'ahead', what: 'hand-over' }];
  return [
    written,
    ...confirmed(letter),
    ...read(letter, refusedHere),
    ...handedOver(letter, refusedHere),
    ...followedUp(letter),
  ];
}

function confirmed({ confirmed_at }: Letter): LetterStep[] {
  return confirmed_at ? [{ is: 'done', what: 'confirmed', at: confirmed_at }] : [];
}

function read({ state, held_because }: Letter, refusedHere: boolean): LetterStep[] {
  if (state === 'held') return [{ is: 'now', what: 'reading' }];
  if (refusedHere) return [{ is: 'ended', what: 'not-sent' }];
  return held_because && state !== 'withdrawn' ? [{ is: 'done', what: 'read' }] : [];
}

function handedOver(letter: Letter, refusedHere: boolean): LetterStep[] {
  const { state, handed_over_at, expected_on, said_here, bounced_at } = letter;
  if (refusedHere) return [];
  const what = said_here === 'kept-here' ? 'kept' : 'handed-over';
  const done: LetterStep[] = handed_over_at ? [{ is: 'done', what, at: handed_over_at }] : [];
  if (endings.includes(state)) return [...done, { is: 'ended', what: state as StepName, at: bounced_at ?? undefined }];
  if (state === 'handed-over') return done;
  if (state === 'handing-over') return [{ is: 'now', what: 'handing-over' }];
  if (state === 'held') return [{ is: 'ahead', what: 'hand-over' }];
  return [{ is: 'now', what: 'hand-over', at: expected_on ?? undefined }];
}

function followedUp({ state, handed_over_at, answer }: Letter): LetterStep[] {
  if (endings.includes(state)) return [];
  if (answer === 'yes' || answer === 'no') return [{ is: 'done', what: answer }];
  if (answer === 'asked') return [{ is: 'now', what: 'asked' }];
  return answer === 'not-asked'
    ? []
    : [{ is: 'ahead', what: 'ask', at: handed_over_at ? followUpDay(handed_over_at) : undefined }];
}

function followUpDay(handedOver: Date): Date {
  return new Date(handedOver.getTime() + ASK_AFTER_DAYS * 86_400_000);
}
