/** The four offices that any state has. */
export const publicOffices = [
  'head-of-government',
  'foreign-minister',
  'justice-minister',
  'speaker-of-parliament',
] as const;
export type PublicOffice = (typeof publicOffices)[number];
