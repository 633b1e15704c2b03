/** What writing to one's own government may cost: nothing known, a warning before anything is typed, or no letter at all. */
export const risks = ['open', 'warn', 'closed'] as const;
export type Risk = (typeof risks)[number];

export function isRisk(word: string): word is Risk {
  return (risks as readonly string[]).includes(word);
}
