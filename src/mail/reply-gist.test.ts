import { expect, it } from 'vitest';
import { gistOf } from './reply-gist.ts';

it.each([
  ['250 2.0.0 Ok: queued as 4F1', 'taken'],
  ['550 5.1.1 The email account that you tried to reach does not exist', 'no-such-mailbox'],
  ['551 5.1.6 recipient has moved', 'moved'],
  ['550 5.1.2 Host unknown', 'no-such-domain'],
  ['452 4.2.2 mailbox full', 'full'],
  ['451 4.7.1 Greylisting in action, please come back later', 'busy'],
  ['550 5.7.1 Message rejected due to local policy', 'refuses-us'],
  ['554 5.7.1 Message looks like spam', 'spam'],
  ['550 5.2.1 The account has been suspended', 'closed'],
  ['552 5.3.4 Message too large', 'too-large'],
  ['554 5.7.1 Relay access denied', 'our-side'],
  ['554 5.5.0 Transaction failed', 'unclear'],
])('“%s” is told as %s', (reply, gist) => {
  expect(gistOf(reply)).toBe(gist);
});
