import type { Retention } from '../work/retention.ts';

export const RETURNED_MAIL_DAYS = 30;
/** What stays on this machine instead of leaving. */
export const OUTBOX_DAYS = 30;
export const SETTLED_ALERT_DAYS = 365;

/** An alert may be about an addressee's mailbox. */
export const retention: Readonly<Record<string, Retention>> = {
  returned_mails: [
    {
      days: RETURNED_MAIL_DAYS,
      after: 'came back',
      duty: 'forget-returned-mails',
      sentence: 'site.privacy.keeps.returned',
    },
  ],
  outbox: [
    {
      days: OUTBOX_DAYS,
      after: 'kept instead of sent',
      duty: 'empty-old-outbox',
      sentence: 'site.privacy.keeps.outbox',
    },
  ],
  alerts: [
    {
      days: SETTLED_ALERT_DAYS,
      after: 'settled',
      duty: 'forget-settled-alerts',
      sentence: 'site.privacy.keeps.alerts',
      of: 'others',
    },
  ],
  alert_mails: 'nothing of people',
};
