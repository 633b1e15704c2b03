/** The four offices that any state has. */
export const offices = ['head-of-government', 'foreign-minister', 'justice-minister', 'speaker-of-parliament'] as const;
export type Office = (typeof offices)[number];
