-- expand
-- What waits for a person's look, one row a held letter, with all by which it is sought: whatever is asked for, its rows stand together
-- in an index in the order in which they wait. Kept by triggers, so that what the version before holds and decides is there, too.
CREATE TABLE letters_to_look_at (
  supporter_key bytea NOT NULL,
  letter_id uuid NOT NULL,
  since timestamptz NOT NULL,
  because text NOT NULL CONSTRAINT letters_to_look_at_because CHECK (because IN ('link', 'threat', 'unlike-campaign', 'restored')),
  ask_id uuid NOT NULL,
  -- Of its writer.
  country char(3) NOT NULL CONSTRAINT letters_to_look_at_country CHECK (country ~ '^[A-Z]{3}$'),
  -- Of its words, as far as that is known; else its writer's.
  lang text NOT NULL CONSTRAINT letters_to_look_at_lang CHECK (lang IN ('en', 'fr', 'es', 'ar')),
  -- Whether somebody has tried to tell its language by its words.
  lang_read boolean NOT NULL DEFAULT false,
  PRIMARY KEY (supporter_key, letter_id),
  CONSTRAINT letters_to_look_at_letter FOREIGN KEY (supporter_key, letter_id) REFERENCES letters ON DELETE CASCADE,
  CONSTRAINT letters_to_look_at_in_time CHECK (since >= '2000-01-01T00:00Z' AND since < '2200-01-01T00:00Z')
);
CREATE INDEX letters_to_look_at_in_order ON letters_to_look_at (lang, because, since, letter_id);
CREATE INDEX letters_to_look_at_of_ask ON letters_to_look_at (ask_id, lang, because, since, letter_id);
CREATE INDEX letters_to_look_at_of_state ON letters_to_look_at (country, lang, because, since, letter_id);
CREATE INDEX letters_to_look_at_of_ask_and_state ON letters_to_look_at (country, ask_id, lang, because, since, letter_id);
CREATE INDEX letters_to_look_at_unread ON letters_to_look_at (since) WHERE NOT lang_read;

CREATE FUNCTION keep_letters_to_look_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'held' THEN
    DELETE FROM letters_to_look_at WHERE supporter_key = NEW.supporter_key AND letter_id = NEW.id;
    RETURN NULL;
  END IF;
  INSERT INTO letters_to_look_at (supporter_key, letter_id, since, because, ask_id, country, lang, lang_read)
    SELECT NEW.supporter_key, NEW.id, NEW.confirmed_at, NEW.held_because, NEW.ask_id, a.country, coalesce(h.lang, a.lang),
      h.letter_id IS NOT NULL
    FROM actions a LEFT JOIN held_letters h ON h.supporter_key = NEW.supporter_key AND h.letter_id = NEW.id
    WHERE a.supporter_key = NEW.supporter_key AND a.id = NEW.action_id AND num_nulls(NEW.confirmed_at, NEW.held_because) = 0
  ON CONFLICT (supporter_key, letter_id) DO UPDATE SET since = excluded.since, because = excluded.because, ask_id = excluded.ask_id;
  RETURN NULL;
END $$;
-- A backup that is put back brings these rows itself.
CREATE TRIGGER keep_letters_to_look_at_at_once AFTER INSERT ON letters FOR EACH ROW
  WHEN (NEW.state = 'held' AND coalesce(current_setting('audit.filling', true), '') <> 'yes') EXECUTE FUNCTION keep_letters_to_look_at();
CREATE TRIGGER keep_letters_to_look_at_later AFTER UPDATE OF state, confirmed_at, held_because, ask_id ON letters FOR EACH ROW
  WHEN ('held' IN (OLD.state, NEW.state)
    AND (OLD.state, OLD.confirmed_at, OLD.held_because, OLD.ask_id)
      IS DISTINCT FROM (NEW.state, NEW.confirmed_at, NEW.held_because, NEW.ask_id))
  EXECUTE FUNCTION keep_letters_to_look_at();

CREATE FUNCTION keep_lang_to_look_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE letters_to_look_at SET lang = coalesce(NEW.lang, lang), lang_read = true
    WHERE supporter_key = NEW.supporter_key AND letter_id = NEW.letter_id;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_lang_to_look_at AFTER INSERT OR UPDATE OF lang ON held_letters FOR EACH ROW EXECUTE FUNCTION keep_lang_to_look_at();
