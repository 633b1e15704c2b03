-- A letter whose writer took it back is never on its way again, wherever it comes from: put back after a deferral or a crash, released
-- after a look or a restore. The act's row is locked, so that a withdrawal and a putting back take turns; whoever takes both locks the
-- letter first.
CREATE FUNCTION end_what_was_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  act record;
BEGIN
  SELECT a.state, a.campaign_id, a.country INTO act FROM actions a
    WHERE a.supporter_key = NEW.supporter_key AND a.id = NEW.action_id FOR SHARE;
  -- What is held is looked at again before it waits.
  IF (FOUND OR NEW.state = 'held') AND act.state IS DISTINCT FROM 'withdrawn' THEN
    RETURN NEW;
  END IF;
  -- The withdrawal could not take it out of the counts, because it was just leaving.
  IF FOUND AND OLD.state <> 'unconfirmed' THEN
    INSERT INTO tally_marks (campaign_id, country, people, letters) VALUES (act.campaign_id, act.country, 0, -1);
  END IF;
  NEW.state := 'withdrawn';
  NEW.text_sealed := NULL;
  NEW.claim := NULL;
  RETURN NEW;
END
$$;

-- What older versions left on its way. It had been counted.
WITH taken_back AS (
  UPDATE letters l SET state = 'withdrawn', text_sealed = NULL, claim = NULL FROM actions a
  WHERE a.supporter_key = l.supporter_key AND a.id = l.action_id AND a.state = 'withdrawn' AND l.state IN ('held', 'waiting', 'claimed')
  RETURNING a.campaign_id, a.country)
INSERT INTO tally_marks (campaign_id, country, people, letters) SELECT campaign_id, country, 0, -count(*) FROM taken_back GROUP BY 1, 2;

CREATE TRIGGER end_what_was_taken_back BEFORE UPDATE OF state ON letters
  FOR EACH ROW WHEN (NEW.state IN ('held', 'waiting')) EXECUTE FUNCTION end_what_was_taken_back();

-- 'not-asked': the writer can't be asked, because nobody takes mail there or nobody is known any more.
ALTER TABLE letters DROP CONSTRAINT letters_answer_check;
ALTER TABLE letters ADD CONSTRAINT letters_answer_check CHECK (answer IN ('asked', 'not-asked', 'yes', 'no'));
-- Until then somebody is asking, or the last try to ask was deferred.
ALTER TABLE letters ADD COLUMN ask_again_at timestamptz NULL;
