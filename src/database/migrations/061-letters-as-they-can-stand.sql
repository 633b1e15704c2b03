-- expand
-- What no code writes of letters, actions and consents is refused, in steps that keep nobody waiting who reads or writes meanwhile: what
-- processes of the version before write is settled first, then rows are mended, then the rules hold for all of them (068).

-- Due is what is to leave; asked again is of what was handed over and has no answer; what stays here was handed over. For processes of
-- the version before, which leave these as they were.
CREATE FUNCTION settle_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> ALL ('{waiting,claimed,handing-over}') THEN NEW.due_at := NULL; END IF;
  IF NEW.state <> 'handed-over' OR NEW.answer IS NOT NULL THEN NEW.ask_again_at := NULL; END IF;
  IF NEW.state <> 'handed-over' AND NEW.said_here = 'kept-here' THEN NEW.said_here := NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER settle_letter BEFORE UPDATE OF state, answer ON letters FOR EACH ROW
  WHEN (CASE NEW.state WHEN 'handed-over' THEN NEW.due_at IS NOT NULL OR (NEW.answer IS NOT NULL AND NEW.ask_again_at IS NOT NULL)
    ELSE NEW.ask_again_at IS NOT NULL OR NEW.said_here = 'kept-here'
      OR (NEW.due_at IS NOT NULL AND NEW.state <> ALL ('{waiting,claimed,handing-over}')) END)
  EXECUTE FUNCTION settle_letter();
-- A lease begins no sooner than what it is of was confirmed, by whichever clock.
CREATE TRIGGER keep_order_of_claim BEFORE UPDATE OF claimed_at ON letters FOR EACH ROW
  WHEN (NEW.claimed_at < greatest(NEW.created_at, NEW.confirmed_at))
  EXECUTE FUNCTION keep_order('created_at', 'confirmed_at', 'claimed_at');
CREATE TRIGGER keep_order_of_end BEFORE UPDATE OF expires_at ON actions FOR EACH ROW
  WHEN (NEW.expires_at < NEW.created_at) EXECUTE FUNCTION keep_order('created_at', 'expires_at');
