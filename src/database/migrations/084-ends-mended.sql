-- expand
-- As of letters: what was confirmed was confirmed while it could be.
UPDATE actions SET expires_at = confirmed_at WHERE expires_at < confirmed_at;
ALTER TABLE actions DROP CONSTRAINT actions_in_order, ADD CONSTRAINT actions_in_order
  CHECK (confirmed_at >= created_at AND expires_at >= greatest(created_at, confirmed_at)) NOT VALID;
