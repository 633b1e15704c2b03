-- expand
-- Every change of an authored text is a version, which stays as it was: what of which thing (the id of its publication), in which
-- language, by whom, and from which version of which other language it was translated. What stands is kept beside it by the room whose
-- words they are.
CREATE TABLE text_versions (
  item_id uuid NOT NULL,
  -- One of those in which its room has words.
  lang text NOT NULL CONSTRAINT text_versions_lang CHECK (lang ~ '^[a-z]{2}$'),
  number int NOT NULL CONSTRAINT text_versions_number CHECK (number > 0),
  words jsonb NOT NULL CONSTRAINT text_versions_words CHECK (jsonb_typeof(words) = 'object'),
  made_at timestamptz NOT NULL DEFAULT now(),
  made_by uuid NOT NULL CONSTRAINT text_versions_made_by REFERENCES actors,
  -- Files said so: those of the program, or a folder that somebody imported.
  brought boolean NOT NULL DEFAULT false,
  -- Of a translation; NULL in the language in which the thing was written.
  source_lang text NULL,
  source_number int NULL,
  PRIMARY KEY (item_id, lang, number),
  CONSTRAINT text_versions_source FOREIGN KEY (item_id, source_lang, source_number) REFERENCES text_versions,
  CONSTRAINT text_versions_translated CHECK ((source_lang IS NULL) = (source_number IS NULL) AND source_lang <> lang),
  CONSTRAINT text_versions_in_time CHECK (made_at >= '2000-01-01T00:00Z' AND made_at < '2200-01-01T00:00Z')
);

-- A thing is written in one language first.
CREATE UNIQUE INDEX text_versions_one_original ON text_versions (item_id) WHERE number = 1 AND source_lang IS NULL;

-- As every column that says who decided (056, 058, 063).
DO $$
BEGIN
  EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT ON text_versions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (is_person(NEW.made_by)) EXECUTE FUNCTION is_audited(%L)', 'text_versions_made_by_at_once', 'made_by');
  EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER UPDATE ON text_versions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (is_person(coalesce(NEW.made_by, OLD.made_by)) AND NEW.* IS DISTINCT FROM OLD.*) EXECUTE FUNCTION is_audited(%L)',
    'text_versions_made_by_later', 'made_by');
  EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER DELETE ON text_versions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (is_person(OLD.made_by)) EXECUTE FUNCTION goes_by_itself(%L)', 'text_versions_let_go',
    'NOT EXISTS (SELECT FROM publications p WHERE p.id = was.item_id)');
END $$;

-- What was said once stays said.
CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a text is never changed';
END $$;
CREATE TRIGGER keep_version BEFORE UPDATE ON text_versions FOR EACH ROW
  WHEN (NEW.* IS DISTINCT FROM OLD.*) EXECUTE FUNCTION keep_version();

-- What stands is their first version, as files brought it; nobody knows any more who wrote it. All of a thing was brought together, in
-- English first.
INSERT INTO text_versions (item_id, lang, number, words, made_by, brought)
  SELECT DISTINCT ON (item_id) item_id, lang, 1, words, '00000000-0000-7000-8000-000000000003'::uuid, true
  FROM (SELECT campaign_id AS item_id, lang, text AS words FROM campaign_texts UNION ALL SELECT ask_id, lang, text FROM ask_texts) t
  ORDER BY item_id, array_position('{en,fr,es,ar}', lang);
INSERT INTO text_versions (item_id, lang, number, words, made_by, brought, source_lang, source_number)
  SELECT t.item_id, t.lang, 1, t.words, v.made_by, true, v.lang, 1
  FROM (SELECT campaign_id AS item_id, lang, text AS words FROM campaign_texts UNION ALL SELECT ask_id, lang, text FROM ask_texts) t
    JOIN text_versions v ON v.item_id = t.item_id AND v.lang <> t.lang;

-- Which version stands.
ALTER TABLE campaign_texts ADD COLUMN version int NOT NULL DEFAULT 0;
ALTER TABLE ask_texts ADD COLUMN version int NOT NULL DEFAULT 0;
UPDATE campaign_texts SET version = 1;
UPDATE ask_texts SET version = 1;

-- Words stand as a version, whoever writes them: the one that is named where its words are these, else the newest where they are its own,
-- else a new one.
CREATE FUNCTION stands_as_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  item uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  newest record;
BEGIN
  IF current_setting('audit.filling', true) = 'yes' OR EXISTS (SELECT FROM text_versions v
    WHERE v.item_id = item AND v.lang = NEW.lang AND v.number = NEW.version AND v.words = NEW.text) THEN RETURN NEW; END IF;
  SELECT v.number, v.words INTO newest FROM text_versions v
    WHERE v.item_id = item AND v.lang = NEW.lang ORDER BY v.number DESC LIMIT 1;
  NEW.version := coalesce(newest.number, 0) + (newest.words IS DISTINCT FROM NEW.text)::int;
  RETURN NEW;
END $$;
CREATE TRIGGER stands_as_version BEFORE INSERT OR UPDATE ON campaign_texts FOR EACH ROW EXECUTE FUNCTION stands_as_version('campaign_id');
CREATE TRIGGER stands_as_version BEFORE INSERT OR UPDATE ON ask_texts FOR EACH ROW EXECUTE FUNCTION stands_as_version('ask_id');

-- The version of the program before leaves none of what it writes, and nobody knows who wrote it: translated from what the version before
-- it was, in a new language from the original.
CREATE FUNCTION leave_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  item uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
BEGIN
  IF current_setting('audit.filling', true) = 'yes' OR EXISTS (SELECT FROM text_versions v
    WHERE v.item_id = item AND v.lang = NEW.lang AND v.number = NEW.version) THEN RETURN NULL; END IF;
  INSERT INTO text_versions (item_id, lang, number, words, made_by, source_lang, source_number)
    SELECT item, NEW.lang, NEW.version, NEW.text, '00000000-0000-7000-8000-000000000003', source.lang, source.number
    FROM (SELECT 1) one LEFT JOIN LATERAL (
      SELECT v.source_lang AS lang, v.source_number AS number FROM text_versions v
        WHERE v.item_id = item AND v.lang = NEW.lang AND v.number = NEW.version - 1
      UNION ALL (SELECT v.lang, v.number FROM text_versions o JOIN text_versions v ON v.item_id = o.item_id AND v.lang = o.lang
        WHERE NEW.version = 1 AND o.item_id = item AND o.number = 1 AND o.source_lang IS NULL ORDER BY v.number DESC LIMIT 1)) source
      ON true;
  RETURN NULL;
END $$;
CREATE TRIGGER leave_version AFTER INSERT OR UPDATE ON campaign_texts FOR EACH ROW EXECUTE FUNCTION leave_version('campaign_id');
CREATE TRIGGER leave_version AFTER INSERT OR UPDATE ON ask_texts FOR EACH ROW EXECUTE FUNCTION leave_version('ask_id');
