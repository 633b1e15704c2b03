import type { Retention } from '../work/retention.ts';

/** How long a request of an addressee is kept after it was decided, or, where nobody did, after it was made. */
export const REQUEST_DAYS = 365;

const publicly = { lasting: true, sentence: 'site.privacy.keeps.addressees' } as const;

/** Who holds a public office, and how it is reached there, is public; import takes the lists as they are published. */
export const retention: Readonly<Record<string, Retention>> = {
  representatives: publicly,
  mandates: publicly,
  channels: publicly,
  mailboxes: publicly,
  receiving_domains: {
    nothingOfPeople: {
      domain: 'what several mailboxes end in',
      paused_because: 'what a mail server or the staff say of that domain',
    },
  },
  addressee_requests: (['decided', 'asked, if nobody decided'] as const).map((after) => ({
    days: REQUEST_DAYS,
    after,
    duty: 'forget-requests',
    sentence: 'site.privacy.keeps.requests',
    of: 'others',
  })),
};
