-- expand
-- What happened in campaigns, by day, for whoever runs them (docs/decisions/0025-statistics.md). Each happening leaves a mark in the
-- transaction in which it happens; marks are added up beside, by `src/statistics/count.ts`, and are then gone. Neither has anything of
-- a person: what was written, to whom and by whom stands in no mark, and its moment is that of the quarter of an hour.
CREATE TABLE statistic_marks (
  campaign_id uuid NOT NULL,
  -- Of letters alone.
  ask_id uuid NULL,
  country text NOT NULL CONSTRAINT statistic_marks_country CHECK (country ~ '^[A-Z]{3}$'),
  -- In which somebody acted; 'und': nobody knows any more.
  lang text NOT NULL CONSTRAINT statistic_marks_lang CHECK (lang = ANY ('{en,fr,es,ar,und}')),
  happening text NOT NULL CONSTRAINT statistic_marks_happening CHECK (happening = ANY ('{letter-written,letter-confirmed,letter-handed-over,
letter-refused,letter-bounced,letter-answered,pledge-made,pledge-confirmed,joined}')),
  at timestamptz NOT NULL,
  -- In a demonstration.
  tried boolean NOT NULL,
  number int NOT NULL,
  CONSTRAINT statistic_marks_in_time CHECK (at >= '2000-01-01T00:00Z' AND at < '2200-01-01T00:00Z')
);

-- Of everything, of an ask, of a state or of a language: never of two of these at once, so that no table of two can be made of it.
CREATE TABLE statistics (
  campaign_id uuid NOT NULL CONSTRAINT statistics_campaign_id_fkey REFERENCES campaigns ON DELETE CASCADE,
  tried boolean NOT NULL,
  happening text NOT NULL CONSTRAINT statistics_happening CHECK (happening = ANY ('{letter-written,letter-confirmed,letter-handed-over,
letter-refused,letter-bounced,letter-answered,pledge-made,pledge-confirmed,joined}')),
  -- Of the organisation's time zone when it was counted.
  day date NOT NULL,
  -- No reference: what was asked stays counted where the ask is gone.
  ask_id uuid NULL,
  country text NULL CONSTRAINT statistics_country CHECK (country ~ '^[A-Z]{3}$'),
  lang text NULL CONSTRAINT statistics_lang CHECK (lang = ANY ('{en,fr,es,ar,und}')),
  number bigint NOT NULL,
  CONSTRAINT statistics_by_one CHECK (num_nonnulls(ask_id, country, lang) < 2),
  CONSTRAINT statistics_once UNIQUE NULLS NOT DISTINCT (campaign_id, tried, happening, day, ask_id, country, lang),
  CONSTRAINT statistics_in_time CHECK (day >= '2000-01-01' AND day < '2200-01-01')
);
CREATE INDEX statistics_whole ON statistics (campaign_id, tried, happening, day) INCLUDE (number)
  WHERE num_nonnulls(ask_id, country, lang) = 0;

-- When it was counted last while a day was the last that is closed: such a day changes no more. No row: it never was.
CREATE TABLE statistics_counted (
  closed_on date PRIMARY KEY,
  counted_at timestamptz NOT NULL,
  CONSTRAINT statistics_counted_in_time CHECK (counted_at >= '2000-01-01T00:00Z' AND counted_at < '2200-01-01T00:00Z'
    AND closed_on >= '2000-01-01' AND closed_on < '2200-01-01')
);

-- What a backup brings back happened before: its marks and numbers are in the backup too.
-- Letters that are taken together leave one mark for each that are alike: the hot path. By index, as in `accept_acts`.
CREATE FUNCTION mark_written_letters() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  INSERT INTO statistic_marks (campaign_id, ask_id, country, lang, happening, at, tried, number)
    SELECT l.campaign_id, l.ask_id, a.country, a.lang, 'letter-written', date_bin('15 minutes', l.created_at, '2000-01-01T00:00Z'),
      a.controller_id = '00000000-0000-7000-8000-0000000000c1', count(*)
    FROM written_letters l JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id GROUP BY 1, 2, 3, 4, 6, 7;
  RETURN NULL;
END
$$;
CREATE TRIGGER mark_written_letters AFTER INSERT ON letters REFERENCING NEW TABLE AS written_letters
  FOR EACH STATEMENT WHEN (current_setting('audit.filling', true) IS DISTINCT FROM 'yes') EXECUTE FUNCTION mark_written_letters();

-- Each that happens to a letter for the first time. What its writer says of an answer they may say otherwise later. What people here
-- refused, or what was only tried, no server refused. The last try is when a server refused it.
CREATE FUNCTION mark_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO statistic_marks (campaign_id, ask_id, country, lang, happening, at, tried, number)
    SELECT NEW.campaign_id, NEW.ask_id, a.country, a.lang, h.happening, date_bin('15 minutes', h.at, '2000-01-01T00:00Z'),
      a.controller_id = '00000000-0000-7000-8000-0000000000c1', h.number
    FROM actions a CROSS JOIN (VALUES
      ('letter-confirmed', CASE WHEN OLD.confirmed_at IS NULL AND NEW.state <> 'duplicate' THEN NEW.confirmed_at END, 1),
      ('letter-handed-over', CASE WHEN OLD.handed_over_at IS NULL THEN NEW.handed_over_at END, 1),
      ('letter-refused', CASE WHEN NEW.state = 'refused' AND OLD.state <> 'refused'
        AND coalesce(NEW.said_here <> ALL ('{only-tried,refused-here}'), true) THEN NEW.claimed_at END, 1),
      ('letter-bounced', CASE WHEN OLD.bounced_at IS NULL THEN NEW.bounced_at END, 1),
      ('letter-answered', CASE WHEN NEW.answer = 'yes' AND OLD.answer IS DISTINCT FROM 'yes' THEN NEW.answer_at END, 1),
      ('letter-answered', CASE WHEN OLD.answer = 'yes' AND NEW.answer IS DISTINCT FROM 'yes' THEN OLD.answer_at END, -1))
      AS h (happening, at, number)
    WHERE a.supporter_key = NEW.supporter_key AND a.id = NEW.action_id AND h.at IS NOT NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER mark_letter AFTER UPDATE ON letters FOR EACH ROW
  WHEN (OLD.confirmed_at IS DISTINCT FROM NEW.confirmed_at OR OLD.handed_over_at IS DISTINCT FROM NEW.handed_over_at
    OR OLD.bounced_at IS DISTINCT FROM NEW.bounced_at OR OLD.answer IS DISTINCT FROM NEW.answer
    OR (NEW.state = 'refused' AND OLD.state <> 'refused' AND coalesce(NEW.said_here <> ALL ('{only-tried,refused-here}'), true)))
  EXECUTE FUNCTION mark_letter();

CREATE FUNCTION mark_made_pledges() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO statistic_marks (campaign_id, country, lang, happening, at, tried, number)
    SELECT p.campaign_id, p.country, p.lang, 'pledge-made', date_bin('15 minutes', p.created_at, '2000-01-01T00:00Z'),
      p.controller_id = '00000000-0000-7000-8000-0000000000c1', count(*)
    FROM taken_actions p WHERE p.kind = 'pledge' GROUP BY 1, 2, 3, 5, 6;
  RETURN NULL;
END
$$;
CREATE TRIGGER mark_made_pledges AFTER INSERT ON actions REFERENCING NEW TABLE AS taken_actions
  FOR EACH STATEMENT WHEN (current_setting('audit.filling', true) IS DISTINCT FROM 'yes') EXECUTE FUNCTION mark_made_pledges();

CREATE FUNCTION mark_pledge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO statistic_marks (campaign_id, country, lang, happening, at, tried, number)
    VALUES (NEW.campaign_id, NEW.country, NEW.lang, 'pledge-confirmed', date_bin('15 minutes', NEW.confirmed_at, '2000-01-01T00:00Z'),
      NEW.controller_id = '00000000-0000-7000-8000-0000000000c1', 1);
  RETURN NULL;
END
$$;
CREATE TRIGGER mark_pledge AFTER UPDATE ON actions FOR EACH ROW
  WHEN (NEW.kind = 'pledge' AND OLD.confirmed_at IS NULL AND NEW.confirmed_at IS NOT NULL) EXECUTE FUNCTION mark_pledge();

-- In the language of what they had just confirmed.
CREATE FUNCTION mark_joined() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO statistic_marks (campaign_id, country, lang, happening, at, tried, number)
    SELECT NEW.campaign_id, NEW.country, coalesce(by.lang, 'und'), 'joined', date_bin('15 minutes', NEW.joined_at, '2000-01-01T00:00Z'),
      coalesce(by.tried, false), 1
    FROM (SELECT 1) AS once LEFT JOIN LATERAL (
      SELECT a.lang, a.controller_id = '00000000-0000-7000-8000-0000000000c1' AS tried FROM actions a
      WHERE a.supporter_key = NEW.supporter_key AND a.campaign_id = NEW.campaign_id AND a.state = 'confirmed'
      ORDER BY a.confirmed_at DESC LIMIT 1) AS by ON true;
  RETURN NULL;
END
$$;
-- What can't be is left to the rules of its own table.
CREATE TRIGGER mark_joined AFTER INSERT ON campaign_supporters FOR EACH ROW
  WHEN (current_setting('audit.filling', true) IS DISTINCT FROM 'yes' AND NEW.country ~ '^[A-Z]{3}$'
    AND NEW.joined_at >= '2000-01-01T00:00Z' AND NEW.joined_at < '2200-01-01T00:00Z') EXECUTE FUNCTION mark_joined();
