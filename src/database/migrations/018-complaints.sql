-- Somebody who gets a mailbox's mail has reported a letter as unwanted (RFC 5965).
ALTER TABLE mailboxes DROP CONSTRAINT mailboxes_paused_because_check;
ALTER TABLE mailboxes ADD CONSTRAINT mailboxes_paused_because_check
  CHECK (paused_because IN ('unknown-mailbox', 'bounced', 'complaint', 'asked-by-office', 'staff'));
