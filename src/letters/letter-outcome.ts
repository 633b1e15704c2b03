import type { BoundLetter, Letter } from './letter-queries.ts';

/**
 * How a letter stands for its writer: as itself; a duplicate as the letter that stands for it. Where that one was not sent either, or its
 * addressee was another and has left, a duplicate is `unsent`; where it is kept no longer, nobody knows.
 */
export type LetterOutcome = Letter | 'unsent' | 'forgotten';

/** @param all every letter of the same supporter, in the order in which they were written */
export function outcomeOf(letter: Letter, all: readonly BoundLetter[]): LetterOutcome {
  if (letter.state !== 'duplicate') return asShown(letter);
  const bound = all.find(({ id }) => id === letter.id);
  const first = bound && firstOf(bound, all);
  if (!first) return 'forgotten';
  const leftByAnother = first.state === 'left-office' && first.representative_id !== letter.representative_id;
  return first.state === 'withdrawn' || leftByAnother ? 'unsent' : asShown(first);
}

/** What was refused here is told once it can't be taken back any more: until then it waits for a look, as before. */
function asShown<One extends Letter>(letter: One): One {
  if (!letter.refusedJustNow) return letter;
  return { ...letter, state: 'held', said_here: null, reason: null };
}

/** The letter that made another a duplicate, by the rule of `bindLetters`; one that goes on before one that was taken back. */
function firstOf(letter: BoundLetter, all: readonly BoundLetter[]): BoundLetter | undefined {
  const same = all.filter((other) => other.id !== letter.id && isSame(other, letter));
  return same.find(({ state }) => state !== 'withdrawn') ?? besides(letter, all) ?? same.at(-1);
}

/** To the same office-holder, for the same ask, and confirmed at some time. */
function isSame(one: BoundLetter, other: BoundLetter): boolean {
  const alike = one.ask_id === other.ask_id && one.representative_id === other.representative_id;
  return alike && one.campaign_id === other.campaign_id && one.confirmed_at !== null && one.state !== 'duplicate';
}

/** Of the same action, written before, to the same mailbox; where that is a duplicate too, what stands for it. */
function besides(letter: BoundLetter, all: readonly BoundLetter[]): BoundLetter | undefined {
  const before = all.findLast(
    ({ id, action_id, mailbox }) => id < letter.id && action_id === letter.action_id && mailbox === letter.mailbox,
  );
  return before?.state === 'duplicate' ? firstOf(before, all) : before;
}
