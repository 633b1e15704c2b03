-- expand
-- What was handed over has what was said when it was: the mail server's words, or ours that it stays on this machine. Of what older
-- databases hold without, nobody knows what was said: its reply is empty, what it was is set aside.
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'letters', 'letters_said', supporter_key,
    jsonb_build_object('supporter_key', supporter_key, 'id', id, 'state', state, 'said_here', said_here)
  FROM letters WHERE state = 'handed-over' AND reply IS NULL AND said_here IS DISTINCT FROM 'kept-here';
UPDATE letters SET reply = '', said_here = NULL
  WHERE state = 'handed-over' AND reply IS NULL AND said_here IS DISTINCT FROM 'kept-here';
ALTER TABLE letters ADD CONSTRAINT letters_said
  CHECK (state <> 'handed-over' OR reply IS NOT NULL OR said_here IS NOT DISTINCT FROM 'kept-here');
