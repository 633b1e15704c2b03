-- expand
-- What was refused has why: the mail server's words, a person's, or ours. Of what older databases hold without, only this is known: it
-- was not made.
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'letters', 'letters_said', supporter_key, jsonb_build_object('supporter_key', supporter_key, 'id', id, 'state', state)
  FROM letters WHERE state = 'refused' AND num_nonnulls(reply, said_here) = 0;
UPDATE letters SET said_here = 'not-made' WHERE state = 'refused' AND num_nonnulls(reply, said_here) = 0;
ALTER TABLE letters DROP CONSTRAINT letters_said, ADD CONSTRAINT letters_said CHECK (CASE state
  WHEN 'handed-over' THEN reply IS NOT NULL OR said_here IS NOT DISTINCT FROM 'kept-here'
  WHEN 'refused' THEN num_nonnulls(reply, said_here) = 1
  ELSE true END);
