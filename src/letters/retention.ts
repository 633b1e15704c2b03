import { takingPart } from '../actions/retention.ts';
import type { Retention } from '../work/retention.ts';

/** How long the words of a letter are kept after it has left, or could not. */
export const LETTER_TEXT_DAYS = 30;

/** Letters, and what was decided of them, go with their actions. */
export const retention: Readonly<Record<string, Retention>> = {
  letters: [
    {
      column: 'text_sealed',
      days: LETTER_TEXT_DAYS,
      after: 'letter ended',
      duty: 'forget',
      sentence: 'site.privacy.keeps.letter-text',
    },
    takingPart,
  ],
  reviews: [takingPart],
  held_letters: [takingPart],
  letters_to_look_at: [takingPart],
  delivery_queues: { lasting: true, sentence: 'site.privacy.keeps.addressees' },
};
