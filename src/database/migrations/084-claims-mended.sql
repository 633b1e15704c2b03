-- expand
-- Older databases' rows are made what they can only have meant; what nobody can know of them is set aside, as it stood. The rules hold for
-- what is written from here on, and for all rows from `084-rules-for-all-rows` on.

-- A lease is told to nobody; when a letter was handed over or came back was told its writer, and stays.
UPDATE letters SET claimed_at = least(handed_over_at, bounced_at) WHERE claimed_at > least(handed_over_at, bounced_at);
-- Who may still say what becomes of a letter has not said so.
UPDATE letters SET claim = NULL WHERE claim IS NOT NULL AND handed_over_at IS NOT NULL;

-- What made up letters of a demonstration had of a way back, nothing was mailed by: it goes without a word.
UPDATE letters l SET bounce_id = NULL FROM actions a
  WHERE a.supporter_key = l.supporter_key AND a.id = l.action_id AND a.controller_id = '00000000-0000-7000-8000-0000000000c1'
    AND l.claimed_at IS NULL AND l.bounce_id IS NOT NULL AND num_nonnulls(l.reply, l.said_here) = 0;
-- What is said of a letter was said when it was tried: once, no sooner than it was confirmed. What never was has no way back.
CREATE FUNCTION pg_temp.was_tried(reply text, said_here text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN reply IS NOT NULL OR coalesce(said_here <> ALL ('{only-tried,refused-here}'), false);
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'letters', 'letters_claimed_at', supporter_key, jsonb_build_object('supporter_key', supporter_key, 'id', id, 'state', state,
    'reply', reply, 'said_here', said_here, 'bounce_id', bounce_id, 'attempts', attempts)
  FROM letters WHERE claimed_at IS NULL AND (bounce_id IS NOT NULL OR pg_temp.was_tried(reply, said_here));
UPDATE letters SET claimed_at = confirmed_at WHERE claimed_at IS NULL AND pg_temp.was_tried(reply, said_here);
UPDATE letters SET bounce_id = NULL WHERE claimed_at IS NULL AND bounce_id IS NOT NULL;
UPDATE letters SET attempts = 1 WHERE attempts = 0 AND state = 'refused' AND pg_temp.was_tried(reply, said_here);

ALTER TABLE letters
  -- A try alone leaves what a server said of it, or that none answered, and the way back by which it left.
  ADD CONSTRAINT letters_claimed_at CHECK (claimed_at IS NOT NULL OR (num_nonnulls(bounce_id, reply) = 0
    AND coalesce(said_here = ANY ('{only-tried,refused-here}'), true))) NOT VALID,
  DROP CONSTRAINT letters_attempts,
  -- Each try begins with a claim; one that a server ended, or we for want of a mail, counts.
  ADD CONSTRAINT letters_attempts CHECK (attempts >= 0 AND (attempts = 0 OR claimed_at IS NOT NULL)
    AND (attempts > 0 OR CASE state WHEN 'refused' THEN coalesce(said_here = ANY ('{only-tried,refused-here}'), false)
      ELSE state <> ALL ('{claimed,handing-over,handed-over,bounced,unknown}') END)) NOT VALID,
  DROP CONSTRAINT letters_claim,
  ADD CONSTRAINT letters_claim CHECK (claim IS NULL OR (claimed_at IS NOT NULL AND handed_over_at IS NULL
    AND state = ANY ('{claimed,handing-over,unknown,bounced}'))) NOT VALID,
  DROP CONSTRAINT letters_in_order,
  ADD CONSTRAINT letters_in_order CHECK (confirmed_at >= created_at AND claimed_at >= confirmed_at
    AND handed_over_at >= greatest(created_at, confirmed_at, claimed_at) AND answer_at >= handed_over_at) NOT VALID,
  DROP CONSTRAINT letters_bounced_in_order,
  ADD CONSTRAINT letters_bounced_in_order
    CHECK (bounced_at >= greatest(created_at, confirmed_at, claimed_at, handed_over_at)) NOT VALID;
