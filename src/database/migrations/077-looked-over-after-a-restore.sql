-- expand
-- Whoever has an account when a backup is put back has again what they had when it was taken, also what they removed since; they look it
-- over. The version before knows nothing of it, and lets them in as they were.
ALTER TABLE accounts
  -- When the backup was taken; null once they have looked over what it brought.
  ADD COLUMN restored_as_of timestamptz NULL,
  DROP CONSTRAINT accounts_in_time,
  ADD CONSTRAINT accounts_in_time CHECK (least(added_at, removed_at, restored_as_of) >= '2000-01-01T00:00Z'
    AND greatest(added_at, removed_at, restored_as_of) < '2200-01-01T00:00Z'
    AND '2000-01-01T00:00Z' <= ALL (totp_wrong_at) AND '2200-01-01T00:00Z' > ALL (totp_wrong_at));
