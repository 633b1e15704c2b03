/** What the rooms above do with consents. */
export {
  deleteConsents as eraseConsents,
  insertConsents as giveConsents,
  selectConsents as consentsOf,
  selectConsentTexts as consentTextsOf,
  withdrawConsents,
} from './consent-queries.ts';
