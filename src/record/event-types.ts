/**
 * What can happen in a situation, in a case, or to a person in a case, in the Court's own terms. A type that a source needs is added
 * here and in the catalogues; nothing else knows them all.
 */
export const situationEvents = [
  'preliminary-examination-opened',
  'preliminary-examination-closed-no-investigation',
  'preliminary-examination-closed-investigation',
  'referral',
  'investigation-authorised',
  'investigation-opened',
  'investigation-closed',
  // Articles 16, 18 and 19 of the Statute.
  'deferral-requested',
  'investigation-paused',
  'investigation-resumed',
  'appeal-resumption-upheld',
  // A dated note that counts in no figure: no source with names was read.
  'warrants-reported',
] as const;

export const caseEvents = [
  'warrant-issued',
  'warrant-withdrawn',
  'summons-issued',
  'arrested',
  'surrendered',
  'voluntary-appearance',
  'initial-appearance',
  'charges-confirmed',
  'charges-declined',
  'charges-withdrawn',
  'charges-recharacterised',
  'case-inadmissible',
  'found-unfit',
  'found-fit',
  'stayed',
  'stay-lifted',
  'trial-opened',
  'closing-statements',
  'no-case-to-answer',
  'convicted',
  'acquitted',
  'sentenced',
  'proceedings-terminated',
  'appeal-lodged',
  // Known to be pending on a day; that of its notice is not known.
  'appeal-pending',
  'appeal-withdrawn',
  'appeal-conviction-upheld',
  'appeal-conviction-reversed',
  'appeal-acquittal-upheld',
  'appeal-acquittal-reversed',
  'appeal-sentence-upheld',
  'judgment-final',
  'sentence-amended',
  'sentence-served',
  'released',
  'reparations-ordered',
  'appeal-reparations-reversed',
  'died',
] as const;

/** What tells the way of a case to who looks at the whole situation: warrants, arrests, trials and how they ended. */
const caseMilestones: readonly EventType[] = [
  'warrant-issued',
  'warrant-withdrawn',
  'summons-issued',
  'arrested',
  'surrendered',
  'voluntary-appearance',
  'charges-confirmed',
  'charges-declined',
  'charges-withdrawn',
  'case-inadmissible',
  'trial-opened',
  'convicted',
  'acquitted',
  'sentenced',
  'proceedings-terminated',
  'appeal-conviction-upheld',
  'appeal-conviction-reversed',
  'appeal-acquittal-upheld',
  'appeal-acquittal-reversed',
  'judgment-final',
  'reparations-ordered',
  'died',
];

/** Whether an event belongs in what is told of a situation. */
export function isMilestone({ type, case: of }: { readonly type: EventType; readonly case: string | null }): boolean {
  return of === null || caseMilestones.includes(type);
}

export const eventTypes = [...situationEvents, ...caseEvents] as const;
export type EventType = (typeof eventTypes)[number];

/** What the Court announces beforehand, worded as still to come; what such a day brings becomes an event of its own type. */
export const scheduledTypes = [
  'initial-appearance',
  'confirmation-hearing',
  'trial-opened',
  'closing-statements',
  'judgment-hearing',
  'sentenced',
  'appeal-judgment',
  'reparations-ordered',
  'sentence-served',
] as const;
