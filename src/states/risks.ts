/** What writing to one's own government may cost: nothing known, a warning before anything is typed, or no letter at all. */
export const risks = ['open', 'warn', 'closed'] as const;
export type Risk = (typeof risks)[number];

/** Whether people of a state are asked if their name may be shown, and are shown: only where somebody judged that it harms nobody. */
export function mayBeNamed({ risk }: { readonly risk: Risk }): boolean {
  return risk === 'open';
}

export function isRisk(word: string): word is Risk {
  return (risks as readonly string[]).includes(word);
}
