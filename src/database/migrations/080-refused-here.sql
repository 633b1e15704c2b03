-- expand
-- What people here refused is said so by a word, as all that is no mail server's; their reason stands in `reviews` alone, and is joined
-- where it is told.

-- To find what was said of a letter, and what goes with it.
CREATE INDEX reviews_of_letter ON reviews (supporter_key, letter_id);

-- The list is longer, and holds for all rows once they were mended.
ALTER TABLE letters DROP CONSTRAINT letters_said_here_check, ADD CONSTRAINT letters_said_here_check
  CHECK (said_here = ANY ('{kept-here,not-made,no-reply,only-tried,refused-here}')) NOT VALID;

-- A process of the version before writes the reason as a reply, after which `say_here` may have taken it for one of its own sentences.
CREATE FUNCTION say_refused_here() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.reply := NULL;
  NEW.said_here := 'refused-here';
  RETURN NEW;
END $$;
CREATE TRIGGER say_refused_here BEFORE UPDATE OF state ON letters FOR EACH ROW
  WHEN (OLD.state = 'held' AND NEW.state = 'refused' AND coalesce(NEW.said_here <> ALL ('{only-tried,refused-here}'), true))
  EXECUTE FUNCTION say_refused_here();

-- Nor is what the operator is told of stored as a sentence: of which words, and how many tries.
CREATE FUNCTION say_not_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.detail := 'not-made ' || substring(NEW.detail FROM ' in (\d{1,4}) tries');
  RETURN NEW;
END $$;
CREATE TRIGGER say_not_made BEFORE INSERT OR UPDATE OF detail ON alerts FOR EACH ROW
  WHEN (NEW.kind = 'letter-fails' AND NEW.detail ~ '^no mail could be made of a letter in \d{1,4} tries') EXECUTE FUNCTION say_not_made();
UPDATE alerts SET detail = detail WHERE kind = 'letter-fails';
