-- expand
-- What is known of a letter that waits for a person's look, beside the letter: in which language it is, and who has taken it until when.
-- A process of the version before holds letters without such a row, which is made within a minute.
CREATE TABLE held_letters (
  supporter_key bytea NOT NULL,
  letter_id uuid NOT NULL,
  -- Of its words, which are sealed; NULL where they can't be opened.
  lang text NULL CONSTRAINT held_letters_lang CHECK (lang IN ('en', 'fr', 'es', 'ar')),
  taken_by uuid NULL CONSTRAINT held_letters_taken_by REFERENCES actors,
  taken_until timestamptz NULL,
  PRIMARY KEY (supporter_key, letter_id),
  CONSTRAINT held_letters_letter FOREIGN KEY (supporter_key, letter_id) REFERENCES letters ON DELETE CASCADE,
  CONSTRAINT held_letters_taken CHECK ((taken_by IS NULL) = (taken_until IS NULL)),
  CONSTRAINT held_letters_in_time CHECK (taken_until >= '2000-01-01T00:00Z' AND taken_until < '2200-01-01T00:00Z')
);
-- By the id in an address, also once it was decided.
CREATE INDEX held_letters_by_id ON held_letters (letter_id);

-- As every column that says who decided (056, 058, 063).
DO $$
BEGIN
  EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT ON held_letters DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (is_person(NEW.taken_by)) EXECUTE FUNCTION is_audited(%L)', 'held_letters_taken_by_at_once', 'taken_by');
  EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER UPDATE ON held_letters DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (is_person(coalesce(NEW.taken_by, OLD.taken_by)) AND NEW.* IS DISTINCT FROM OLD.*) EXECUTE FUNCTION is_audited(%L)',
    'held_letters_taken_by_later', 'taken_by');
  EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER DELETE ON held_letters DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (is_person(OLD.taken_by)) EXECUTE FUNCTION goes_by_itself(%L)', 'held_letters_let_go',
    'NOT EXISTS (SELECT FROM letters l WHERE l.supporter_key = was.supporter_key AND l.id = was.letter_id)');
END $$;

-- What waits, in the order in which it is listed, and by its id; what was decided lately.
CREATE INDEX letters_held_in_order ON letters (confirmed_at, id) WHERE state = 'held';
CREATE INDEX letters_held_by_id ON letters (id) WHERE state = 'held';
CREATE INDEX reviews_in_order ON reviews (decided_at, id);
