-- expand
-- A letter is claimed before anything becomes of it, and an action is confirmed before it expires: by whichever clock, also where a
-- process of the version before writes it, which sets an end back and leaves the confirmation ahead of it.
CREATE OR REPLACE TRIGGER keep_order BEFORE UPDATE OF confirmed_at, handed_over_at, answer_at ON letters FOR EACH ROW
  WHEN (NEW.confirmed_at < NEW.created_at OR NEW.handed_over_at < greatest(NEW.created_at, NEW.confirmed_at, NEW.claimed_at)
    OR NEW.answer_at < NEW.handed_over_at)
  EXECUTE FUNCTION keep_order('created_at', 'confirmed_at', 'claimed_at', 'handed_over_at', 'answer_at');
CREATE OR REPLACE TRIGGER keep_order_of_return BEFORE UPDATE OF bounced_at, handed_over_at ON letters FOR EACH ROW
  WHEN (NEW.bounced_at < greatest(NEW.created_at, NEW.confirmed_at, NEW.claimed_at, NEW.handed_over_at))
  EXECUTE FUNCTION keep_order('created_at', 'confirmed_at', 'claimed_at', 'handed_over_at', 'bounced_at');
CREATE OR REPLACE TRIGGER keep_order_of_end BEFORE UPDATE OF expires_at ON actions FOR EACH ROW
  WHEN (NEW.expires_at < greatest(NEW.created_at, NEW.confirmed_at))
  EXECUTE FUNCTION keep_order('created_at', 'confirmed_at', 'expires_at');
