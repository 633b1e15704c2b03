import type { ActionKind } from '../actions/action-kind.ts';
import { confirmLetters } from './confirm-letters.ts';
import { areLegible, letterPreview } from './letter-preview.tsx';
import { letterStatus } from './letter-status.tsx';
import { letterTexts } from './letter-words.tsx';
import { offeredAgain } from './offered-again.ts';
import { holdLetters, lettersLeaving, withdrawLetters } from './withdraw-letters.ts';

/** An action whose letters go to office-holders. */
export const letterKind: ActionKind = {
  kind: 'letter',
  confirm: confirmLetters,
  hold: (trx, { supporterKey, id }) => holdLetters(trx, supporterKey, id),
  withdraw: (trx, { supporterKey, id }) => withdrawLetters(trx, supporterKey, id),
  leaving: ({ database }, { supporterKey, id }) => lettersLeaving(database, supporterKey, id),
  legible: (app, { supporterKey, id }) => areLegible(app, supporterKey, id),
  offered: offeredAgain,
  preview: letterPreview,
  words: letterTexts,
  status: letterStatus,
};
