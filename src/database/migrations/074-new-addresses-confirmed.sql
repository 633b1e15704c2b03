-- expand
-- Codes go to another address once whoever asked for it opened the link that was mailed there, signed in. The version before asks for no
-- such link: what waits when this one starts is asked for again.
ALTER TABLE account_changes
  ADD COLUMN confirm_hash bytea NULL CONSTRAINT account_changes_confirm_hash CHECK (length(confirm_hash) = 32),
  ADD COLUMN confirmed_at timestamptz NULL,
  ADD CONSTRAINT account_changes_confirmed CHECK (kind = 'address' OR num_nonnulls(confirm_hash, confirmed_at) = 0),
  ADD CONSTRAINT account_changes_in_order CHECK (confirmed_at >= asked_at),
  DROP CONSTRAINT account_changes_in_time,
  ADD CONSTRAINT account_changes_in_time CHECK (least(asked_at, due_at, confirmed_at) >= '2000-01-01T00:00Z'
    AND greatest(asked_at, due_at, confirmed_at) < '2200-01-01T00:00Z');
CREATE UNIQUE INDEX account_changes_confirmed_once ON account_changes (confirm_hash);
CREATE TRIGGER keep_order BEFORE UPDATE OF confirmed_at ON account_changes FOR EACH ROW
  WHEN (NEW.confirmed_at < NEW.asked_at) EXECUTE FUNCTION keep_order('asked_at', 'confirmed_at');
