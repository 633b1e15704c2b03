import type { Retention } from '../work/retention.ts';

/** How long it stands that an erasure was asked for, after it was decided, or, where nobody did, after it was asked for. */
export const ERASURE_DAYS = 30;

export const retention: Readonly<Record<string, Retention>> = {
  erasures: (['decided', 'asked, if nobody decided'] as const).map((after) => ({
    days: ERASURE_DAYS,
    after,
    duty: 'forget-erasures',
    sentence: 'site.privacy.keeps.erasures',
  })),
};
