-- expand
-- When a letter came back stands with it, as when it was handed over; of those that came back before nobody knows.
ALTER TABLE letters
  ADD COLUMN bounced_at timestamptz NULL,
  ADD CONSTRAINT letters_bounced_at CHECK (bounced_at IS NULL OR state = 'bounced') NOT VALID,
  ADD CONSTRAINT letters_bounced_in_order CHECK (bounced_at >= greatest(created_at, confirmed_at, handed_over_at)) NOT VALID,
  DROP CONSTRAINT letters_in_time,
  ADD CONSTRAINT letters_in_time CHECK (
    least(created_at, confirmed_at, due_at, claimed_at, handed_over_at, bounced_at, ask_again_at, answer_at) >= '2000-01-01T00:00Z'
    AND greatest(created_at, confirmed_at, due_at, claimed_at, handed_over_at, bounced_at, ask_again_at, answer_at) < '2200-01-01T00:00Z'
    AND expected_on >= '2000-01-01' AND expected_on < '2200-01-01') NOT VALID;
-- By whichever clock; what is handed over may be told of after it has come back.
CREATE TRIGGER keep_order_of_return BEFORE UPDATE OF bounced_at, handed_over_at ON letters FOR EACH ROW
  WHEN (NEW.bounced_at < greatest(NEW.created_at, NEW.confirmed_at, NEW.handed_over_at))
  EXECUTE FUNCTION keep_order('created_at', 'confirmed_at', 'handed_over_at', 'bounced_at');
