-- expand
-- Names that people agreed to have shown (the consent `public-name`), one row a consent that stands, with all by which it is sought
-- (docs/decisions/0028-names-that-are-shown.md). The name itself stands sealed in its action and nowhere else. Kept by triggers, so that
-- what the version before records, takes back and forgets is followed too, in the same transaction.
CREATE TABLE offered_names (
  supporter_key bytea NOT NULL,
  consent_id uuid NOT NULL,
  action_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  country char(3) NOT NULL CONSTRAINT offered_names_country CHECK (country ~ '^[A-Z]{3}$'),
  -- In which it was agreed to.
  lang text NOT NULL CONSTRAINT offered_names_lang CHECK (lang IN ('en', 'fr', 'es', 'ar')),
  -- 'kept-back': the risk of its state is not open; nobody is shown it, and nobody is asked about it.
  state text NOT NULL CONSTRAINT offered_names_state CHECK (state IN ('kept-back', 'offered', 'shown', 'refused')),
  because text NULL CONSTRAINT offered_names_because
    CHECK (because IN ('no-name', 'somebody-else', 'offensive', 'advertises', 'other')),
  offered_at timestamptz NOT NULL,
  -- Of what was decided, when; else when it was offered.
  since timestamptz NOT NULL,
  -- By which readers see names in an order that tells nothing of when anybody joined.
  place uuid NOT NULL DEFAULT gen_random_uuid(),
  PRIMARY KEY (supporter_key, consent_id),
  CONSTRAINT offered_names_consent FOREIGN KEY (supporter_key, consent_id) REFERENCES consents ON DELETE CASCADE,
  CONSTRAINT offered_names_refused CHECK ((state = 'refused') = (because IS NOT NULL)),
  CONSTRAINT offered_names_undecided CHECK (state IN ('shown', 'refused') OR since = offered_at),
  CONSTRAINT offered_names_in_order CHECK (since >= offered_at),
  CONSTRAINT offered_names_in_time CHECK (least(offered_at, since) >= '2000-01-01T00:00Z'
    AND greatest(offered_at, since) < '2200-01-01T00:00Z')
);
CREATE INDEX offered_names_by_consent ON offered_names (consent_id);
CREATE INDEX offered_names_in_order ON offered_names (state, lang, since, consent_id);
CREATE INDEX offered_names_of_state ON offered_names (country, state, lang, since, consent_id);
CREATE INDEX offered_names_shown ON offered_names (campaign_id, place) WHERE state = 'shown';
CREATE TRIGGER keep_order BEFORE UPDATE OF since ON offered_names FOR EACH ROW
  WHEN (NEW.since < NEW.offered_at) EXECUTE FUNCTION keep_order('offered_at', 'since');

-- Whoever judges the state waits for it, and what they judge holds for it.
CREATE FUNCTION offer_name() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_action record;
  level text;
BEGIN
  SELECT a.campaign_id, a.country INTO of_action FROM actions a
    WHERE a.supporter_key = NEW.supporter_key AND a.id = NEW.action_id AND a.details_sealed IS NOT NULL;
  IF NOT FOUND OR of_action.country !~ '^[A-Z]{3}$' THEN RETURN NULL; END IF;
  SELECT s.risk INTO level FROM states s WHERE s.iso3 = of_action.country FOR SHARE;
  INSERT INTO offered_names (supporter_key, consent_id, action_id, campaign_id, country, lang, state, offered_at, since)
    VALUES (NEW.supporter_key, NEW.id, NEW.action_id, of_action.campaign_id, of_action.country, NEW.lang,
      CASE WHEN level = 'open' THEN 'offered' ELSE 'kept-back' END, NEW.given_at, NEW.given_at)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
-- A backup that is put back brings these rows itself.
CREATE TRIGGER offer_name AFTER INSERT ON consents FOR EACH ROW
  WHEN (NEW.purpose = 'public-name' AND NEW.withdrawn_at IS NULL
    AND NEW.given_at >= '2000-01-01T00:00Z' AND NEW.given_at < '2200-01-01T00:00Z'
    AND coalesce(current_setting('audit.filling', true), '') <> 'yes') EXECUTE FUNCTION offer_name();

-- Taken back, or forgotten. What is erased takes its row along.
CREATE FUNCTION take_name_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM offered_names WHERE supporter_key = NEW.supporter_key AND consent_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER take_name_back AFTER UPDATE OF withdrawn_at ON consents FOR EACH ROW
  WHEN (NEW.purpose = 'public-name' AND NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION take_name_back();

CREATE FUNCTION forget_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM offered_names WHERE supporter_key = NEW.supporter_key AND action_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_name AFTER UPDATE ON actions FOR EACH ROW
  WHEN ((OLD.details_sealed IS NOT NULL AND NEW.details_sealed IS NULL) OR (OLD.state = 'confirmed' AND NEW.state <> 'confirmed'))
  EXECUTE FUNCTION forget_name();

-- Where a risk is open no longer nobody is shown, whatever had been decided; once it is open again, each is looked at anew.
CREATE FUNCTION follow_risk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.risk = 'open' THEN
    UPDATE offered_names SET state = 'offered' WHERE country = NEW.iso3 AND state = 'kept-back';
  ELSE
    UPDATE offered_names SET state = 'kept-back', since = offered_at WHERE country = NEW.iso3 AND state IN ('offered', 'shown');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_risk AFTER UPDATE OF risk ON states FOR EACH ROW
  WHEN ((OLD.risk = 'open') <> (NEW.risk = 'open')) EXECUTE FUNCTION follow_risk();

-- Whatever takes a name away takes it off kept pages in every process once it commits, as `dropPages` does.
CREATE FUNCTION take_names_off_pages() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  removal uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM names_before WHERE state = 'shown') THEN RETURN NULL; END IF;
  INSERT INTO page_removals (tags) VALUES ('{names}') RETURNING id INTO removal;
  PERFORM pg_notify('pages', 'remove ' || removal || ' names');
  RETURN NULL;
END $$;
CREATE TRIGGER take_off_pages_what_goes AFTER DELETE ON offered_names REFERENCING OLD TABLE AS names_before
  FOR EACH STATEMENT EXECUTE FUNCTION take_names_off_pages();
CREATE TRIGGER take_off_pages_what_changes AFTER UPDATE ON offered_names REFERENCING OLD TABLE AS names_before
  FOR EACH STATEMENT EXECUTE FUNCTION take_names_off_pages();

-- What people agreed to before there was anything to show.
INSERT INTO offered_names (supporter_key, consent_id, action_id, campaign_id, country, lang, state, offered_at, since)
  SELECT c.supporter_key, c.id, c.action_id, a.campaign_id, a.country, c.lang,
    CASE WHEN s.risk = 'open' THEN 'offered' ELSE 'kept-back' END, c.given_at, c.given_at
  FROM consents c JOIN actions a ON a.supporter_key = c.supporter_key AND a.id = c.action_id LEFT JOIN states s ON s.iso3 = a.country
  WHERE c.purpose = 'public-name' AND c.withdrawn_at IS NULL AND a.state = 'confirmed' AND a.details_sealed IS NOT NULL
    AND a.country ~ '^[A-Z]{3}$' AND c.given_at >= '2000-01-01T00:00Z' AND c.given_at < '2200-01-01T00:00Z';
