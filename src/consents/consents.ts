/** What the rooms above do with consents. */
export {
  insertConsents as giveConsents,
  selectConsents as consentsOf,
  selectWordings as wordingsOf,
  withdrawConsents,
} from './consent-queries.ts';
