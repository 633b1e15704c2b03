-- What we say of a letter in place of a mail server is a word of a list, told in each reader's language; `reply` has the server's own
-- words (or, of a letter that a person refused, that person's reason).
ALTER TABLE letters ADD COLUMN said_here text NULL;

-- A process of the version before still writes sentences for a while.
CREATE FUNCTION say_here() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reply IN ('kept in the outbox of this machine', 'no mail could be made of it', 'no reply', 'others are on their way there')
      OR NEW.reply ~ '^E[A-Z_]+$' THEN
    NEW.said_here := CASE NEW.reply WHEN 'kept in the outbox of this machine' THEN 'kept-here' WHEN 'no mail could be made of it'
      THEN 'not-made'
      ELSE 'no-reply' END;
    NEW.reply := NULL;
  ELSE
    NEW.said_here := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER say_here BEFORE UPDATE OF reply ON letters FOR EACH ROW WHEN (NEW.reply IS NOT NULL) EXECUTE FUNCTION say_here();

UPDATE letters SET reply = reply
  WHERE reply IN ('kept in the outbox of this machine', 'no mail could be made of it', 'no reply', 'others are on their way there')
    OR reply ~ '^E[A-Z_]+$';

ALTER TABLE letters
  ADD CONSTRAINT letters_said_here_check CHECK (said_here = ANY ('{kept-here,not-made,no-reply}')),
  ADD CONSTRAINT letters_said_once CHECK (num_nonnulls(reply, said_here) < 2),
  ADD CONSTRAINT letters_said_of_what_left CHECK (said_here IS NULL OR state <> ALL ('{unconfirmed,duplicate}'));
