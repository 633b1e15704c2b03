import type { Retention } from './retention.ts';

/**
 * Long enough for an operator to have looked; people were told of less for most of what may stand in it. What is of a table that has
 * nothing of people, or lasts, stays until somebody has dealt with it.
 */
export const SET_ASIDE_DAYS = 90;

/** Long enough to have them tried again once what went wrong is mended. */
export const FAILED_JOB_DAYS = 30;

/** The job runner's table, which is no room's. */
export const JOBS = 'graphile_worker.jobs';

export const retention: Readonly<Record<string, Retention>> = {
  row_checks: { nothingOfPeople: { rule: 'names of a version of the program', example: 'an id, made by us' } },
  set_aside: [
    {
      days: SET_ASIDE_DAYS,
      after: 'set aside, of such a table',
      duty: 'forget-set-aside',
      sentence: 'site.privacy.keeps.set-aside',
    },
  ],
  [JOBS]: [
    { days: FAILED_JOB_DAYS, after: 'last tried', duty: 'forget-failed-jobs', sentence: 'site.privacy.keeps.jobs' },
  ],
};
