-- expand
-- Older databases' rows are made what they can only have meant; what they said beyond that is set aside. The rules hold for what is written
-- from here on, and for all rows from 068 on.

-- Without its words it could never be confirmed.
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'letters', 'letters_words', supporter_key, jsonb_build_object('supporter_key', supporter_key, 'id', id, 'state', state)
  FROM letters WHERE state = 'unconfirmed' AND text_sealed IS NULL;
UPDATE letters SET state = 'withdrawn' WHERE state = 'unconfirmed' AND text_sealed IS NULL;
CREATE FUNCTION pg_temp.says_what_it_can(state text, reply text, said_here text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN CASE state WHEN 'handed-over' THEN reply IS NOT NULL OR said_here IS NOT DISTINCT FROM 'kept-here'
    WHEN 'refused' THEN num_nonnulls(reply, said_here) = 1 AND said_here IS DISTINCT FROM 'kept-here'
    WHEN 'bounced' THEN said_here IS NULL
    WHEN 'left-office' THEN num_nonnulls(reply, said_here) = 0
    ELSE coalesce(said_here = 'no-reply', true) END;
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'letters', 'letters_said', supporter_key,
    jsonb_build_object('supporter_key', supporter_key, 'id', id, 'state', state, 'reply', reply, 'said_here', said_here)
  FROM letters WHERE NOT pg_temp.says_what_it_can(state, reply, said_here);
UPDATE letters SET reply = CASE state WHEN 'left-office' THEN NULL ELSE reply END,
    said_here = CASE state WHEN 'refused' THEN 'not-made' END
  WHERE NOT pg_temp.says_what_it_can(state, reply, said_here);
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'letters', 'letters_never_left', supporter_key, jsonb_build_object('supporter_key', supporter_key, 'id', id, 'state', state,
    'reply', reply, 'said_here', said_here, 'attempts', attempts, 'claimed_at', claimed_at)
  FROM letters WHERE (confirmed_at IS NULL OR state = 'duplicate')
    AND (num_nonnulls(bounce_id, reply, said_here, claimed_at) > 0 OR attempts > 0);
UPDATE letters SET bounce_id = NULL, reply = NULL, said_here = NULL, claimed_at = NULL, attempts = 0
  WHERE (confirmed_at IS NULL OR state = 'duplicate')
    AND (num_nonnulls(bounce_id, reply, said_here, claimed_at) > 0 OR attempts > 0);
UPDATE letters SET held_because = NULL WHERE held_because = 'restored' AND (confirmed_at IS NULL OR state = 'duplicate');
UPDATE letters SET expected_on = NULL WHERE expected_on IS NOT NULL AND (confirmed_at IS NULL OR state = 'duplicate');
UPDATE letters SET due_at = NULL WHERE due_at IS NOT NULL AND state <> ALL ('{waiting,claimed,handing-over}');
UPDATE letters SET ask_again_at = NULL WHERE ask_again_at IS NOT NULL AND (answer IS NOT NULL OR state <> 'handed-over');
UPDATE letters SET attempts = 1 WHERE attempts = 0 AND state = ANY ('{claimed,handing-over,handed-over,bounced,unknown}');
UPDATE letters SET claimed_at = coalesce(handed_over_at, confirmed_at) WHERE claimed_at IS NULL AND attempts > 0;
UPDATE letters SET claimed_at = confirmed_at WHERE claimed_at < confirmed_at;

ALTER TABLE letters
  DROP CONSTRAINT IF EXISTS letters_words, DROP CONSTRAINT IF EXISTS letters_held_because,
  DROP CONSTRAINT IF EXISTS letters_due_at, DROP CONSTRAINT IF EXISTS letters_attempts,
  DROP CONSTRAINT IF EXISTS letters_never_left, DROP CONSTRAINT IF EXISTS letters_said_of_what_left, DROP CONSTRAINT IF EXISTS letters_said,
  DROP CONSTRAINT IF EXISTS letters_answer, DROP CONSTRAINT IF EXISTS letters_expected_on, DROP CONSTRAINT IF EXISTS letters_in_order,
  ADD CONSTRAINT letters_words
    CHECK (text_sealed IS NOT NULL OR state <> ALL ('{unconfirmed,held,waiting,claimed,handing-over}')) NOT VALID,
  -- A restore holds what waited.
  ADD CONSTRAINT letters_held_because CHECK (CASE WHEN held_because IS NULL THEN state <> 'held'
    WHEN held_because = 'restored' THEN confirmed_at IS NOT NULL AND state <> 'duplicate' ELSE true END) NOT VALID,
  ADD CONSTRAINT letters_due_at CHECK ((due_at IS NOT NULL) = (state = ANY ('{waiting,claimed,handing-over}'))) NOT VALID,
  -- Each try begins with a claim.
  ADD CONSTRAINT letters_attempts CHECK (attempts >= 0 AND (attempts = 0 OR claimed_at IS NOT NULL)
    AND (attempts > 0 OR state <> ALL ('{claimed,handing-over,handed-over,bounced,unknown}'))) NOT VALID,
  ADD CONSTRAINT letters_never_left CHECK ((confirmed_at IS NOT NULL AND state <> 'duplicate')
    OR (num_nonnulls(bounce_id, reply, said_here, claimed_at) = 0 AND attempts = 0)) NOT VALID,
  ADD CONSTRAINT letters_said CHECK (CASE state
    WHEN 'handed-over' THEN reply IS NOT NULL OR said_here IS NOT DISTINCT FROM 'kept-here'
    WHEN 'refused' THEN num_nonnulls(reply, said_here) = 1 AND said_here IS DISTINCT FROM 'kept-here'
    WHEN 'bounced' THEN said_here IS NULL
    WHEN 'left-office' THEN num_nonnulls(reply, said_here) = 0
    -- It is tried again, or was.
    ELSE coalesce(said_here = 'no-reply', true) END) NOT VALID,
  ADD CONSTRAINT letters_answer CHECK ((answer IS NULL OR handed_over_at IS NOT NULL)
    AND (ask_again_at IS NULL OR (answer IS NULL AND state = 'handed-over'))) NOT VALID,
  ADD CONSTRAINT letters_expected_on CHECK (expected_on IS NULL OR (confirmed_at IS NOT NULL AND state <> 'duplicate')) NOT VALID,
  ADD CONSTRAINT letters_in_order CHECK (confirmed_at >= created_at AND claimed_at >= confirmed_at
    AND handed_over_at >= greatest(created_at, confirmed_at) AND answer_at >= handed_over_at) NOT VALID;
