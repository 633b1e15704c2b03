/** What is counted of a campaign, in the order in which it happens: of letters, of joining by name, of people. */
export const happenings = [
  ...(['letter-written', 'letter-confirmed', 'letter-handed-over'] as const),
  ...(['letter-refused', 'letter-bounced', 'letter-answered'] as const),
  ...(['pledge-made', 'pledge-confirmed', 'joined'] as const),
] as const;
export type Happening = (typeof happenings)[number];

export function isHappening(text: string): text is Happening {
  return happenings.some((one) => one === text);
}

/** Of letters alone there is an ask. */
export function hasAsk(happening: Happening): boolean {
  return happening.startsWith('letter-');
}
