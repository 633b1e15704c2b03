import type { Retention } from '../work/retention.ts';

/** How long an action waits for its confirmation: `accept_acts` (migration 029) gives it its end. */
const UNCONFIRMED_DAYS = 7;
/** How long name and address are kept after the last action. */
export const NAME_AND_ADDRESS_DAYS = 90;
/** Longer than any limit of mails looks back. */
export const MAIL_LIMIT_DAYS = 2;

/** How long the link of what was deleted still tells what had been sent before. */
export const ERASED_DAYS = 90;

export const names = {
  days: NAME_AND_ADDRESS_DAYS,
  after: 'last action',
  duty: 'forget',
  sentence: 'site.privacy.keeps.name-and-address',
} as const;
/** That somebody took part, as long as their campaign goes on. */
export const takingPart = {
  days: 0,
  after: 'campaign ended',
  duty: 'forget',
  sentence: 'site.privacy.keeps.taking-part',
} as const;

export const retention: Readonly<Record<string, Retention>> = {
  actions: [
    { days: UNCONFIRMED_DAYS, after: 'typed', duty: 'forget', sentence: 'site.privacy.keeps.unconfirmed' },
    { column: 'details_sealed', ...names },
    takingPart,
  ],
  supporters: [{ column: 'address_sealed', ...names }, takingPart],
  campaign_supporters: [takingPart],
  erased_actions: [{ days: ERASED_DAYS, after: 'deleted', duty: 'forget', sentence: 'site.privacy.keeps.erased' }],
  mail_allowances: [
    { days: MAIL_LIMIT_DAYS, after: 'last mail', duty: 'forget', sentence: 'site.privacy.keeps.mail-limit' },
  ],
};
