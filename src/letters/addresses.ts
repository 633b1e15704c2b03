import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const letterAddresses = {
  /** Choosing an office-holder, then (with `to`) writing. */
  write: address('/:lang/campaigns/:slug/write'),
  print: address('/:lang/campaigns/:slug/print'),
  answer: address('/:lang/answer/:token'),
  heldLetters: address('/office/:lang/held-letters'),
  decidedLetters: address('/office/:lang/held-letters/decided'),
  heldLetter: address('/office/:lang/held-letters/:id'),
  takeLetter: address('/office/:lang/held-letters/:id/take'),
  giveLetterBack: address('/office/:lang/held-letters/:id/give-back'),
  releaseLetter: address('/office/:lang/held-letters/:id/release'),
  refuseLetter: address('/office/:lang/held-letters/:id/refuse'),
  undoDecision: address('/office/:lang/held-letters/:id/undo'),
} as const;
