/** What stands of a name that was offered for showing. `kept-back`: its state's risk is not open, so that nobody is asked about it. */
export const nameStates = ['kept-back', 'offered', 'shown', 'refused'] as const;
export type NameState = (typeof nameStates)[number];

/** What was decided, as staff looks for it. */
export const nameDecisions = ['shown', 'refused'] as const;
export type NameDecision = (typeof nameDecisions)[number];

/** Why a name is not shown; nothing of the name stands in it. */
export const refusalReasons = ['no-name', 'somebody-else', 'offensive', 'advertises', 'other'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export function isRefusalReason(word: string | null | undefined): word is RefusalReason {
  return refusalReasons.some((reason) => reason === word);
}
