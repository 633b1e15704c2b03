import type { Became, EndedAction } from '../actions/hangs-on-actions.ts';
import type { Queries } from '../database/database.ts';
import { type LetterOutcome, outcomeOf } from './letter-outcome.ts';
import {
  type BoundLetter,
  type Letter,
  type LetterState,
  selectBound,
  selectLettersOfActions,
} from './letter-queries.ts';

const byState: Readonly<Partial<Record<LetterState, Became['is']>>> = {
  'handed-over': 'sent',
  bounced: 'returned',
  'handing-over': 'unsure',
  unknown: 'unsure',
};

/** What had become of the letters of actions, for whoever holds their link; a duplicate is told like the letter that stands for it. */
export async function whatBecame(trx: Queries, actions: readonly EndedAction[]): Promise<Became[]> {
  const letters = await selectLettersOfActions(trx, actions);
  const bound = new Map<string, readonly BoundLetter[]>();
  for (const { supporter_key: key } of letters.filter(({ state }) => state === 'duplicate'))
    bound.set(key.toString('hex'), bound.get(key.toString('hex')) ?? (await selectBound(trx, key)));
  return letters.map((letter) => ({
    action: letter.action_id,
    ...becameOf(outcomeOf(letter, bound.get(letter.supporter_key.toString('hex')) ?? [])),
  }));
}

function becameOf(outcome: LetterOutcome): Omit<Became, 'action'> {
  if (outcome === 'unsent') return { is: 'unsent' };
  if (outcome === 'forgotten') return { is: 'unsure' };
  const is = stayedHere(outcome) ? 'in-outbox' : (byState[outcome.state] ?? 'unsent');
  const sentAt = is === 'sent' || is === 'returned' ? (outcome.handed_over_at ?? undefined) : undefined;
  // Nobody knows when, and so whether, it left.
  return is === 'returned' && !sentAt ? { is: 'unsure' } : { is, sentAt };
}

/** It lies in the outbox of this machine. */
function stayedHere({ said_here }: Letter): boolean {
  return said_here === 'kept-here';
}
