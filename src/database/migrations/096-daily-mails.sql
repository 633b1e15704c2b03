-- expand
-- Whoever works in the office may have what waits by mail each morning. The version before mails nothing.
ALTER TABLE accounts
  -- When it was last mailed, or asked for since; null where it is not wanted.
  ADD COLUMN daily_mail_at timestamptz NULL,
  DROP CONSTRAINT accounts_in_time,
  ADD CONSTRAINT accounts_in_time CHECK (least(added_at, removed_at, restored_as_of, daily_mail_at) >= '2000-01-01T00:00Z'
    AND greatest(added_at, removed_at, restored_as_of, daily_mail_at) < '2200-01-01T00:00Z'
    AND '2000-01-01T00:00Z' <= ALL (totp_wrong_at) AND '2200-01-01T00:00Z' > ALL (totp_wrong_at));
