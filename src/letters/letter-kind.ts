import type { ActionKind } from '../actions/action-kind.ts';
import { letterAddresses } from './addresses.ts';
import { confirmLetters } from './confirm-letters.ts';
import { areLegible, letterPreview } from './letter-preview.tsx';
import { letterStatus } from './letter-status.tsx';
import { sealText } from './letter-text.ts';
import { letterTexts } from './letter-words.tsx';
import { offeredAgain } from './offered-again.ts';
import { holdLetters, lettersLeaving, withdrawLetters } from './withdraw-letters.ts';

declare module '../actions/action-kind-name.ts' {
  interface ActionKindNames {
    letter: true;
  }
}

/** An action whose letters go to office-holders. */
export const letterKind: ActionKind = {
  kind: 'letter',
  says: {
    title: 'letters.action',
    confirm: 'letters.action.confirm',
    confirmButton: 'letters.action.confirm.button',
    mailSubject: 'letters.action.mail.subject',
    mailText: 'letters.action.mail.text',
    confirmed: 'letters.action.confirmed',
    withdraw: 'letters.action.withdraw',
    tried: 'letters.action.tried',
    triedNext: 'letters.action.tried.next',
  },
  begin: { label: 'campaigns.write', to: letterAddresses.write },
  step: { after: 'pledge', text: 'letters.action.step', suits: (state) => state?.risk !== 'closed' },
  seal: ({ keys }, supporterKey, id, text) => sealText(keys, { supporter_key: supporterKey, id }, text),
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
