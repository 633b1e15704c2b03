import type { Retention } from './retention.ts';

/** Long enough for an operator to have looked; people were told of less for most of what may stand in it. */
export const SET_ASIDE_DAYS = 90;

export const retention: Readonly<Record<string, Retention>> = {
  row_checks: 'nothing of people',
  set_aside: [
    { days: SET_ASIDE_DAYS, after: 'set aside', duty: 'forget-set-aside', sentence: 'site.privacy.keeps.set-aside' },
  ],
};
