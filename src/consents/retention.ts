import type { Retention } from '../work/retention.ts';

/** They go with their actions. */
export const retention: Readonly<Record<string, Retention>> = {
  consents: [{ days: 0, after: 'campaign ended', duty: 'forget', sentence: 'site.privacy.keeps.taking-part' }],
  consent_texts: { nothingOfPeople: { words: 'what every reader is shown' } },
};
