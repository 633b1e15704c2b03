/** What the rooms above do with consents. */
export {
  insertConsents as giveConsents,
  selectConsents as consentsOf,
  selectConsentTexts as consentTextsOf,
  withdrawConsents,
} from './consent-queries.ts';
